import { MAX_ROWS } from '../../../core/workbook/sheetColumns';

type Run = [first: number, last: number];

/** Which rows a sheet hides: those it says so of or, where it hides rows by default, all but those it lists as shown. */
export class HiddenRows {
  private readonly hidden: Run[] = [];
  private readonly shown: Run[] = [];
  private unlisted = false;

  hideUnlisted(): void {
    this.unlisted = true;
  }

  list(row: number, hidden: boolean): void {
    const runs = hidden ? this.hidden : this.shown;
    const last = runs.at(-1);
    if (last?.[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }

  /** @returns first and last row of each run, inclusive */
  runs(): readonly Run[] {
    return this.unlisted ? gapsBetween(this.shown) : this.hidden;
  }
}

function gapsBetween(runs: readonly Run[]): Run[] {
  const gaps: Run[] = [];
  let next = 0;
  for (const [first, last] of [...runs].sort((a, b) => a[0] - b[0])) {
    if (first > next) gaps.push([next, first - 1]);
    next = Math.max(next, last + 1);
  }
  if (next < MAX_ROWS) gaps.push([next, MAX_ROWS - 1]);
  return gaps;
}
