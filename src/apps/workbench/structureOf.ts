import { AS_OPENED, type Layout, type RowRun } from '../../adapters/grid/layout';
import { bodyOf } from '../../adapters/grid/tableReference';
import type { Structure } from '../../adapters/xlsx/write/structure/restructure';
import type { RowLook } from '../../adapters/xlsx/write/structure/sheetRows';
import type { TableSnapshot, WorkbookSnapshot } from '../../core/workbook/snapshot';

/**
 * How rows and tables of the file must lie for what the user has done in the grid.
 * @param opened the workbook as the file has it
 * @returns `null` where they lie as in the file
 */
export function structureOf(layout: Layout, opened: WorkbookSnapshot): Structure | null {
  const rows = new Map([...layout.rows].filter(([, runs]) => !isAsOpened(runs)));
  const moved = layout.tables.filter((table, at) => !hasSameRange(table, opened.tables[at]!));
  if (rows.size === 0 && moved.length === 0) return null;
  const looks = new Map<string, RowLook[]>();
  const add = (sheet: string, look: RowLook) => looks.set(sheet, [...(looks.get(sheet) ?? []), look]);
  layout.tables.forEach((table, at) =>
    linesLooks(layout, table, opened.tables[at]!).forEach((look) => add(table.range.sheet, look)),
  );
  for (const [sheet, runs] of rows)
    for (const row of newRows(runs))
      if (!isInBody(layout, sheet, row)) add(sheet, { row, model: row - 1, columns: null });
  return { rows, tables: layout.tables, looks };
}

const isAsOpened = (runs: readonly RowRun[]): boolean => runs.length === 1 && runs[0]!.from === 0;

const hasSameRange = ({ range: a }: TableSnapshot, { range: b }: TableSnapshot): boolean =>
  a.top === b.top && a.bottom === b.bottom;

/** New lines look like the line above them that the file has, or else the one below. */
function linesLooks({ rows }: Layout, table: TableSnapshot, opened: TableSnapshot): RowLook[] {
  const runs = rows.get(table.range.sheet) ?? AS_OPENED;
  const body = bodyOf(table);
  const old = bodyOf(opened);
  const lines = Array.from({ length: body.bottom - body.top + 1 }, (_, index) => {
    const row = body.top + index;
    const from = originOf(runs, row);
    return { row, from, isOld: from !== null && from >= old.top && from <= old.bottom };
  });
  return lines.flatMap(({ row, from, isOld }, index) => {
    if (isOld) return [];
    const model =
      lines
        .slice(0, index)
        .reverse()
        .find((line) => line.isOld) ?? lines.find((line) => line.isOld);
    const columns = from === null ? null : ([table.range.left, table.range.right] as const);
    return model ? [{ row, model: model.row, columns }] : [];
  });
}

/** @returns the row of the file; `null` for a new one */
export function originOf(runs: readonly RowRun[], row: number): number | null {
  let start = 0;
  for (const { from, count } of runs) {
    if (row < start + count) return from === null ? null : from + row - start;
    start += count;
  }
  return null;
}

function newRows(runs: readonly RowRun[]): number[] {
  let start = 0;
  return runs.flatMap(({ from, count }) => {
    const first = start;
    start += count;
    return from === null ? Array.from({ length: count }, (_, index) => first + index) : [];
  });
}

function isInBody({ tables }: Layout, sheet: string, row: number): boolean {
  return tables.map(bodyOf).some((body) => body.sheet === sheet && row >= body.top && row <= body.bottom);
}
