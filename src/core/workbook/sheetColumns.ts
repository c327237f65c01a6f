import { CELL_ERRORS, isCellError, type CellValue, type RangeRef } from './cell';
import { CellList } from './cellList';
import { ColumnSheet, GENERAL, type KeptFormula, type SheetFrame } from './columnSheet';
import type { SheetSnapshot, Visibility } from './snapshot';

/** Excel's own limits. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Collects a sheet's cells and gives its snapshot. Quickest when cells come row by row, left to right. */
export class SheetBuilder {
  private readonly cells = new CellList();
  private readonly hiddenRows: (readonly [number, number])[] = [];
  private readonly hiddenColumns: (readonly [number, number])[] = [];
  private readonly merges: RangeRef[] = [];
  private readonly spills: RangeRef[] = [];
  private visibility: Visibility = 'visible';
  private unlockedFormulas: SheetSnapshot['unlockedFormulas'];

  constructor(readonly name: string) {}

  /**
   * A cell added again replaces the earlier one.
   * @param row from 0
   * @param column from 0
   * @param value for a formula cell its last calculated value
   * @param formula A1 without `=`, add-in functions as `KMC.X`, or for a shared group what gives it; `null` for none
   * @param format number format code
   * @throws RangeError outside Excel's grid, or for a value no cell can hold (NaN, infinity, an unknown error code)
   */
  add(
    row: number,
    column: number,
    value: CellValue,
    formula: KeptFormula | null = null,
    format: string = GENERAL,
  ): this {
    requireCell(row, column);
    requireValue(value);
    this.cells.add(row, column, value, formula, format);
    return this;
  }

  setVisibility(visibility: Visibility): this {
    this.visibility = visibility;
    return this;
  }

  /** @param last included */
  hideRows(first: number, last: number): this {
    this.hiddenRows.push([first, last]);
    return this;
  }

  /** @param last included */
  hideColumns(first: number, last: number): this {
    this.hiddenColumns.push([first, last]);
    return this;
  }

  /** @param range on this sheet, whatever sheet it names */
  merge(range: Omit<RangeRef, 'sheet'>): this {
    this.merges.push(this.onThisSheet(range));
    return this;
  }

  /** @param range a dynamic-array formula's cell (`top`, `left`) and the cells it fills */
  spill(range: Omit<RangeRef, 'sheet'>): this {
    this.spills.push(this.onThisSheet(range));
    return this;
  }

  /** @param formulas formula cells left unlocked in this sheet, which is protected */
  unlock(formulas: readonly { readonly row: number; readonly column: number }[]): this {
    this.unlockedFormulas = formulas;
    return this;
  }

  build(): SheetSnapshot {
    return new ColumnSheet(this.frame(), this.cells.sorted());
  }

  private frame(): SheetFrame {
    return {
      name: this.name,
      visibility: this.visibility,
      hiddenRows: joinedRuns(this.hiddenRows),
      hiddenColumns: joinedRuns(this.hiddenColumns),
      merges: [...this.merges],
      spills: [...this.spills],
      ...(this.unlockedFormulas ? { unlockedFormulas: this.unlockedFormulas } : {}),
    };
  }

  private onThisSheet({ top, left, bottom, right }: Omit<RangeRef, 'sheet'>): RangeRef {
    return { sheet: this.name, top, left, bottom, right };
  }
}

function requireCell(row: number, column: number): void {
  const inside = Number.isInteger(row) && Number.isInteger(column) && row >= 0 && column >= 0;
  if (!inside || row >= MAX_ROWS || column >= MAX_COLUMNS) throw new RangeError(`no cell at ${row}, ${column}`);
}

function requireValue(value: CellValue): void {
  const possible = isCellError(value)
    ? CELL_ERRORS.includes(value.error)
    : typeof value !== 'number' || Number.isFinite(value);
  if (!possible) throw new RangeError('a cell holds finite numbers and known errors only');
}

/** Ascending, touching and overlapping runs made one. */
function joinedRuns(runs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const joined: [number, number][] = [];
  for (const [first, last] of [...runs].sort((a, b) => a[0] - b[0])) {
    const previous = joined.at(-1);
    if (previous && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last);
    else joined.push([first, last]);
  }
  return joined;
}
