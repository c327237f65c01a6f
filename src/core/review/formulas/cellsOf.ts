import type { ReviewedSheet, UsedCell } from './book';
import type { Block } from './expression';

/** Ranges beyond this are looked at through the sheet's own cells. */
const SMALL = 256;

/** @returns the cells of a block that are not blank, row by row */
export function cellsOf(sheet: ReviewedSheet, { top, left, bottom, right }: Block): readonly UsedCell[] {
  if ((bottom - top + 1) * (right - left + 1) > SMALL) return cellsOfLarge(sheet, { top, left, bottom, right });
  const found: UsedCell[] = [];
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) {
      const cell = sheet.at(row, column);
      if (cell) found.push(cell);
    }
  return found;
}

function cellsOfLarge(sheet: ReviewedSheet, { top, left, bottom, right }: Block): readonly UsedCell[] {
  const found: UsedCell[] = [];
  for (let column = left; column <= Math.min(right, sheet.snapshot.columnCount - 1); column += 1)
    for (const cell of sheet.columns.get(column) ?? []) if (cell.row >= top && cell.row <= bottom) found.push(cell);
  return found;
}
