import type { ReviewedSheet, UsedCell } from './book';
import type { Stretch } from './ranges';

/** A total of another row and column does not stand at the end of its list. */
export const isInLine = ({ runs, block, cell }: Stretch): boolean =>
  runs === 'column' ? cell.column === block.left : cell.row === block.top;

/** The line just past the end of a stretch that lies nearer to its formula. */
export function afterEnd({ runs, block, cell }: Stretch): number {
  if (runs === 'column') return cell.row > block.bottom ? block.bottom + 1 : block.top - 1;
  return cell.column > block.right ? block.right + 1 : block.left - 1;
}

/** @param at row of a column's stretch, column of a row's */
export function endCell({ runs, block, cell }: Stretch, at: number, sheet: ReviewedSheet): UsedCell | undefined {
  const [row, column] = runs === 'column' ? [at, block.left] : [block.top, at];
  return row === cell.row && column === cell.column ? undefined : sheet.at(row, column);
}

/** @returns whether a formula stands before its list */
export const isBefore = ({ runs, block, cell }: Stretch): boolean =>
  runs === 'column' ? cell.row < block.top : cell.column < block.left;

/** @returns row of a column's end, column of a row's */
export const edgeOf = ({ runs, block }: Stretch, edge: 'first' | 'last'): number =>
  runs === 'column' ? (edge === 'first' ? block.top : block.bottom) : edge === 'first' ? block.left : block.right;
