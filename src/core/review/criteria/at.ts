import { cellOf } from '../../case/cellOf';
import type { Case, Problem, RowRef } from '../../case/types';
import type { CellRef } from '../../workbook/cell';
import type { RuleInput, Verdict } from './rule';

/** What a verdict is about and where to look, to be spread into it. */
export type At = Pick<Verdict, 'subject' | 'cells'>;

type Source = Pick<RuleInput, 'case'>;

/** A field of the case, filled or blank; without a row for it, the case as such. Further fields are shown after it. */
export function atField({ case: source }: Source, key: string, ...more: readonly string[]): At {
  const rows = [key, ...more].map((one) => source.fieldRows[one]);
  return {
    subject: subjectOf('KmcCase', key, 'value'),
    cells: rows.flatMap((row) => (row ? cellsOf(source, row, ['value']) : [])),
  };
}

/** One column of a row; more columns of the same row are shown after it. */
export function atRow({ case: source }: Source, row: RowRef, column: string, ...more: readonly string[]): At {
  return { subject: subjectOf(row.table, row.id, column), cells: cellsOf(source, row, [column, ...more]) };
}

/**
 * One column of several rows that are spoken of together. The subject is the row whose id comes first, so that sorting the table leaves it.
 * @param rows at least one
 */
export function atRows({ case: source }: Source, rows: readonly RowRef[], column: string): At {
  const [first, ...others] = [...rows].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
  if (!first) throw new RangeError('no row to point at');
  return {
    subject: subjectOf(first.table, first.id, column),
    cells: [first, ...others].flatMap((row) => cellsOf(source, row, [column])),
  };
}

/** A column of a table as a whole. @param rows those it is seen in; none where the table has no rows */
export function atColumn({ case: source }: Source, table: string, column: string, rows: readonly RowRef[]): At {
  return { subject: subjectOf(table, null, column), cells: rows.flatMap((row) => cellsOf(source, row, [column])) };
}

/** A table as a whole, e.g. one without rows. */
export const atTable = (table: string): At => ({ subject: subjectOf(table, null, null), cells: [] });

/** The case as a whole. */
export const atCase: At = { subject: subjectOf(null, null, null), cells: [] };

/** Where reading or calculation found what a verdict refers to. */
export function atProblem({ table, rowId, column, cell }: Problem): At {
  return { subject: subjectOf(table, rowId, column), cells: cell ? [cell] : [] };
}

function subjectOf(table: string | null, rowId: string | null, column: string | null): Verdict['subject'] {
  return { table, rowId, column, place: null };
}

function cellsOf({ locations }: Case, row: RowRef, columns: readonly string[]): CellRef[] {
  return columns.map((column) => cellOf(locations, row, column)).filter((cell): cell is CellRef => cell !== null);
}
