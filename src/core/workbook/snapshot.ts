import type { CellValue, RangeRef } from './cell';

export type Visibility = 'visible' | 'hidden' | 'veryHidden';

/** One sheet at one moment. Immutable; cells are kept as columns of numbers (see `sheetColumns.ts`). */
export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: Visibility;
  /** One past the last used row and column. */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cellCount: number;
  /** The value a cell shows; for a formula cell the value that the file or host last calculated. */
  value(row: number, column: number): CellValue;
  /** A1 formula without `=`, add-in functions as `KMC.X`; `null` where the cell holds no formula. */
  formula(row: number, column: number): string | null;
  /** Number format code, `General` where none is set. */
  format(row: number, column: number): string;
  /** Visits every non-blank or formula cell, row by row, left to right. */
  forEachCell(visit: (row: number, column: number, value: CellValue, formula: string | null) => void): void;
  /** As `forEachCell`, and also the blank cells that only carry a number format. */
  forEachStored(
    visit: (row: number, column: number, value: CellValue, formula: string | null, format: string) => void,
  ): void;
  /** First and last row (column) of each hidden run, inclusive, from 0. */
  readonly hiddenRows: readonly (readonly [number, number])[];
  readonly hiddenColumns: readonly (readonly [number, number])[];
  readonly merges: readonly RangeRef[];
  /**
   * Ranges of more than one cell that one formula filled (dynamic array, array entered with Ctrl+Shift+Enter, what-if
   * table), by the formula's own cell (`top`, `left`). The other cells have values and no formula.
   */
  readonly spills: readonly RangeRef[];
  /** Formula cells that are not locked although the sheet is protected; absent where it is not, and where a host does not say. */
  readonly unlockedFormulas?: readonly { readonly row: number; readonly column: number }[];
}

/** An Excel table. `range` includes the header row and, where there is one, the totals row. */
export interface TableSnapshot {
  readonly name: string;
  readonly range: RangeRef;
  readonly columns: readonly string[];
  readonly headerRow: boolean;
  readonly totalsRow: boolean;
}

export interface NameSnapshot {
  readonly name: string;
  /** A1 formula without `=`, usually a reference. */
  readonly formula: string;
  /** The sheet a local name belongs to; `null` for a workbook name. */
  readonly sheet: string | null;
  readonly hidden: boolean;
}

/** A workbook at one moment, as every stage after the host sees it. */
export interface WorkbookSnapshot {
  readonly sheets: readonly SheetSnapshot[];
  readonly tables: readonly TableSnapshot[];
  readonly names: readonly NameSnapshot[];
  readonly externalLinks: readonly string[];
  readonly calculationMode: 'automatic' | 'automatic-except-tables' | 'manual';
  readonly date1904: boolean;
}
