import { CELL_ERRORS, type CellError, type CellValue, type RangeRef } from './cell';
import type { SheetSnapshot, Visibility } from './snapshot';

/** Where no number format is set. */
export const GENERAL = 'General';

/** What the number in `values` stands for. */
export const TAG = { blank: 0, number: 1, text: 2, boolean: 3, error: 4 } as const;

/** A formula, or what gives each cell of a shared group its own: a group of a million cells is kept once. */
export type KeptFormula = string | ((cell: { readonly row: number; readonly column: number }) => string);

/**
 * A sheet's cells, one entry a cell, sorted by row and then column. About 19 bytes a cell: as objects a million cells
 * take eight times as much.
 */
export interface SheetColumns {
  /** Rows that hold a cell, ascending. */
  readonly rows: Uint32Array;
  /** Entry at which the row of the same position begins; one more at the end. */
  readonly starts: Uint32Array;
  readonly columns: Uint16Array;
  readonly tags: Uint8Array;
  /** A number, 0 or 1 of a boolean, or a position in `texts` or `CELL_ERRORS`. */
  readonly values: Float64Array;
  /** One more than the position in `formulaTexts`; 0 for no formula. */
  readonly formulas: Uint32Array;
  /** Position in `formatCodes`, whose first is `General`. */
  readonly formats: Uint32Array;
  readonly texts: readonly string[];
  readonly formulaTexts: readonly KeptFormula[];
  readonly formatCodes: readonly string[];
}

export interface SheetFrame {
  readonly name: string;
  readonly visibility: Visibility;
  readonly hiddenRows: readonly (readonly [number, number])[];
  readonly hiddenColumns: readonly (readonly [number, number])[];
  readonly merges: readonly RangeRef[];
  readonly spills: readonly RangeRef[];
  readonly unlockedFormulas?: SheetSnapshot['unlockedFormulas'];
}

const ERRORS: readonly CellError[] = CELL_ERRORS.map((error) => Object.freeze({ error }));

/** A sheet kept as columns of numbers. Made by `SheetBuilder`. */
export class ColumnSheet implements SheetSnapshot {
  readonly name: string;
  readonly visibility: Visibility;
  readonly hiddenRows: readonly (readonly [number, number])[];
  readonly hiddenColumns: readonly (readonly [number, number])[];
  readonly merges: readonly RangeRef[];
  readonly spills: readonly RangeRef[];
  readonly unlockedFormulas?: SheetSnapshot['unlockedFormulas'];
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cellCount: number;

  constructor(
    readonly frame: SheetFrame,
    readonly cells: SheetColumns,
  ) {
    this.name = frame.name;
    this.visibility = frame.visibility;
    this.hiddenRows = frame.hiddenRows;
    this.hiddenColumns = frame.hiddenColumns;
    this.merges = frame.merges;
    this.spills = frame.spills;
    if (frame.unlockedFormulas) this.unlockedFormulas = frame.unlockedFormulas;
    ({ rowCount: this.rowCount, columnCount: this.columnCount, cellCount: this.cellCount } = usedExtent(cells));
  }

  value(row: number, column: number): CellValue {
    const entry = findEntry(this.cells, row, column);
    return entry < 0 ? null : valueAt(this.cells, entry);
  }

  formula(row: number, column: number): string | null {
    const entry = findEntry(this.cells, row, column);
    return entry < 0 ? null : formulaAt(this.cells, entry, row);
  }

  format(row: number, column: number): string {
    const entry = findEntry(this.cells, row, column);
    return entry < 0 ? GENERAL : formatAt(this.cells, entry);
  }

  forEachCell(visit: (row: number, column: number, value: CellValue, formula: string | null) => void): void {
    this.forEachEntry((row, entry) => {
      if (!isUsed(this.cells, entry)) return;
      visit(row, this.cells.columns[entry]!, valueAt(this.cells, entry), formulaAt(this.cells, entry, row));
    });
  }

  forEachStored(
    visit: (row: number, column: number, value: CellValue, formula: string | null, format: string) => void,
  ): void {
    const { cells } = this;
    this.forEachEntry((row, entry) => {
      visit(row, cells.columns[entry]!, valueAt(cells, entry), formulaAt(cells, entry, row), formatAt(cells, entry));
    });
  }

  private forEachEntry(visit: (row: number, entry: number) => void): void {
    const { rows, starts } = this.cells;
    for (let at = 0; at < rows.length; at++) {
      for (let entry = starts[at]!; entry < starts[at + 1]!; entry++) visit(rows[at]!, entry);
    }
  }
}

export function valueAt(cells: SheetColumns, entry: number): CellValue {
  const stored = cells.values[entry]!;
  switch (cells.tags[entry]) {
    case TAG.number:
      return stored;
    case TAG.text:
      return cells.texts[stored]!;
    case TAG.boolean:
      return stored === 1;
    case TAG.error:
      return ERRORS[stored]!;
    default:
      return null;
  }
}

export function formulaAt(cells: SheetColumns, entry: number, row: number): string | null {
  const position = cells.formulas[entry]!;
  if (position === 0) return null;
  const kept = cells.formulaTexts[position - 1]!;
  return typeof kept === 'string' ? kept : kept({ row, column: cells.columns[entry]! });
}

export function formatAt(cells: SheetColumns, entry: number): string {
  return cells.formatCodes[cells.formats[entry]!]!;
}

/** A blank cell that only carries a format is kept for `format()` and otherwise does not exist. */
function isUsed(cells: SheetColumns, entry: number): boolean {
  return cells.tags[entry] !== TAG.blank || cells.formulas[entry] !== 0;
}

/** @returns the entry, or -1 where the sheet has no such cell */
export function findEntry(cells: SheetColumns, row: number, column: number): number {
  const at = findRow(cells.rows, row);
  if (at < 0) return -1;
  return search(cells.columns, column, cells.starts[at]!, cells.starts[at + 1]!);
}

function findRow(rows: Uint32Array, row: number): number {
  const ifDense = row - (rows[0] ?? 0);
  return rows[ifDense] === row ? ifDense : search(rows, row, 0, rows.length);
}

function search(sorted: Uint16Array | Uint32Array, wanted: number, from: number, to: number): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = sorted[middle]!;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function usedExtent(cells: SheetColumns): { rowCount: number; columnCount: number; cellCount: number } {
  let rowCount = 0;
  let columnCount = 0;
  let cellCount = 0;
  for (let at = 0; at < cells.rows.length; at++) {
    for (let entry = cells.starts[at]!; entry < cells.starts[at + 1]!; entry++) {
      if (!isUsed(cells, entry)) continue;
      cellCount++;
      rowCount = cells.rows[at]! + 1;
      columnCount = Math.max(columnCount, cells.columns[entry]! + 1);
    }
  }
  return { rowCount, columnCount, cellCount };
}
