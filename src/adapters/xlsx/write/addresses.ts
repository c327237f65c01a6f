import type { BlockPlan } from '../../../core/template/plan';
import { columnName, quotedSheetName } from '../../../core/workbook/a1';
import { MAX_ROWS } from '../../../core/workbook/sheetColumns';

const corner = (row: number, column: number): string => `$${columnName(column)}$${row + 1}`;

/** @returns `'Sheet name'!$B$3:$D$9`, or `Sheet!$B:$D` for whole columns */
export function absoluteBlock(sheet: string, { top, left, bottom, right }: BlockPlan): string {
  const isWhole = top === 0 && bottom === MAX_ROWS - 1;
  const ends = isWhole ? [`$${columnName(left)}`, `$${columnName(right)}`] : [corner(top, left), corner(bottom, right)];
  return `${quotedSheetName(sheet)}!${ends.join(':')}`;
}

/** @returns `Sheet!$1:$3`, rows counted from 0 and both included */
export const absoluteRows = (sheet: string, [first, last]: readonly [number, number]): string =>
  `${quotedSheetName(sheet)}!$${first + 1}:$${last + 1}`;

export const contains = (block: BlockPlan, row: number, column: number): boolean =>
  row >= block.top && row <= block.bottom && column >= block.left && column <= block.right;
