/** As much of pdfmake 0.3 as is used here; the package brings no types. */
declare module 'pdfmake' {
  type Content = string | { readonly [key: string]: unknown } | readonly Content[];

  interface PdfMake {
    readonly virtualfs: { writeFileSync(name: string, content: Uint8Array): void };
    setFonts(
      fonts: Readonly<Record<string, Readonly<Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>>>,
    ): void;
    setTableLayouts(layouts: Readonly<Record<string, Readonly<Record<string, () => number | string>>>>): void;
    /** Which addresses may be fetched. */
    setUrlAccessPolicy(allowed: (url: string) => boolean): void;
    /** Which files may be read; Node only. */
    setLocalAccessPolicy?(allowed: (path: string) => boolean): void;
    createPdf(
      definition: Readonly<Record<string, unknown>>,
      options?: Readonly<Record<string, unknown>>,
    ): { getBuffer(): Promise<Uint8Array> };
  }

  const pdfmake: PdfMake;
  export default pdfmake;
  export type { Content };
}
