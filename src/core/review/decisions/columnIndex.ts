import type { CellRef, CellValue, RangeRef } from '../../workbook/cell';
import { isCellError } from '../../workbook/cell';
import type { SheetSnapshot, WorkbookSnapshot } from '../../workbook/snapshot';

/** A workbook's cells by column, indexed as far as is asked for. */
export interface ColumnIndex {
  sheet(name: string): SheetSnapshot | undefined;
  /** The cells of a range that hold anything, row by row. */
  filled(range: RangeRef): readonly CellRef[];
  /** First row in a range of one column that holds the value, as an exact match finds it; `null` where none does. */
  find(range: RangeRef, value: CellValue): number | null;
}

export function columnIndex({ sheets }: WorkbookSnapshot): ColumnIndex {
  const byName = new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  const sheetOf = (name: string) => byName.get(name.toLowerCase());
  const filled = new Map<string, readonly CellRef[]>();
  const rows = new Map<string, ReadonlyMap<string, number>>();
  return {
    sheet: sheetOf,
    filled: (range) => remembered(filled, keyOf(range), () => cellsIn(sheetOf(range.sheet), range)),
    find: (range, value) => {
      const wanted = comparable(value);
      const sheet = sheetOf(range.sheet);
      if (wanted === null || !sheet) return null;
      return remembered(rows, keyOf(range), () => rowsByValue(sheet, range)).get(wanted) ?? null;
    },
  };
}

const keyOf = ({ sheet, top, left, bottom, right }: RangeRef): string =>
  `${top},${left},${bottom},${right} ${sheet.toLowerCase()}`;

function remembered<T>(known: Map<string, T>, key: string, compute: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const result = compute();
  known.set(key, result);
  return result;
}

function cellsIn(sheet: SheetSnapshot | undefined, { top, left, bottom, right }: RangeRef): readonly CellRef[] {
  if (!sheet) return [];
  const found: CellRef[] = [];
  for (let row = top; row <= Math.min(bottom, sheet.rowCount - 1); row++)
    for (let column = left; column <= Math.min(right, sheet.columnCount - 1); column++) {
      const isBlank = (sheet.value(row, column) ?? '') === '' && sheet.formula(row, column) === null;
      if (!isBlank) found.push({ sheet: sheet.name, row, column });
    }
  return found;
}

/** Excel finds a text in either letter case, and never a number by a text. */
function comparable(value: CellValue): string | null {
  if (value === null || isCellError(value)) return null;
  return typeof value === 'string' ? `'${value.toLowerCase()}` : String(value);
}

function rowsByValue(sheet: SheetSnapshot, { top, left, bottom }: RangeRef): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (let row = top; row <= Math.min(bottom, sheet.rowCount - 1); row++) {
    const key = comparable(sheet.value(row, left));
    if (key !== null && !rows.has(key)) rows.set(key, row);
  }
  return rows;
}
