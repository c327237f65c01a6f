import type { Rule } from './rule';

type Owns = NonNullable<Rule['owns']>;

const BLANKS = ['reader.blank-expected', 'reader.blank-required', 'reader.field-missing'];

/** Whether a problem says that nothing stands in a cell. */
export const isBlank: Owns = ({ message }) => BLANKS.includes(message.code);

/** Blank cells and missing rows of fields, as reading reports them. */
export const blankFields =
  (...keys: readonly string[]): Owns =>
  ({ message, table, rowId }) =>
    table === 'KmcCase' &&
    rowId !== null &&
    keys.includes(rowId) &&
    ['reader.blank-expected', 'reader.blank-required', 'reader.field-missing'].includes(message.code);

/** Blank cells of a table's columns, as reading reports them. */
export const blankCells =
  (tables: readonly string[], ...columns: readonly string[]): Owns =>
  ({ message, table, column }) =>
    table !== null &&
    tables.includes(table) &&
    column !== null &&
    columns.includes(column) &&
    ['reader.blank-expected', 'reader.blank-required'].includes(message.code);

export const anyOf =
  (...claims: readonly Owns[]): Owns =>
  (problem) =>
    claims.some((claim) => claim(problem));
