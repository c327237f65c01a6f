import type { VariationRow } from '../case/types';
import type { Message } from '../message';
import { nearestAmong } from '../quantity/nearest';
import { normaliseText } from '../quantity/normalise';
import { fieldSpec } from '../template/fields';
import { keyOfHeader } from '../template/headers';
import { TABLES, tableSpec } from '../template/tables';
import type { ColumnSpec, TableSpec } from '../template/types';
import { valueSpec } from './caseFields';
import type { Accepted } from './cells';
import type { TableRow } from './tableRow';

/** A table of variations varies no variation. */
const VARIED = TABLES.filter(({ name }) => name !== 'KmcVariations').map(({ name }) => name);

/**
 * One changed cell, named by table, row id and column; the column by its key or by its header in either language. What does not exist is
 * refused with the nearest that does. The value is judged as the cell it takes the place of would be.
 */
export function readVariation(row: TableRow): VariationRow {
  const name = row.text('name');
  const table = readTable(row);
  const changed = readRowId(row, table);
  const column = readColumn(row, table);
  return {
    ref: row.ref,
    name,
    table: table?.name ?? null,
    row: changed,
    column: column?.key ?? null,
    value: readValue(row, specOfCell(table, changed, column)),
  };
}

function readTable(row: TableRow): TableSpec | null {
  const text = row.text('table');
  const found = text === null ? undefined : tableSpec(text);
  if (text === null || (found && found.name !== 'KmcVariations' && row.context.ids.has(found.name)))
    return found ?? null;
  const present = VARIED.filter((name) => row.context.ids.has(name));
  return unknown(row, 'table', 'variation-table', text, present);
}

/** A field of the case may be varied also where its row is missing: it is blank then. */
function readRowId(row: TableRow, table: TableSpec | null): string | null {
  const text = row.text('row');
  if (text === null || table === null) return text;
  const ids = row.context.ids.get(table.name)!;
  const id = normaliseText(text);
  const exists = ids.has(id) || (table.name === 'KmcCase' && fieldSpec(id) !== undefined);
  return exists ? id : unknown(row, 'row', 'variation-row', text, [...ids.keys()], { table: table.name });
}

const isInput = (table: TableSpec) => (column: ColumnSpec) =>
  column.kind !== 'id' && column.formulaKind !== 'computed' && (table.name !== 'KmcCase' || column.key === 'value');

function readColumn(row: TableRow, table: TableSpec | null): ColumnSpec | null {
  const text = row.text('column');
  if (text === null || table === null) return null;
  const columns = table.columns.filter(isInput(table));
  const found = columns.find(({ key }) => key === text || key === keyOfHeader(table.name, text));
  const known = (): string[] => columns.map(({ key }) => headerHere(row, table, key));
  return found ?? unknown(row, 'column', 'variation-column', text, known(), { table: table.name });
}

/** The header as the workbook has it; the key where the column is missing there. */
function headerHere(row: TableRow, table: TableSpec, key: string): string {
  return row.context.headers.get(table.name)?.get(key) ?? key;
}

function unknown(
  row: TableRow,
  key: string,
  code: string,
  found: string,
  candidates: readonly string[],
  params: Message['params'] = {},
): null {
  const nearest = nearestAmong(() => candidates)(found);
  return row.refuse(key, 'block', code, { found, nearest, ...params });
}

/** A cell of KmcCase is read as its field demands. */
function specOfCell(table: TableSpec | null, id: string | null, column: ColumnSpec | null): ColumnSpec | null {
  if (table === null || id === null || column === null) return null;
  if (table.name !== 'KmcCase') return column;
  const field = fieldSpec(id);
  return field ? valueSpec(field) : null;
}

/** A blank would leave the varied cell without its number. Where nobody knows the cell, the text is kept as typed. */
function readValue(row: TableRow, spec: ColumnSpec | null): string | null {
  if (spec === null || row.state('value') !== 'content') return row.text('value');
  return textOf(row.readAs({ ...spec, need: 'required' }, 'value'));
}

const textOf = (value: Accepted | null): string | null => (value === null ? null : value.toString());
