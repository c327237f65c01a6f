/** What is refused rather than tried: a package comes from outside and is opened on an office PC. */
export const LIMITS = {
  fileBytes: 200_000_000,
  files: 5_000,
  /** Stored and unpacked together. */
  totalBytes: 220_000_000,
  /** Of files that someone has packed on the way; KMC packs none. */
  unpackedBytes: 100_000_000,
  /** Packed files above `ratioFromBytes` may not be packed more tightly than this. */
  ratio: 200,
  ratioFromBytes: 1_000_000,
  jsonBytes: 80_000_000,
  jsonDepth: 40,
  /** Values in one document; each takes some tens of bytes of memory. */
  jsonValues: 2_500_000,
  /** Characters of a decimal number in plain digits; doubles need at most 345. */
  decimalCharacters: 2_000,
  nameCharacters: 400,
} as const;
