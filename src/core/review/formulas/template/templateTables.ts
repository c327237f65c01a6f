import { message } from '../../../message';
import { formulaContext } from '../../../template/formulaContext';
import { headerOf, keyOfHeader, LANGUAGES } from '../../../template/headers';
import { tableSpec } from '../../../template/tables';
import type { Language, TableName, TableSpec } from '../../../template/types';
import type { TableSnapshot } from '../../../workbook/snapshot';
import type { FormulaCell, ReviewedBook, ReviewedSheet, UsedCell } from '../book';
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

/** What became of the cells for which the template declares a formula. */
export interface Compared {
  readonly remarks: readonly Remark[];
  /** Cells that hold the declared formula; nothing else need be said of what they read. */
  readonly held: readonly FormulaCell[];
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

/** Compares the computed columns with the formulas the template declares for them. */
export function changedColumns(book: ReviewedBook, tables: readonly TemplateTable[], language: Language): Compared {
  const names = tableNames(tables);
  const columns = tables.flatMap((found) =>
    found.table.columns.flatMap((header, position) => {
      const key = keyOfHeader(found.spec.name, header);
      const column = found.spec.columns.find((declared) => declared.key === key);
      if (!column?.formula) return [];
      if (!(column.when ?? []).every((name) => names.has(name))) return [];
      const declared = column.formula(formulaContext(language, found.spec.name, names));
      return [changedCells(book, found, { header, position, declared, mayDiffer: column.formulaKind === 'default' })];
    }),
  );
  return { remarks: columns.flatMap(({ remarks }) => remarks), held: columns.flatMap(({ held }) => held) };
}

interface Declared {
  readonly header: string;
  readonly position: number;
  readonly declared: string;
  /** A default the user may type over: what differs is no fault. */
  readonly mayDiffer: boolean;
}

function changedCells(
  book: ReviewedBook,
  { spec, table: { range, totalsRow }, sheet }: TemplateTable,
  { header, position, declared, mayDiffer }: Declared,
): Compared {
  const column = range.left + position;
  const remarks: Remark[] = [];
  const held: FormulaCell[] = [];
  for (let row = range.top + 1; row <= range.bottom - (totalsRow ? 1 : 0); row += 1) {
    const at = { sheet: sheet.snapshot.name, row, column };
    const meaning = (formula: string): string => formulaMeaning(formula, at, book.snapshot.tables);
    const cell = sheet.at(row, column);
    const reason = differs(cell, (formula) => formula === declared || meaning(formula) === meaning(declared));
    const text = reason && message(`review.checks.template-formula.${reason}`, { table: spec.name, header });
    if (text && !mayDiffer) remarks.push({ sheet, row, column, message: text });
    else if (cell?.formula && !text) held.push(cell.formula);
  }
  return { remarks, held };
}

/** @returns in what a cell differs from the declared formula, `null` where it holds it */
export function differs(
  cell: UsedCell | undefined,
  isDeclared: (formula: string) => boolean,
): 'typed' | 'blank' | 'changed' | null {
  if (!cell) return 'blank';
  if (!cell.formula) return 'typed';
  return isDeclared(cell.formula.formula) ? null : 'changed';
}
