import type { CellValue, RangeRef } from './cell';
import { ColumnSheet, findEntry } from './columnSheet';
import { MAX_COLUMNS } from './sheetColumns';
import type { SheetSnapshot } from './snapshot';

export interface OverlaidCell {
  readonly value: CellValue;
  readonly formula: string | null;
}

/** By `row * MAX_COLUMNS + column`. */
export type OverlaidCells = ReadonlyMap<number, OverlaidCell>;

/** Beyond this many changed cells a sheet is better built anew. */
const MOST_CHANGED = 4000;

/**
 * A sheet with a few other contents: a keystroke must not copy a hundred thousand cells.
 *
 * @param changed cells that the sheet keeps already, be it for their format alone
 * @returns `null` where the sheet has to be built anew: too many changes, a cell it does not keep, or one that ends its used range
 */
export function overlaidSheet(sheet: SheetSnapshot, changed: OverlaidCells): SheetSnapshot | null {
  const base = sheet instanceof OverlaidSheet ? sheet.base : sheet;
  if (!(base instanceof ColumnSheet)) return null;
  const all = sheet instanceof OverlaidSheet ? new Map([...sheet.changed, ...changed]) : changed;
  if (all.size > MOST_CHANGED || ![...all].every(([key, cell]) => fits(base, key, cell))) return null;
  return new OverlaidSheet(base, all);
}

/** The sheet with other ranges that formulas fill. */
export function overlaidWithSpills(sheet: SheetSnapshot, spills: readonly RangeRef[]): SheetSnapshot {
  if (sheet instanceof OverlaidSheet) return new OverlaidSheet(framed(sheet.base, spills), sheet.changed);
  if (sheet instanceof ColumnSheet) return framed(sheet, spills);
  throw new TypeError('a sheet of an unknown kind');
}

/** The sheet with what is hidden of it and what it leaves open; the same sheet where that is nothing. */
export function framedSheet(
  sheet: SheetSnapshot,
  {
    hiddenRows,
    hiddenColumns,
    unlockedFormulas,
  }: Pick<SheetSnapshot, 'hiddenRows' | 'hiddenColumns' | 'unlockedFormulas'>,
): SheetSnapshot {
  if (hiddenRows.length + hiddenColumns.length === 0 && unlockedFormulas === undefined) return sheet;
  if (!(sheet instanceof ColumnSheet)) throw new TypeError('a sheet of an unknown kind');
  return new ColumnSheet({ ...sheet.frame, hiddenRows, hiddenColumns, unlockedFormulas }, sheet.cells);
}

const framed = (sheet: ColumnSheet, spills: readonly RangeRef[]): ColumnSheet =>
  new ColumnSheet({ ...sheet.frame, spills }, sheet.cells);

function fits(base: ColumnSheet, key: number, { value, formula }: OverlaidCell): boolean {
  const [row, column] = [Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS];
  if (findEntry(base.cells, row, column) < 0 || row >= base.rowCount || column >= base.columnCount) return false;
  const isLast = row === base.rowCount - 1 || column === base.columnCount - 1;
  return !isLast || value !== null || formula !== null;
}

class OverlaidSheet implements SheetSnapshot {
  readonly name: string;
  readonly visibility: SheetSnapshot['visibility'];
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cellCount: number;
  readonly hiddenRows: SheetSnapshot['hiddenRows'];
  readonly hiddenColumns: SheetSnapshot['hiddenColumns'];
  readonly merges: readonly RangeRef[];
  readonly spills: readonly RangeRef[];
  readonly unlockedFormulas?: SheetSnapshot['unlockedFormulas'];

  constructor(
    readonly base: ColumnSheet,
    readonly changed: OverlaidCells,
  ) {
    this.name = base.name;
    this.visibility = base.visibility;
    this.rowCount = base.rowCount;
    this.columnCount = base.columnCount;
    this.hiddenRows = base.hiddenRows;
    this.hiddenColumns = base.hiddenColumns;
    this.merges = base.merges;
    this.spills = base.spills;
    if (base.unlockedFormulas) this.unlockedFormulas = base.unlockedFormulas;
    let cellCount = base.cellCount;
    for (const [key, cell] of changed) {
      const [row, column] = [Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS];
      cellCount += count(cell) - count({ value: base.value(row, column), formula: base.formula(row, column) });
    }
    this.cellCount = cellCount;
  }

  value(row: number, column: number): CellValue {
    const cell = this.changed.get(row * MAX_COLUMNS + column);
    return cell ? cell.value : this.base.value(row, column);
  }

  formula(row: number, column: number): string | null {
    const cell = this.changed.get(row * MAX_COLUMNS + column);
    return cell ? cell.formula : this.base.formula(row, column);
  }

  format(row: number, column: number): string {
    return this.base.format(row, column);
  }

  forEachCell(visit: (row: number, column: number, value: CellValue, formula: string | null) => void): void {
    this.forEachStored((row, column, value, formula) => {
      if (value !== null || formula !== null) visit(row, column, value, formula);
    });
  }

  forEachStored(
    visit: (row: number, column: number, value: CellValue, formula: string | null, format: string) => void,
  ): void {
    this.base.forEachStored((row, column, value, formula, format) => {
      const cell = this.changed.get(row * MAX_COLUMNS + column);
      if (cell) visit(row, column, cell.value, cell.formula, format);
      else visit(row, column, value, formula, format);
    });
  }
}

const count = ({ value, formula }: OverlaidCell): number => (value === null && formula === null ? 0 : 1);
