import type { CaseField, RowRef } from '../case/types';
import { message } from '../message';
import { Decimal } from '../quantity/decimal';
import { FIELDS, fieldSpec } from '../template/fields';
import { TEMPLATE_VERSION } from '../template/version';
import type { ColumnSpec, FieldSpec } from '../template/types';
import type { BoundTable } from './bindColumns';
import type { Accepted } from './cells';
import type { ReadingContext } from './readingContext';
import { sameUnit } from './sameUnit';
import { TableRow } from './tableRow';

/** Told to people only; read for the errors they may show. */
const LABELS = ['group', 'item'];

/** Declarations made for reading alone have no place on a sheet. */
const NO_WIDTH = 0;

/**
 * The filled fields of KmcCase by key. A key that stands in two rows gives no field: the rows contradict each other, and that is reported
 * with their ids. Reported too are keys the template does not know, and fields it needs that have no row.
 */
export function readFields(rows: readonly TableRow[]): Readonly<Record<string, CaseField>> {
  const fields = new Map<string, CaseField | null>();
  for (const row of rows) {
    const spec = fieldSpec(row.ref.id);
    const field = spec ? readField(about(row, spec), spec) : readUnknown(row);
    fields.set(row.ref.id, fields.has(row.ref.id) ? null : field);
  }
  return Object.fromEntries([...fields].filter((entry): entry is [string, CaseField] => entry[1] !== null));
}

/** The rows of all fields by key, blank ones too; of a key that stands twice the first. */
export function rowsOfFields(rows: readonly TableRow[]): Readonly<Record<string, RowRef>> {
  return Object.fromEntries([...rows].reverse().map(({ ref }) => [ref.id, ref]));
}

/** Fields a number or a reviewer needs whose row was deleted. */
export function reportMissingFields(table: BoundTable, keys: ReadonlySet<string>, { problems }: ReadingContext): void {
  const column = table.columns.get(table.idKey);
  for (const { key, need } of FIELDS) {
    if (need === 'optional' || keys.has(key)) continue;
    problems.add({
      severity: need === 'required' ? 'block' : 'warn',
      message: message('reader.field-missing', { key, label: message(`template.fields.${key}`) }),
      cell: column ? { sheet: table.sheet.name, row: table.headerRow, column: column.column } : null,
      table: table.name,
      rowId: key,
      column: null,
    });
  }
}

/** A row whose problems name the field: every row has the same header over its value. */
function about({ table, ref, context }: TableRow, { key }: FieldSpec): TableRow {
  return new TableRow(table, ref, context, message(`template.fields.${key}`));
}

function readUnknown(row: TableRow): null {
  if (row.ref.id !== '') row.report(row.table.idKey, 'warn', 'field-unknown', { found: row.ref.id });
  return null;
}

function readField(row: TableRow, spec: FieldSpec): CaseField | null {
  for (const key of LABELS) row.read(key);
  const value = row.readAs(valueSpec(spec), 'value');
  if (spec.key === 'templateVersion' && value !== null) checkVersion(row, value);
  const unit = readUnit(row, spec, value !== null);
  const [basis, note] = [row.text('basis'), row.text('note')];
  if (value === null) return null;
  return { ref: row.ref, key: spec.key, ...held(value), unit, basis, note };
}

/** What another version means by a column or leaves to a new one is not ours to guess. */
function checkVersion(row: TableRow, found: Accepted): void {
  if (found === TEMPLATE_VERSION) return;
  row.report('value', 'block', 'template-version', { found: found.toString(), expected: TEMPLATE_VERSION });
}

/** @returns the value cell of a field, declared as a column would be */
export function valueSpec({ key, kind, need, choices }: FieldSpec): ColumnSpec {
  return { key, kind: kind === 'quantity' ? 'number' : kind, need, choices, width: NO_WIDTH };
}

function held(value: Accepted): Pick<CaseField, 'text' | 'number'> {
  if (typeof value === 'string') return { text: value, number: null };
  return { text: null, number: value instanceof Decimal ? value : new Decimal(value) };
}

function readUnit(row: TableRow, spec: FieldSpec, filled: boolean): string | null {
  if (spec.kind === 'quantity') return readQuantityUnit(row, filled);
  const unit = row.text('unit');
  if (unit === null || spec.unit === undefined || sameUnit(unit, spec.unit)) return unit;
  return row.refuse('unit', 'block', 'field-unit', { found: unit, expected: spec.unit });
}

function readQuantityUnit(row: TableRow, filled: boolean): string | null {
  const need = filled ? 'required' : 'optional';
  const unit = row.readAs({ key: 'unit', kind: 'unit', need, width: NO_WIDTH }, 'unit');
  return typeof unit === 'string' ? unit : null;
}
