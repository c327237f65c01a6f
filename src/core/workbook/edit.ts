import type { CellRef, CellValue } from './cell';

/** One change to a workbook, the only way anything is written. A formula is A1 without `=`, add-in functions as `KMC.X`. */
export type Edit =
  | { readonly kind: 'set-value'; readonly cell: CellRef; readonly value: CellValue }
  | { readonly kind: 'set-formula'; readonly cell: CellRef; readonly formula: string; readonly value: CellValue }
  /** The newly calculated value of a formula cell (or of a cell it spills into): the formula itself stays. */
  | { readonly kind: 'set-calculated'; readonly cell: CellRef; readonly value: CellValue };
