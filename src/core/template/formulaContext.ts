import { choiceText, headerOf } from './headers';
import type { FormulaContext, Language, TableName } from './types';

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const caseLookup = (language: Language, column: string, key: string): string => {
  const of = (name: string): string => `KmcCase[${headerOf('KmcCase', name, language)}]`;
  return `INDEX(${of(column)},MATCH(${quoted(key)},${of('key')},0))`;
};

/**
 * @param table the table in whose rows the formula stands; `null` for a formula outside tables, which has no row
 * @param tables every table of the workbook
 */
export function formulaContext(
  language: Language,
  table: TableName | null,
  tables: ReadonlySet<TableName>,
): FormulaContext {
  const known = (name: TableName): TableName => {
    if (!tables.has(name)) throw new Error(`a formula names ${name}, which the workbook does not hold`);
    return name;
  };
  const row = (key: string): string => {
    if (table === null) throw new Error(`no row to read ${key} from`);
    return `[${headerOf(table, key, language)}]`;
  };
  const header = (name: TableName, key: string): string => headerOf(known(name), key, language);
  return {
    language,
    cell: (key) => `${table}[[#This Row],${row(key)}]`,
    cells: (from, to) => `${table}[[#This Row],${row(from)}:${row(to)}]`,
    columns: (name, from, to) => `${name}[[${header(name, from)}]:[${header(name, to)}]]`,
    column: (name, key) => `${name}[${header(name, key)}]`,
    choice: (set, word) => quoted(choiceText(set, word, language)),
    field: (key) => caseLookup(language, 'value', key),
    fieldUnit: (key) => caseLookup(language, 'unit', key),
    has: (name) => tables.has(name),
  };
}
