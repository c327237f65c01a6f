import { message } from '../message';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import type { BoundTable } from './bindColumns';
import type { ProblemList } from './problemList';

/** A note or a sum below a table fills fewer cells than a row does. */
const LEAST_CELLS = 3;

/**
 * Rows typed below a table and not taken into it enter no number, which nothing else on the sheet shows. One problem for each table, at
 * the first such row.
 */
export function reportRowsBelow(
  tables: readonly BoundTable[],
  snapshot: WorkbookSnapshot,
  problems: ProblemList,
): void {
  for (const table of tables) {
    const rows = rowsBelow(table, snapshot);
    if (rows[0] === undefined) continue;
    problems.add({
      severity: 'warn',
      message: message('reader.rows-below', { table: table.name, rows: rows.map((row) => row + 1) }),
      cell: { sheet: table.sheet.name, row: rows[0], column: firstFilled(table, rows[0]) },
      table: table.name,
      rowId: null,
      column: null,
    });
  }
}

function rowsBelow(table: BoundTable, { tables }: WorkbookSnapshot): readonly number[] {
  const others = tables.filter(({ name, range }) => range.sheet === table.sheet.name && name !== table.name);
  const isOthers = (row: number): boolean => others.some(({ range }) => range.top <= row && row <= range.bottom);
  const rows: number[] = [];
  for (let row = table.lastRow + 1; row < table.sheet.rowCount; row++)
    if (!isOthers(row) && isLikeRow(table, row)) rows.push(row);
  return rows;
}

const inputsOf = ({ columns }: BoundTable) => [...columns.values()].filter(({ spec }) => !spec.formula);

const isTyped = ({ sheet }: BoundTable, row: number, column: number): boolean =>
  (sheet.value(row, column) ?? '') !== '' && sheet.formula(row, column) === null;

/** Several inputs stand there, one that no row may lack among them. */
function isLikeRow(table: BoundTable, row: number): boolean {
  const filled = inputsOf(table).filter(({ column }) => isTyped(table, row, column));
  return filled.length >= LEAST_CELLS && filled.some(({ spec }) => spec.need === 'required' && spec.kind !== 'id');
}

const firstFilled = (table: BoundTable, row: number): number =>
  Math.min(
    ...inputsOf(table)
      .map(({ column }) => column)
      .filter((column) => isTyped(table, row, column)),
  );
