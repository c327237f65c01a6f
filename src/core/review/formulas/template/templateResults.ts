import { rememberByText } from '../../../memo';
import { message, type Message } from '../../../message';
import type { CellPlan } from '../../../template/plan';
import { planResultSheet, RESULT_NAMES } from '../../../template/resultSheet';
import type { Language, TableName } from '../../../template/types';
import { cellAddress } from '../../../workbook/a1';
import { precedents } from '../../../workbook/precedents';
import type { ReviewedBook, ReviewedSheet } from '../book';
import type { Remark } from '../check';
import { formulaMeaning } from './formulaMeaning';
import { differs, tableNames, type Compared, type TemplateTable } from './templateTables';

/** What became of the comparison of the result sheet. */
export interface ResultComparison extends Compared {
  /** Why the result sheet could not be compared, where it could not. */
  readonly notice: Message | null;
}

type Plan = ReturnType<typeof planResultSheet>;

/**
 * Compares the sheet of results, formula by formula, with the one the template makes. It is the sheet on which the names of the results
 * stand; where rows were inserted or names moved, no plan fits and nothing is compared, which is said.
 */
export function changedResults(
  book: ReviewedBook,
  tables: readonly TemplateTable[],
  language: Language,
): ResultComparison {
  const places = namedPlaces(book);
  if (places.size === 0) return { remarks: [], held: [], notice: message('review.notice.no-results') };
  const plan = planFor(tables, language, places);
  const sheet = plan && book.sheet([...places.values()][0]!.split('!')[0]!);
  if (!plan || !sheet) return { remarks: [], held: [], notice: message('review.notice.results-moved') };
  const inPlanned = inPlanOf(plan, sheet);
  const cells = plan.sheet.cells.filter(({ formula }) => formula !== null);
  const remarks = cells.flatMap((cell) => changedCell(cell, sheet, book, inPlanned));
  const changed = new Set(remarks.map(cellAddress));
  const held = cells.flatMap((cell) =>
    changed.has(cellAddress(cell)) ? [] : (sheet.at(cell.row, cell.column)?.formula ?? []),
  );
  return { remarks, held, notice: null };
}

/** Places as `sheet!row,column`, by the name of the result. */
function namedPlaces(book: ReviewedBook): ReadonlyMap<string, string> {
  const origin = { sheet: book.snapshot.sheets[0]?.name ?? '', row: 0, column: 0 };
  return new Map(
    book.snapshot.names.flatMap(({ name, formula }) => {
      const [place] = Object.hasOwn(RESULT_NAMES, name) ? precedents(formula, origin, book.snapshot.tables) : [];
      if (place?.kind !== 'range') return [];
      return [[name, `${place.range.sheet}!${place.range.top},${place.range.left}`] as const];
    }),
  );
}

/** The block of segments has as many rows as the workbook had segments when it was made, which it does not say. */
function planFor(
  tables: readonly TemplateTable[],
  language: Language,
  places: ReadonlyMap<string, string>,
): Plan | null {
  const segments = tables.find(({ spec }) => spec.name === 'KmcSegments')?.table.range;
  const now = segments ? segments.bottom - segments.top : 1;
  const names = [...tableNames(tables)].sort();
  const plan = (count: number): Plan => planned(JSON.stringify([language, names, count]));
  if (fits(plan(now), places)) return plan(now);
  for (let count = 1; count < now; count += 1) if (fits(plan(count), places)) return plan(count);
  return null;
}

/** A plan rests on these alone, and few are ever asked for. */
const planned = rememberByText((text): Plan => {
  const [language, names, count] = JSON.parse(text) as [Language, readonly TableName[], number];
  return planResultSheet(language, new Set(names), count);
}, 16);

function fits({ names, sheet }: Plan, places: ReadonlyMap<string, string>): boolean {
  const planned = new Map(
    names.flatMap(({ name, reference }) => {
      const [place] = precedents(reference, { sheet: sheet.name, row: 0, column: 0 }, []);
      return place?.kind === 'range' ? [[name, `${place.range.top},${place.range.left}`] as const] : [];
    }),
  );
  return [...places].every(([name, place]) => planned.get(name) === place.split('!')[1]);
}

/** Planned formulas name the sheet as the template does, whatever it is called now. */
const inPlanOf = (plan: Plan, sheet: ReviewedSheet) => ({ planned: plan.sheet.name, now: sheet.snapshot.name });

function changedCell(
  { row, column, formula }: CellPlan,
  sheet: ReviewedSheet,
  book: ReviewedBook,
  names: { readonly planned: string; readonly now: string },
): readonly Remark[] {
  if (formula === null) return [];
  const at = { sheet: names.now, row, column };
  const meaning = (text: string): string => formulaMeaning(text, at, book.snapshot.tables);
  const declared = formula.replaceAll(`'${names.planned}'!`, `'${names.now}'!`);
  const reason = differs(sheet.at(row, column), (text) => text === declared || meaning(text) === meaning(declared));
  if (reason === null) return [];
  return [{ sheet, row, column, message: message(`review.checks.template-formula.result-${reason}`) }];
}
