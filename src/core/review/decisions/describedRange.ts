import { keyOfHeader } from '../../template/headers';
import type { CellRef, RangeRef } from '../../workbook/cell';
import type { TableSnapshot } from '../../workbook/snapshot';
import type { Grounds } from './grounds';
import { dataRows } from './read';

/**
 * Names what a reference stands for in a way that sorting, other headers and moved columns leave alone: whole columns of a table, cells of
 * the formula's own row, a cell by its row's id.
 * @param at the formula's cell
 * @returns `null` for what lies in no table
 */
export function describedRange(
  { range, own }: { readonly range: RangeRef; readonly own: boolean },
  at: CellRef,
  { reads, places }: Grounds,
): string | null {
  const table = reads.tableAround(range);
  if (!table) return placedCell(range, places);
  const columns = [range.left, range.right].map((column) => columnName(table, column));
  const name = `${table.name.toLowerCase()}[${columns[0]}${columns[0] === columns[1] ? '' : `:${columns[1]}`}]`;
  const { first, last } = dataRows(table);
  if (own && range.top === range.bottom && range.top === at.row && sameTable(table, at)) return `@${name}`;
  if (!own && range.top <= first && range.bottom >= last) return name;
  return placedCell(range, places);
}

function placedCell({ sheet, top, left, bottom, right }: RangeRef, places: Grounds['places']): string | null {
  if (top !== bottom || left !== right) return null;
  const place = places.at({ sheet, row: top, column: left });
  return place && `${place.table}|${place.rowId}|${place.column}`;
}

const columnName = ({ name, range, columns }: TableSnapshot, column: number): string => {
  const header = columns[column - range.left] ?? '';
  return keyOfHeader(name, header) ?? header.toLowerCase();
};

const sameTable = ({ range }: TableSnapshot, { sheet, row, column }: CellRef): boolean =>
  range.sheet === sheet && row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
