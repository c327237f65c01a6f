/// <reference types="office-js" />
import type { Edit } from '../../core/workbook/edit';
import { grownTables } from '../../core/workbook/tableGrowth';
import type { TableSnapshot } from '../../core/workbook/snapshot';

/** Lines that a table needs for what is going to be written right below it. */
export interface NewLines {
  readonly table: Excel.Table;
  readonly count: number;
}

/** Two round trips, or none where no cell is written. */
export async function newLines(context: Excel.RequestContext, edits: readonly Edit[]): Promise<readonly NewLines[]> {
  if (edits.length === 0) return [];
  const sheets = new Set(edits.map(({ cell }) => cell.sheet));
  const all = context.workbook.tables.load('items/name,items/showHeaders,items/showTotals,items/worksheet/name');
  await context.sync();
  const tables = all.items.filter(({ worksheet }) => sheets.has(worksheet.name));
  if (tables.length === 0) return [];
  const ranges = tables.map((table) => table.getRange().load('rowIndex,columnIndex,rowCount,columnCount'));
  await context.sync();
  const before = tables.map((table, index) => placeOf(table, ranges[index]!));
  return grownTables(before, edits).flatMap(({ range }, index) => {
    const count = range.bottom - before[index]!.range.bottom;
    return count > 0 ? [{ table: tables[index]!, count }] : [];
  });
}

/** One by one and without contents: only so does Excel fill the computed columns, also those of the user's own. */
export function queueLines(lines: readonly NewLines[]): void {
  for (const { table, count } of lines) for (let line = 0; line < count; line++) table.rows.add();
}

function placeOf(table: Excel.Table, range: Excel.Range): TableSnapshot {
  const { rowIndex: top, columnIndex: left, rowCount, columnCount } = range;
  return {
    name: table.name,
    range: { sheet: table.worksheet.name, top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 },
    columns: [],
    headerRow: table.showHeaders,
    totalsRow: table.showTotals,
  };
}
