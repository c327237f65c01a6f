import type { Case, Problem, RowRef, Severity } from '../case/types';
import { FIELDS } from '../template/fields';
import { TABLES } from '../template/tables';
import type { TableName } from '../template/types';
import type { CellRef } from '../workbook/cell';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { rowsOf } from '../template/caseRows';

/** How far a table of a case is filled. Each row counts once, by the worst that is said of it. */
export interface TableProgress {
  readonly table: TableName;
  /** Where it begins; `null` where the workbook does not have it. */
  readonly place: CellRef | null;
  /** Part of every case, and neither there nor stood for by an adopted range. */
  readonly missing: boolean;
  /** Filled rows; of KmcCase the fields that are asked for or filled. */
  readonly rows: number;
  readonly complete: number;
  /** Rows without which a number cannot stand. */
  readonly blocked: number;
  /** Rows that need a look or a reason. */
  readonly toCheck: number;
  /** Everything said of the table, of its rows or of the whole; notes without consequence among it. */
  readonly problems: readonly Problem[];
  /** Of these, what concerns no single row: a missing column, a share that does not add up. */
  readonly ofWhole: readonly Problem[];
}

/**
 * How far each table of a case is, in the order of the template. Optional tables the workbook does not have are left out.
 * @param problems everything found, of reading and of calculating
 */
export function progressOf(
  { tables, sheets }: Pick<WorkbookSnapshot, 'tables' | 'sheets'>,
  read: Case,
  problems: readonly Problem[],
): readonly TableProgress[] {
  const byTable = grouped(problems);
  return TABLES.flatMap(({ name, presence }): TableProgress[] => {
    const own = tables.find((table) => table.name.toLowerCase() === name.toLowerCase());
    const location = read.locations[name];
    if (!own && !location && presence === 'optional') return [];
    const place = own
      ? { sheet: own.range.sheet, row: own.range.top, column: own.range.left }
      : location && sheets.some((sheet) => sheet.name === location.sheet)
        ? { sheet: location.sheet, row: location.parts?.[0]?.firstRow ?? 0, column: 0 }
        : null;
    const said = byTable.get(name) ?? [];
    return [{ table: name, place, missing: !own && !location, ...counts(name, read, said), problems: said }];
  });
}

function grouped(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (problem.table === null) continue;
    const group = groups.get(problem.table) ?? [];
    groups.set(problem.table, group);
    group.push(problem);
  }
  return groups;
}

function counts(table: TableName, read: Case, problems: readonly Problem[]) {
  const rows = new Map<string, Severity | null>(keysOf(table, read).map((key) => [key, null]));
  const keyAt = rowKeys(table, read);
  const ofWhole: Problem[] = [];
  for (const problem of problems) {
    const key = keyAt(problem);
    if (key === null) ofWhole.push(problem);
    else rows.set(key, worse(rows.get(key) ?? null, problem.severity));
  }
  const count = (wanted: Severity): number => [...rows.values()].filter((severity) => severity === wanted).length;
  const [blocked, toCheck] = [count('block'), count('warn')];
  return { rows: rows.size, complete: rows.size - blocked - toCheck, blocked, toCheck, ofWhole };
}

const placeKey = (sheet: string, row: number): string => `${row} ${sheet}`;

/** Fields are known by their keys, also those that are blank; other rows by where they stand, since an id may be missing or repeated. */
function keysOf(table: TableName, read: Case): readonly string[] {
  if (table !== 'KmcCase') return rowsOf(read, table).map(({ sheet, row }) => placeKey(sheet, row));
  const asked = FIELDS.filter(({ need }) => need !== 'optional').map(({ key }) => key);
  return [...new Set([...asked, ...Object.keys(read.fields)])];
}

function rowKeys(table: TableName, read: Case): (problem: Problem) => string | null {
  if (table === 'KmcCase') return ({ rowId }) => (rowId === '' ? null : rowId);
  const refs = rowsOf(read, table);
  const places = new Set(refs.map(({ sheet, row }) => placeKey(sheet, row)));
  const byId = new Map<string, RowRef>(refs.map((ref) => [ref.id, ref]));
  return ({ cell, rowId }) => {
    const key = cell && placeKey(cell.sheet, cell.row);
    if (key !== null && places.has(key)) return key;
    const named = rowId === null ? undefined : byId.get(rowId);
    return named ? placeKey(named.sheet, named.row) : null;
  };
}

const ORDER: readonly (Severity | null)[] = [null, 'info', 'warn', 'block'];

const worse = (one: Severity | null, other: Severity): Severity =>
  ORDER.indexOf(other) > ORDER.indexOf(one) ? other : (one ?? other);
