import { message } from '../message';
import { normaliseText } from '../quantity/normalise';
import { headerOf, keyOfHeader } from '../template/headers';
import type { ColumnSpec, Language, TableName } from '../template/types';
import { cellAddress } from '../workbook/a1';
import type { SheetSnapshot } from '../workbook/snapshot';
import type { FoundTable } from './findTables';
import type { ProblemList } from './problemList';

/** A column of the template and where it stands. */
export interface BoundColumn {
  readonly spec: ColumnSpec;
  /** Sheet column, from 0. */
  readonly column: number;
  /** As it stands in the workbook. */
  readonly header: string;
}

/** A table whose columns are known. Rows are sheet rows from 0, without header and totals. */
export interface BoundTable {
  readonly name: TableName;
  readonly sheet: SheetSnapshot;
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: ReadonlyMap<string, BoundColumn>;
  /** Key of the column that names a row. */
  readonly idKey: string;
}

/**
 * Binds a table's columns by their headers, in either language and any order. Columns the template does not know are left alone.
 * A key that two headers name is not bound: which of them counts is not ours to guess.
 */
export function bindColumns({ spec, table, sheet }: FoundTable, problems: ProblemList): BoundTable {
  const { range } = table;
  const columns = new Map<string, BoundColumn>();
  const twice = new Set<string>();
  const place = { table: spec.name, rowId: null };
  table.columns.forEach((header, position) => {
    const key = keyOfHeader(spec.name, header);
    const declared = spec.columns.find((column) => column.key === key);
    if (!declared) return;
    const cell = { sheet: sheet.name, row: range.top, column: range.left + position };
    const first = columns.get(declared.key);
    if (first) {
      const params = { header, first: first.header, cell: cellAddress({ row: range.top, column: first.column }) };
      problems.add({
        ...place,
        severity: 'block',
        message: message('reader.column-twice', params),
        cell,
        column: declared.key,
      });
      twice.add(declared.key);
    } else columns.set(declared.key, { spec: declared, column: cell.column, header });
  });
  reportMissing({ spec, table, sheet }, columns, problems);
  for (const key of twice) columns.delete(key);
  return {
    name: spec.name,
    sheet,
    headerRow: range.top,
    firstRow: range.top + 1,
    lastRow: Math.min(range.bottom - (table.totalsRow ? 1 : 0), sheet.rowCount - 1),
    columns,
    idKey: spec.columns.find(({ kind }) => kind === 'id')!.key,
  };
}

function reportMissing(
  { spec, table }: FoundTable,
  columns: ReadonlyMap<string, BoundColumn>,
  problems: ProblemList,
): void {
  for (const { key, need } of spec.columns) {
    if (need === 'optional' || columns.has(key)) continue;
    const headers = { english: headerOf(spec.name, key, 'en'), japanese: headerOf(spec.name, key, 'ja') };
    problems.add({
      severity: need === 'required' ? 'block' : 'warn',
      message: message('reader.column-missing', { table: spec.name, ...headers }),
      cell: { sheet: table.range.sheet, row: table.range.top, column: table.range.left },
      table: spec.name,
      rowId: null,
      column: key,
    });
  }
}

/** Headers that stand in one language and not in the other speak for that language. */
export function headerVotes({ name, columns }: BoundTable): Readonly<Record<Language, number>> {
  const votes = { en: 0, ja: 0 };
  for (const [key, { header }] of columns) {
    const [en, ja] = [headerOf(name, key, 'en'), headerOf(name, key, 'ja')];
    if (en === ja) continue;
    if (normaliseText(header) === en) votes.en++;
    if (normaliseText(header) === ja) votes.ja++;
  }
  return votes;
}
