import { readWorkbook } from '../adoption/readWorkbook';
import type { Case, Reading, RowRef } from '../case/types';
import { failure, success, type Outcome } from '../message';
import { renderContent, type RowContent } from '../template/content';
import { tableSpec } from '../template/tables';
import type { ColumnSpec, Language, TableName } from '../template/types';
import type { CellRef } from '../workbook/cell';
import type { Edit } from '../workbook/edit';
import type { TableSnapshot, WorkbookSnapshot } from '../workbook/snapshot';
import { rowsOf } from '../template/caseRows';
import { freeRows } from './freeRows';
import { nextIds } from './nextIds';
import { rowFormulas, type RowFormulas } from './rowFormulas';

/** Rows to come, as edits; nothing is written yet. */
export interface AddedRows {
  readonly edits: readonly Edit[];
  /** Where the new rows will stand, in the order given. */
  readonly rows: readonly RowRef[];
  /** The first cell a person fills in the first of them. */
  readonly first: CellRef;
}

/** A table of the template as it stands in a workbook. */
interface Target {
  readonly name: TableName;
  readonly table: TableSnapshot;
  readonly language: Language;
  /** Columns the workbook has, each with its sheet column. */
  readonly columns: readonly (ColumnSpec & { readonly at: number })[];
  readonly idKey: string;
}

/**
 * Appends rows to a table: first into the blank rows prepared at its end, then right below it, where every host makes them lines of the
 * table. Rows without an id get the next free one; formulas of the template fill what neither the row nor the sheet gives.
 * @param rows contents by column key, a choice as its neutral word; what is absent stays blank
 * @param reading of this snapshot, where it is known already
 * @returns the edits, or why there are none: `inventory.refused.table-missing`, `inventory.refused.language-unknown`, `inventory.refused.no-rows`, `inventory.refused.column-missing`,
 * `inventory.refused.id-taken`, `inventory.refused.totals-row`, `inventory.refused.below-filled`, `inventory.refused.sheet-full`
 */
export function addRows(
  snapshot: WorkbookSnapshot,
  table: TableName,
  rows: readonly RowContent[],
  { case: read }: Reading = readWorkbook(snapshot),
): Outcome<AddedRows> {
  if (rows.length === 0) return failure('inventory.refused.no-rows');
  const target = targetOf(snapshot, table, read);
  if (!target.ok) return target;
  const unknown = missingColumn(target.value, rows);
  if (unknown !== undefined) return failure('inventory.refused.column-missing', { table, column: unknown });
  const ids = idsOf(target.value, rows, read);
  if (!ids.ok) return ids;
  const places = freeRows(snapshot, target.value.table, rowsOf(read, table), rows.length);
  if (!places.ok) return places;
  return success(added(snapshot, target.value, rows, ids.value, places.value));
}

function targetOf(snapshot: WorkbookSnapshot, name: TableName, read: Case): Outcome<Target> {
  const spec = tableSpec(name)!;
  const table = snapshot.tables.find((one) => one.name.toLowerCase() === name.toLowerCase());
  const location = read.locations[name];
  if (!table || !location || location.sheet !== table.range.sheet)
    return failure('inventory.refused.table-missing', { table: name });
  if (read.language === null) return failure('inventory.refused.language-unknown');
  const columns = spec.columns.flatMap((column) => {
    const at = location.columns[column.key];
    return at === undefined ? [] : [{ ...column, at }];
  });
  return success({ name, table, language: read.language, columns, idKey: spec.columns.find(isId)!.key });
}

const isId = ({ kind }: ColumnSpec): boolean => kind === 'id';

/** @returns the header's key that a row needs and the workbook lacks */
function missingColumn({ columns, idKey }: Target, rows: readonly RowContent[]): string | undefined {
  const wanted = new Set([idKey, ...rows.flatMap((row) => Object.keys(row))]);
  return [...wanted].find((key) => !columns.some((column) => column.key === key));
}

function idsOf({ name, idKey }: Target, rows: readonly RowContent[], read: Case): Outcome<readonly string[]> {
  const taken = rowsOf(read, name).map(({ id }) => id);
  const own = rows.map((row) => textOf(row[idKey]));
  const given = own.flatMap((id) => id ?? []);
  const twice = given.find((id, index) => taken.includes(id) || given.indexOf(id) !== index);
  if (twice !== undefined) return failure('inventory.refused.id-taken', { id: twice, table: name });
  const fresh = [...nextIds(name, [...taken, ...given], own.length)];
  return success(own.map((id) => id ?? fresh.shift()!));
}

function textOf(content: RowContent[string] | undefined): string | null {
  if (typeof content === 'string' || typeof content === 'number') return String(content);
  const raw = typeof content === 'object' && 'raw' in content ? content.raw : null;
  return typeof raw === 'string' ? raw : null;
}

function added(
  snapshot: WorkbookSnapshot,
  target: Target,
  rows: readonly RowContent[],
  ids: readonly string[],
  places: readonly number[],
): AddedRows {
  const formulas = rowFormulas(snapshot, target.name, target.language);
  const { sheet } = target.table.range;
  const edits = rows.flatMap((row, index) =>
    rowEdits(snapshot, target, { ...row, [target.idKey]: row[target.idKey] ?? ids[index]! }, places[index]!, formulas),
  );
  const first = target.columns.find(
    (column) => column.key !== target.idKey && !column.formula && !(column.key in rows[0]!),
  );
  return {
    edits,
    rows: ids.map((id, index) => ({ table: target.name, id, sheet, row: places[index]! })),
    first: { sheet, row: places[0]!, column: (first ?? target.columns[0]!).at },
  };
}

function rowEdits(
  snapshot: WorkbookSnapshot,
  { table, columns, language }: Target,
  row: RowContent,
  at: number,
  formulas: RowFormulas,
): readonly Edit[] {
  const sheet = snapshot.sheets.find(({ name }) => name === table.range.sheet)!;
  return columns.flatMap((column): Edit[] => {
    const cell = { sheet: sheet.name, row: at, column: column.at };
    const { value, formula } = renderContent(row[column.key], column, language);
    if (formula !== null) return [{ kind: 'set-formula', cell, formula, value }];
    if (value !== null) return [{ kind: 'set-value', cell, value }];
    const own = sheet.formula(at, column.at) === null ? formulas(column) : null;
    return own === null ? [] : [{ kind: 'set-formula', cell, formula: own, value: null }];
  });
}
