import { rangeAddress } from '../../workbook/a1';
import type { ReviewedBook } from './book';
import type { Block } from './expression';

/** A formula that stands in many cells, once. */
export interface UniqueFormula {
  readonly sheet: string;
  readonly r1c1: string;
  readonly count: number;
  /** Where it stands: blocks of cells (`B2:D40`), row by row; together they hold every cell once. */
  readonly regions: readonly string[];
}

/** @returns every formula of the workbook once a sheet, in the order in which they first stand there */
export function uniqueFormulas(book: ReviewedBook): readonly UniqueFormula[] {
  return book.sheets.flatMap(({ snapshot, kinds }) =>
    [...kinds].map(([r1c1, cells]) => ({
      sheet: snapshot.name,
      r1c1,
      count: cells.length,
      regions: regionsOf(cells).map(rangeAddress),
    })),
  );
}

/**
 * Blocks that hold exactly the given cells: runs of each row, joined with the run of the same width in the row above.
 * @param cells row by row, left to right
 */
export function regionsOf(cells: readonly { readonly row: number; readonly column: number }[]): readonly Block[] {
  const blocks: { top: number; left: number; bottom: number; right: number }[] = [];
  const lowest = new Map<string, (typeof blocks)[number]>();
  for (const run of runsOf(cells)) {
    const sides = `${run.left} ${run.right}`;
    const above = lowest.get(sides);
    if (above?.bottom === run.top - 1) above.bottom = run.bottom;
    else {
      const block = { ...run };
      blocks.push(block);
      lowest.set(sides, block);
    }
  }
  return blocks;
}

function runsOf(cells: readonly { readonly row: number; readonly column: number }[]): readonly Block[] {
  const runs: Block[] = [];
  for (const { row, column } of cells) {
    const last = runs.at(-1);
    if (last?.top === row && last.right === column - 1) runs[runs.length - 1] = { ...last, right: column };
    else runs.push({ top: row, bottom: row, left: column, right: column });
  }
  return runs;
}
