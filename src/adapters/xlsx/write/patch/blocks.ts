import { keyOf, placeOf } from './place';
import type { Block, CellSpan, SheetScan } from './sheetScan';

export function isInside({ top, left, bottom, right }: Block, key: number): boolean {
  const { row, column } = placeOf(key);
  return row >= top && row <= bottom && column >= left && column <= right;
}

export const isSingle = ({ top, left, bottom, right }: Block): boolean => top === bottom && left === right;

export function singleBlock(key: number): Block {
  const { row, column } = placeOf(key);
  return { top: row, left: column, bottom: row, right: column };
}

export const isSame = (a: Block, b: Block): boolean =>
  a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;

/** @returns the cells that the sheet has in the block; a block as large as the sheet costs no more than its cells */
export function cellsIn(scan: SheetScan, block: Block): CellSpan[] {
  if (isSingle(block)) return [scan.cells.get(keyOf(block.top, block.left)) ?? []].flat();
  return scan.rows
    .filter(({ row }) => row >= block.top && row <= block.bottom)
    .flatMap(({ cells }) => cells.filter(({ key }) => isInside(block, key)));
}
