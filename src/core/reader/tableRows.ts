import type { RowRef } from '../case/types';
import { message } from '../message';
import { cellAddress } from '../workbook/a1';
import type { BoundColumn, BoundTable } from './bindColumns';
import { idText, shown } from './content';
import type { ProblemList } from './problemList';
import type { IdPlace } from './readingContext';
import { isCellError, type CellValue } from '../workbook/cell';

/** The rows of a table that say something, and the ids found in them. */
export interface TableRows {
  readonly table: BoundTable;
  readonly refs: readonly RowRef[];
  readonly ids: ReadonlyMap<string, IdPlace>;
}

/**
 * Collects a table's rows. A row is left out where every cell of a column the template knows is blank; formulas in the columns that the
 * template fills with formulas do not count, so that prepared rows stay silent. Reported are missing, unreadable and repeated ids.
 * @param ids found before in other parts of the table; those of this part are added
 */
export function tableRows(
  table: BoundTable,
  problems: ProblemList,
  ids: Map<string, IdPlace> = new Map<string, IdPlace>(),
): TableRows {
  const refs: RowRef[] = [];
  const columns = [...table.columns.values()];
  const idColumn = columns.find(({ spec }) => spec.kind === 'id');
  for (let row = table.firstRow; row <= table.lastRow; row++) {
    if (!columns.some((column) => saysSomething(table, row, column))) continue;
    const id = idColumn ? readId(table, row, idColumn, ids, problems) : '';
    refs.push({ table: table.name, id, sheet: table.sheet.name, row });
  }
  return { table, refs, ids };
}

function saysSomething({ sheet }: BoundTable, row: number, { spec, column }: BoundColumn): boolean {
  if (spec.formula && sheet.formula(row, column) !== null) return false;
  const value = sheet.value(row, column);
  return value !== '' && (value !== null || sheet.formula(row, column) !== null);
}

function readId(
  table: BoundTable,
  row: number,
  column: BoundColumn,
  ids: Map<string, IdPlace>,
  problems: ProblemList,
): string {
  const value = table.sheet.value(row, column.column);
  const id = value === null || isCellError(value) ? null : idText(value);
  const report = (code: string, params = {}): void =>
    problems.add({
      severity: 'block',
      message: message(`reader.${code}`, { header: column.header, ...params }),
      cell: { sheet: table.sheet.name, row, column: column.column },
      table: table.name,
      rowId: id || null,
      column: column.spec.key,
    });
  const known = id ? ids.get(id) : undefined;
  if (!id) report(...missingId(table, row, column, value));
  else if (known) report('id-twice', { id, other: cellAddress({ row: known.row, column: column.column }) });
  else ids.set(id, { row, content: value as string | number });
  return id ?? '';
}

function missingId({ sheet }: BoundTable, row: number, { column }: BoundColumn, value: CellValue): [string, object?] {
  if (value === null && sheet.formula(row, column) !== null) return ['not-calculated'];
  if (isCellError(value)) return ['error-value', { found: value.error }];
  return typeof value === 'boolean' ? ['expected-text', { found: shown(value) }] : ['id-missing'];
}
