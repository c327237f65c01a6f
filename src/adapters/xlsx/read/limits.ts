/**
 * What is refused rather than tried. A million cells take about 60 MB of XML, so that the largest workbook the bounds
 * let in holds several million; Excel's own files pack their XML to between a fifth and a fortieth.
 */
export const LIMITS = {
  fileBytes: 200_000_000,
  entries: 10_000,
  partBytes: 400_000_000,
  totalBytes: 800_000_000,
  /** Parts above `ratioFromBytes` may not be packed more tightly than this. */
  ratio: 200,
  ratioFromBytes: 2_000_000,
  xmlDepth: 100,
  cells: 5_000_000,
  sheets: 1_000,
  /** Characters of all formulas that shared groups and the cells themselves give. */
  formulaCharacters: 200_000_000,
} as const;
