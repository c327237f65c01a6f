import type { CellPlan, SheetPlan } from '../../../core/template/plan';
import { LOOKS, type Typeface } from './looks';
import { lineCount } from './textWidth';

/** Characters of body text, in terms of which column widths are given, have this size in points. */
const BODY_SIZE = LOOKS.plain.size;
const DEFAULT_WIDTH = 8;

export interface RowHeight {
  readonly points: number;
  /** Excel fits a row to its text by itself, but not to merged cells: there the height is ours. */
  readonly fixed: boolean;
}

/**
 * @param cells of one row
 * @param widths of the sheet's columns in half-width characters
 * @returns `null` where every text takes one line
 */
export function rowHeight(
  cells: readonly CellPlan[],
  sheet: SheetPlan,
  widths: readonly number[],
  face: Typeface,
): RowHeight | null {
  const points = Math.ceil(Math.max(...cells.map((cell) => heightOf(cell, sheet, widths, face))));
  if (points <= face.rowHeight) return null;
  return { points, fixed: cells.some((cell) => LOOKS[cell.style].wrap && mergeAt(sheet, cell) !== undefined) };
}

function heightOf(cell: CellPlan, sheet: SheetPlan, widths: readonly number[], face: Typeface): number {
  const { size, wrap } = LOOKS[cell.style];
  const merge = mergeAt(sheet, cell);
  const right = merge?.right ?? cell.column;
  const width = widths.slice(cell.column, right + 1).reduce((sum, one) => sum + one, 0) || DEFAULT_WIDTH;
  const lines = wrap && typeof cell.value === 'string' ? lineCount(cell.value, (width * BODY_SIZE) / size) : 1;
  const rows = merge ? merge.bottom - merge.top + 1 : 1;
  return (lines * size * face.lineHeight) / rows + 2;
}

const mergeAt = ({ merges }: SheetPlan, { row, column }: CellPlan) =>
  merges.find((merge) => merge.top === row && merge.left === column);
