import type { RowRef } from '../case/types';
import { failure, success, type Outcome } from '../message';
import { cellAddress } from '../workbook/a1';
import type { RangeRef } from '../workbook/cell';
import { MAX_ROWS } from '../workbook/sheetColumns';
import type { TableSnapshot, WorkbookSnapshot } from '../workbook/snapshot';

/**
 * Sheet rows for new lines of a table: after its last filled row, the prepared ones before those below the table.
 * @param filled rows of the table that say something; those elsewhere do not matter
 * @returns `count` rows that follow each other, or why there are not as many: `inventory.refused.totals-row`, `inventory.refused.below-filled`, `inventory.refused.sheet-full`
 */
export function freeRows(
  snapshot: WorkbookSnapshot,
  { name, range, headerRow, totalsRow }: TableSnapshot,
  filled: readonly RowRef[],
  count: number,
): Outcome<readonly number[]> {
  const own = filled.filter(({ sheet, row }) => sheet === range.sheet && row > range.top && row <= range.bottom);
  const start = Math.max(range.top + (headerRow ? 1 : 0), ...own.map(({ row }) => row + 1));
  const bottom = range.bottom - (totalsRow ? 1 : 0);
  const end = start + count - 1;
  if (end > bottom && totalsRow)
    return failure('inventory.refused.totals-row', { table: name, left: Math.max(bottom - start + 1, 0) });
  if (end >= MAX_ROWS) return failure('inventory.refused.sheet-full', { sheet: range.sheet });
  const below = { ...range, top: bottom + 1, bottom: end };
  const blocking = filledCell(snapshot, below);
  if (blocking !== null)
    return failure('inventory.refused.below-filled', { table: name, cell: blocking, sheet: range.sheet });
  return success(Array.from({ length: count }, (_, index) => start + index));
}

/** A cell in the way: written over it would be lost, pushed down it would stand elsewhere. */
function filledCell(snapshot: WorkbookSnapshot, { sheet: name, top, left, bottom, right }: RangeRef): string | null {
  const sheet = snapshot.sheets.find((one) => one.name === name)!;
  for (let row = top; row <= Math.min(bottom, sheet.rowCount - 1); row++)
    for (let column = left; column <= right; column++)
      if (sheet.value(row, column) !== null || sheet.formula(row, column) !== null) return cellAddress({ row, column });
  const other = snapshot.tables.find(
    ({ range }) => range.sheet === name && range.top >= top && crosses(range, bottom, left, right),
  );
  return other ? cellAddress({ row: other.range.top, column: other.range.left }) : null;
}

const crosses = (range: RangeRef, bottom: number, left: number, right: number): boolean =>
  range.top <= bottom && range.left <= right && range.right >= left;
