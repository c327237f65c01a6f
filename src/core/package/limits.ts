/** What is refused rather than tried: a package comes from outside and is opened on an office PC. */
export const LIMITS = {
  fileBytes: 120_000_000,
  files: 5_000,
  /** Stored and unpacked together. */
  totalBytes: 140_000_000,
  /** Of files that someone has packed on the way; KMC packs none. */
  unpackedBytes: 100_000_000,
  /** Packed files above `ratioFromBytes` may not be packed more tightly than this. */
  ratio: 200,
  ratioFromBytes: 1_000_000,
  /** Of all documents together; those of a case of 10,000 lines hold 14 MB and 840,000 values. */
  jsonBytes: 20_000_000,
  jsonValues: 1_200_000,
  jsonDepth: 40,
  /** Members of one object; those of ours hold a few dozen, and putting very many in order takes long. */
  jsonMembers: 2_000,
  /** Characters of a decimal number in plain digits; doubles need at most 345. */
  decimalCharacters: 2_000,
  nameCharacters: 400,
} as const;
