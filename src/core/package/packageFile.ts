/** One file in a package: `data/case.json` and its bytes. */
export interface PackageFile {
  /** Relative, parts divided by `/`, Unicode in composed form (NFC). */
  readonly path: string;
  readonly bytes: Uint8Array;
}
