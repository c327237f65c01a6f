import type { Edit } from './edit';
import type { TableSnapshot } from './snapshot';

/**
 * Tables after contents were written, as in a spreadsheet where they are typed: what comes to stand in the row right below a table makes
 * that row its next line, unless the table ends in totals or the row belongs to another table. A blank makes no line.
 * @param edits in any order; calculated values are no contents
 * @returns the same array where no table grows; a table that does not is the same object
 */
export function grownTables(tables: readonly TableSnapshot[], edits: readonly Edit[]): readonly TableSnapshot[] {
  const written = edits.filter(isContent);
  if (written.length === 0) return tables;
  const grown = tables.map((table) => grownTable(table, tables, written));
  return grown.every((table, index) => table === tables[index]) ? tables : grown;
}

function grownTable(table: TableSnapshot, tables: readonly TableSnapshot[], written: readonly Edit[]): TableSnapshot {
  const { sheet, left, right } = table.range;
  if (table.totalsRow) return table;
  const rows = new Set(
    written
      .filter(({ cell }) => cell.sheet === sheet && cell.column >= left && cell.column <= right)
      .map(({ cell }) => cell.row),
  );
  const isTaken = (row: number): boolean =>
    tables.some(({ range }) => range !== table.range && range.sheet === sheet && coversRow(range, row, left, right));
  let { bottom } = table.range;
  while (rows.has(bottom + 1) && !isTaken(bottom + 1)) bottom++;
  return bottom === table.range.bottom ? table : { ...table, range: { ...table.range, bottom } };
}

const isContent = ({ kind, value }: Edit): boolean =>
  kind === 'set-formula' || (kind === 'set-value' && value !== null && value !== '');

const coversRow = (range: TableSnapshot['range'], row: number, left: number, right: number): boolean =>
  row >= range.top && row <= range.bottom && range.left <= right && range.right >= left;
