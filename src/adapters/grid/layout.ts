import type { TableSnapshot } from '../../core/workbook/snapshot';
import { bodyOf, type Tables } from './tableReference';

/** A stretch of rows: those that stood from row `from` on in the opened file, or new ones. The last stretch has no end. */
export interface RowRun {
  readonly from: number | null;
  readonly count: number;
}

/** What the grid itself does not keep: where the tables are, and which row of the opened file each row is. */
export interface Layout {
  readonly tables: Tables;
  /** By sheet name; a sheet that is not in it has its rows as they were. */
  readonly rows: ReadonlyMap<string, readonly RowRun[]>;
  /** Number of the step that led here, 0 as opened: undoing leads back to an earlier one. */
  readonly step: number;
}

/** Rows inserted before row `at`, or `count` rows removed from `at` on. */
export interface RowChange {
  readonly kind: 'insert' | 'remove';
  readonly sheet: string;
  readonly at: number;
  readonly count: number;
}

export const AS_OPENED: readonly RowRun[] = [{ from: 0, count: Infinity }];

export function changedLayout(layout: Layout, change: RowChange): Layout {
  const { sheet } = change;
  const runs = layout.rows.get(sheet) ?? AS_OPENED;
  return {
    ...layout,
    tables: layout.tables.map((table) => (table.range.sheet === sheet ? movedTable(table, change) : table)),
    rows: new Map(layout.rows).set(sheet, changedRuns(runs, change)),
  };
}

/** Rows inserted under the header or between lines become lines of the table. */
export function movedTable(table: TableSnapshot, change: RowChange): TableSnapshot {
  const { range } = table;
  return { ...table, range: { ...range, ...movedRows(range, change) } };
}

/** @returns rows as an A1 reference follows them */
export function movedRows(
  { top, bottom }: { readonly top: number; readonly bottom: number },
  { kind, at, count }: RowChange,
): { top: number; bottom: number } {
  if (kind === 'insert') return { top: top >= at ? top + count : top, bottom: bottom >= at ? bottom + count : bottom };
  const after = (row: number, gone: number) => (row < at ? row : row < at + count ? gone : row - count);
  return { top: after(top, at), bottom: after(bottom, at - 1) };
}

/** Tables of the body's rows only, as A1 references to them have moved: for reading formulas the grid has just shifted. */
export function bodiesAfter(tables: Tables, changes: readonly RowChange[]): Tables {
  return tables.map((table) => {
    const body = bodyOf(table);
    const moved = changes
      .filter(({ sheet }) => sheet === body.sheet)
      .reduce((rows, change) => movedRows(rows, change), { top: body.top, bottom: body.bottom });
    return { ...table, range: { ...body, ...moved }, headerRow: false, totalsRow: false };
  });
}

function changedRuns(runs: readonly RowRun[], { kind, at, count }: RowChange): readonly RowRun[] {
  const before = slice(runs, 0, at);
  if (kind === 'insert') return joined([...before, { from: null, count }, ...slice(runs, at, Infinity)]);
  return joined([...before, ...slice(runs, at + count, Infinity)]);
}

function slice(runs: readonly RowRun[], first: number, end: number): RowRun[] {
  let start = 0;
  return runs.flatMap(({ from, count }) => {
    const [low, high] = [Math.max(first - start, 0), Math.min(end - start, count)];
    start += count;
    return low < high ? [{ from: from === null ? null : from + low, count: high - low }] : [];
  });
}

function joined(runs: readonly RowRun[]): RowRun[] {
  const result: RowRun[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    const continues =
      last && (run.from === null ? last.from === null : last.from !== null && last.from + last.count === run.from);
    if (continues) result[result.length - 1] = { from: last.from, count: last.count + run.count };
    else result.push(run);
  }
  return result;
}
