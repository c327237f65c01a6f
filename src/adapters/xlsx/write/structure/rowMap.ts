import { MAX_ROWS } from '../../../../core/workbook/sheetColumns';

/** A stretch of rows of a changed sheet: those that stood from row `from` on, or new ones. The last stretch has no end. */
export interface RowRun {
  readonly from: number | null;
  readonly count: number;
}

/** Where the rows of a sheet have gone. Rows keep their order. */
export class RowMap {
  /** First old row, one past the last, and how far they have moved. */
  private readonly stretches: readonly (readonly [number, number, number])[];
  /** Rows of the changed sheet that are new. */
  readonly added: readonly number[];

  constructor(runs: readonly RowRun[]) {
    const stretches: [number, number, number][] = [];
    const added: number[] = [];
    let to = 0;
    for (const { from, count } of runs) {
      if (from === null) for (let row = to; row < to + count; row++) added.push(row);
      else stretches.push([from, from + count, to - from]);
      to += count;
    }
    this.stretches = stretches;
    this.added = added;
  }

  /** @returns `null` for a row that is gone */
  row(old: number): number | null {
    const found = this.stretches.find(([first, end]) => old >= first && old < end);
    return found ? old + found[2] : null;
  }

  /** @returns the rows that are left of a range, with those that have come between them; `null` where none is */
  range(top: number, bottom: number): { readonly top: number; readonly bottom: number } | null {
    const left = this.stretches.filter(([first, end]) => end > top && first <= bottom);
    const [low, high] = [left[0], left.at(-1)];
    if (!low || !high) return null;
    const last = Math.min(high[1] - 1, bottom) + high[2];
    return {
      top: Math.max(low[0], top) + low[2],
      bottom: bottom >= MAX_ROWS - 1 ? bottom : Math.min(last, MAX_ROWS - 1),
    };
  }
}
