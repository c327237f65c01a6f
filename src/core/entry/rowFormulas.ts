import { formulaContext } from '../template/formulaContext';
import { TABLES, tableSpec } from '../template/tables';
import type { ColumnSpec, Language, TableName } from '../template/types';
import type { WorkbookSnapshot } from '../workbook/snapshot';

/** @returns the formula the template fills a column's cell with, in stored form; `null` where it fills none */
export type RowFormulas = (column: ColumnSpec) => string | null;

/**
 * The template's formulas for a row of a table. A workbook that lacks one of the template's own tables (an adopted range may stand for
 * it) gets none: they would name a table that is not there.
 */
export function rowFormulas(snapshot: WorkbookSnapshot, table: TableName, language: Language): RowFormulas {
  const held = new Set(snapshot.tables.flatMap(({ name }) => tableSpec(name)?.name ?? []));
  const isWhole = TABLES.every(({ name, presence }) => presence === 'optional' || held.has(name));
  const context = formulaContext(language, table, held);
  return (column) => (isWhole ? (column.formula?.(context) ?? null) : null);
}
