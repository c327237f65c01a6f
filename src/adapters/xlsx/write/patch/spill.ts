import type { CellValue } from '../../../../core/workbook/cell';
import type { CellMap } from './cellMap';
import { cellsIn, isInside, isSingle } from './blocks';
import { keyOf, placeOf } from './place';
import type { Block, SheetScan } from './sheetScan';

export interface PlacedSpill {
  /** The formula's own cell. */
  readonly key: number;
  readonly block: Block;
  /** New values of other cells it fills or filled. */
  readonly values: readonly (readonly [number, CellValue])[];
}

/** What lies around the spills of a sheet. */
export interface Surroundings {
  readonly scan: SheetScan;
  /** Blocks as they stood, by the key of the formula's cell. */
  readonly spilling: ReadonlyMap<number, Block>;
  /** Whether a cell holds a formula or an entry of its own. */
  readonly isTaken: (key: number) => boolean;
}

/**
 * Finds the formulas that fill the cells beside formulas. Of a formula's old block each cell that is not given stays; a
 * cell given as blank is filled no more, unless others behind it are.
 * @param loose calculated values of cells without a formula; those that are placed are taken out
 */
export function placeSpills(loose: CellMap<CellValue>, around: Surroundings): PlacedSpill[] {
  const wide = [...around.spilling].filter(([, block]) => !isSingle(block));
  return [...around.spilling].map(([key, old]) => {
    const isForeign = (cell: number): boolean =>
      around.isTaken(cell) || wide.some(([other, block]) => other !== key && isInside(block, cell));
    const block = grown(standing(key, old, loose, around.scan), loose, isForeign);
    const values =
      isSingle(old) && isSingle(block)
        ? []
        : [...loose].filter(([cell]) => isInside(block, cell) || isInside(old, cell));
    values.forEach(([cell]) => loose.delete(cell));
    return { key, block, values };
  });
}

/** What is left of a block: the smallest that holds the formula and all cells it still fills. */
function standing(key: number, old: Block, loose: CellMap<CellValue>, scan: SheetScan): Block {
  const { row, column } = placeOf(key);
  const block = { top: row, left: column, bottom: row, right: column };
  if (isSingle(old)) return block;
  const given = [...loose].filter(([cell, value]) => value !== null && isInside(old, cell)).map(([cell]) => cell);
  const kept = cellsIn(scan, old).filter((cell) => cell.filled && !loose.has(cell.key));
  for (const cell of [...given, ...kept.map((one) => one.key)]) {
    block.bottom = Math.max(block.bottom, placeOf(cell).row);
    block.right = Math.max(block.right, placeOf(cell).column);
  }
  return block;
}

/** Takes in columns to the right and rows below, as long as each has a value of its own and nothing of anyone else's. */
function grown(start: Block, loose: CellMap<CellValue>, isForeign: (key: number) => boolean): Block {
  const block = { ...start };
  const joins = (keys: readonly number[]): boolean =>
    keys.some((key) => (loose.get(key) ?? null) !== null) && !keys.some(isForeign);
  for (let size = -1; size !== block.right + block.bottom;) {
    size = block.right + block.bottom;
    const { top, left, bottom, right } = block;
    if (joins(span(top, bottom, (row) => keyOf(row, right + 1)))) block.right++;
    else if (joins(span(left, right, (column) => keyOf(bottom + 1, column)))) block.bottom++;
  }
  return block;
}

function span(first: number, last: number, key: (at: number) => number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => key(first + at));
}
