import { message } from '../../../message';
import { formulaContext } from '../../../template/formulaContext';
import { headerOf, keyOfHeader, LANGUAGES } from '../../../template/headers';
import { tableSpec } from '../../../template/tables';
import type { ColumnSpec, Language, TableName, TableSpec } from '../../../template/types';
import type { TableSnapshot } from '../../../workbook/snapshot';
import type { ReviewedBook, ReviewedSheet } from '../book';
import type { Remark } from '../check';
import { formulaMeaning } from './formulaMeaning';

/** The template's tables as they stand in a workbook. */
export interface TemplateTable {
  readonly spec: TableSpec;
  readonly table: TableSnapshot;
  readonly sheet: ReviewedSheet;
}

/** @returns template tables with a header row; empty for a workbook that is not made from the template */
export function templateTables(book: ReviewedBook): readonly TemplateTable[] {
  return book.snapshot.tables.flatMap((table) => {
    const spec = tableSpec(table.name);
    const sheet = book.sheet(table.range.sheet);
    return spec && sheet && table.headerRow ? [{ spec, table, sheet }] : [];
  });
}

/** @returns the language most headers are written in, `null` where there is none */
export function templateLanguage(tables: readonly TemplateTable[]): Language | null {
  const votes = LANGUAGES.map((language) => {
    const known = (spec: TableSpec) => new Set(spec.columns.map(({ key }) => headerOf(spec.name, key, language)));
    return tables.reduce(
      (sum, { spec, table }) => sum + table.columns.filter((text) => known(spec).has(text)).length,
      0,
    );
  });
  const most = Math.max(...votes);
  return most > 0 && votes.filter((count) => count === most).length === 1 ? LANGUAGES[votes.indexOf(most)]! : null;
}

export const tableNames = (tables: readonly TemplateTable[]): ReadonlySet<TableName> =>
  new Set(tables.map(({ spec }) => spec.name));

/** @returns cells of computed columns that do not hold the formula the template declares for them */
export function changedColumns(
  book: ReviewedBook,
  tables: readonly TemplateTable[],
  language: Language,
): readonly Remark[] {
  const names = tableNames(tables);
  return tables.flatMap((found) =>
    found.table.columns.flatMap((header, position) => {
      const key = keyOfHeader(found.spec.name, header);
      const column = found.spec.columns.find((declared) => declared.key === key);
      if (!column?.formula || column.formulaKind !== 'computed') return [];
      if (!(column.when ?? []).every((name) => names.has(name))) return [];
      const declared = column.formula(formulaContext(language, found.spec.name, names));
      return changedCells(book, found, { column, header, position, declared });
    }),
  );
}

interface Declared {
  readonly column: ColumnSpec;
  readonly header: string;
  readonly position: number;
  readonly declared: string;
}

function changedCells(
  book: ReviewedBook,
  { spec, table: { range, totalsRow }, sheet }: TemplateTable,
  { header, position, declared }: Declared,
): readonly Remark[] {
  const column = range.left + position;
  const found: Remark[] = [];
  for (let row = range.top + 1; row <= range.bottom - (totalsRow ? 1 : 0); row += 1) {
    const at = { sheet: sheet.snapshot.name, row, column };
    const cell = sheet.at(row, column);
    const reason = differs(
      cell?.formula?.formula ?? null,
      cell === undefined,
      (formula) =>
        formulaMeaning(formula, at, book.snapshot.tables) === formulaMeaning(declared, at, book.snapshot.tables),
    );
    const text = reason && message(`review.checks.template-formula.${reason}`, { table: spec.name, header });
    if (text) found.push({ sheet, row, column, message: text });
  }
  return found;
}

/** @returns in what a cell differs from the declared formula, `null` where it holds it */
export function differs(
  formula: string | null,
  isBlank: boolean,
  isDeclared: (formula: string) => boolean,
): 'typed' | 'blank' | 'changed' | null {
  if (formula === null) return isBlank ? 'blank' : 'typed';
  return isDeclared(formula) ? null : 'changed';
}
