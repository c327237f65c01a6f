import { message, type Message } from '../../message';
import { cellAddress } from '../../workbook/a1';
import { isCellError, type CellValue } from '../../workbook/cell';
import { certifiedCells } from '../precedents/certifiedCells';
import { reviewFeeding } from '../precedents/reviewFeeding';
import type { ResultTree } from '../precedents/resultTree';
import type { Recalculation } from '../../workbook/recalculation';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import { reviewedBook, type FormulaCell, type ReviewedBook } from './book';
import { lacksResults, withResults } from './calculatedValues';
import type { Check, Remark, Severity } from './check';
import { notices } from './notices';
import { CHECKS } from './registry';
import { missingValues, notRecalculated, staleValues } from './staleValues';
import { changedAnalysis } from './template/templateAnalysis';
import { changedResults } from './template/templateResults';
import { changedColumns, templateLanguage, templateTables, type Compared } from './template/templateTables';
import { uniqueFormulas, type UniqueFormula } from './uniqueFormulas';

/** What the review says of one cell. */
export interface Finding {
  readonly sheet: string;
  /** `B2` */
  readonly cell: string;
  readonly row: number;
  readonly column: number;
  /** Id of the check. */
  readonly check: string;
  readonly severity: Severity;
  /** `true`: it is so. `false`: it looks so, and a person decides. */
  readonly certain: boolean;
  readonly message: Message;
  /** The formula the finding is about, in R1C1: the cell's own, or the one its neighbours share; `null` where there is none. */
  readonly formulaR1C1: string | null;
  /** The cell holds the template's own formula: an error in it comes from what it reads. Told of errors alone. */
  readonly isOfTemplate?: true;
}

export interface FormulaReview {
  readonly formulas: number;
  readonly unique: readonly UniqueFormula[];
  /** By sheet, then by row and column. */
  readonly findings: readonly Finding[];
  /** What feeds the results; `null` where no cell is known to be a result. */
  readonly tree: ResultTree | null;
  /** What could not be treated, and what lessens the worth of the rest. */
  readonly notices: readonly Message[];
}

export interface ReviewOptions {
  /** What a new calculation gave; without it stored values are taken as they are. */
  readonly recalculation?: Recalculation | null;
  /** The calculation serves where the file has no results; stored ones are not doubted. */
  readonly onlyMissing?: boolean;
  /** Cells the user names as results, as `Sheet1!B7`, beside the template's certified numbers. */
  readonly results?: readonly string[];
}

type Kind = Pick<Check, 'id' | 'severity' | 'certain'>;

export const TEMPLATE: Kind = { id: 'template-formula', severity: 'error', certain: true };
export const STALE: Kind = { id: 'stale-value', severity: 'error', certain: true };
export const NOT_STORED: Kind = { id: 'no-stored-value', severity: 'warning', certain: true };

/**
 * Reviews the formulas of any workbook. Tables of the template are compared with the template's own formulas first; everything else is
 * judged by what stands beside it.
 */
export function reviewFormulas(snapshot: WorkbookSnapshot, options: ReviewOptions = {}): FormulaReview {
  const parts = formulaReviewParts(snapshot, options);
  let part = parts.next();
  while (!part.done) part = parts.next();
  return part.value;
}

/** As `reviewFormulas`, pausing after each part, so that whoever waits for a large workbook can do something else in between. */
export function* formulaReviewParts(
  snapshot: WorkbookSnapshot,
  { recalculation = null, onlyMissing = false, results = [] }: ReviewOptions = {},
): Generator<void, FormulaReview, void> {
  const book = reviewedBook(recalculation && lacksResults(snapshot) ? withResults(snapshot, recalculation) : snapshot);
  yield;
  const feeding = reviewFeeding(book, results);
  yield;
  const template = comparedWithTemplate(book);
  const found = [
    ...told(template.remarks, TEMPLATE),
    ...(recalculation && !onlyMissing ? told(staleValues(book, snapshot, recalculation), STALE) : []),
    ...(recalculation ? told(missingValues(book, snapshot, recalculation), NOT_STORED) : []),
  ];
  for (const check of CHECKS) {
    yield;
    found.push(...told(check.find(book), check));
  }
  yield;
  found.push(...feeding.found.flatMap(({ kind, remarks }) => told(remarks, kind)));
  return {
    formulas: book.sheets.reduce((count, { formulas }) => count + formulas.length, 0),
    unique: uniqueFormulas(book),
    findings: sorted(withoutLesser(withoutSettled(found, book, new Set(template.held))), book),
    tree: feeding.tree,
    notices: [
      ...(recalculation ? notRecalculated(recalculation) : []),
      ...template.notices,
      ...feeding.notices,
      ...notices(book, new Set(template.held)),
    ],
  };
}

function comparedWithTemplate(book: ReviewedBook): Compared & { readonly notices: readonly Message[] } {
  const tables = templateTables(book);
  if (tables.length === 0) return { remarks: [], held: [], notices: [] };
  const language = templateLanguage(tables);
  if (language === null) return { remarks: [], held: [], notices: [message('review.notice.template-language')] };
  const columns = changedColumns(book, tables, language);
  const results = changedResults(book, tables, language);
  const analysis = changedAnalysis(book, language);
  return {
    remarks: [...columns.remarks, ...results.remarks, ...analysis.remarks],
    held: [...columns.held, ...results.held, ...analysis.held],
    notices: results.notice ? [results.notice] : [],
  };
}

/** What the key says of a cell makes these other findings of the same cell idle. */
const SAYS_MORE: Readonly<Record<string, readonly string[]>> = {
  'template-formula': [
    'typed-over-formula',
    'number-among-formulas',
    'number-among-totals',
    'repeated-number',
    'inconsistent-formula',
  ],
  'typed-over-formula': ['number-among-formulas', 'number-among-totals', 'repeated-number'],
  'number-among-formulas': ['number-among-totals', 'repeated-number'],
  'number-among-totals': ['repeated-number'],
  'left-name-error': ['error-value'],
  'number-as-text': ['text-in-sum'],
  'double-counting': ['counted-twice'],
};

function withoutLesser(findings: readonly Finding[]): readonly Finding[] {
  const place = ({ sheet, cell }: Finding, check: string): string => `${check} ${cell} ${sheet}`;
  const idle = new Set(
    findings.flatMap((finding) => (SAYS_MORE[finding.check] ?? []).map((lesser) => place(finding, lesser))),
  );
  return findings.filter((finding) => !idle.has(place(finding, finding.check)));
}

/** What these say of a formula is the template's doing and not the author's, where the cell holds the template's formula. */
const SETTLED = new Set([
  'units-disagree',
  'inconsistent-formula',
  'literal-differs',
  'range-ends',
  'blank-reference',
  'approximate-lookup',
  'mixed-anchors',
  'volatile-function',
  'whole-column',
  'unit-conversion',
  'hard-coded-number',
  'hidden-input',
]);

function withoutSettled(
  findings: readonly Finding[],
  book: ReviewedBook,
  held: ReadonlySet<FormulaCell>,
): readonly Finding[] {
  const stands = numbersStand(book);
  return findings.flatMap((finding): readonly Finding[] => {
    const { check, sheet, row, column } = finding;
    const cell = SETTLED.has(check) || check === 'error-value' ? book.sheet(sheet)?.at(row, column) : null;
    if (!cell?.formula || !held.has(cell.formula)) return [finding];
    if (check !== 'error-value' || (stands && isNotAvailable(cell.value))) return [];
    return [{ ...finding, isOfTemplate: true }];
  });
}

/** The template marks by #N/A what a case does not ask for; none of it has reached a certified number that is there. */
function numbersStand({ snapshot, sheet }: ReviewedBook): boolean {
  const results = certifiedCells(snapshot);
  return (
    results.length > 0 &&
    results.every(({ cell }) => typeof sheet(cell.sheet)?.at(cell.row, cell.column)?.value === 'number')
  );
}

const isNotAvailable = (value: CellValue): boolean => isCellError(value) && value.error === '#N/A';

const told = (remarks: readonly Remark[], { id, severity, certain }: Kind): readonly Finding[] =>
  remarks.map(({ sheet, row, column, message: text, about }) => ({
    sheet: sheet.snapshot.name,
    cell: cellAddress({ row, column }),
    row,
    column,
    check: id,
    severity,
    certain,
    message: text,
    formulaR1C1: about?.r1c1 ?? sheet.at(row, column)?.formula?.r1c1 ?? null,
  }));

function sorted(findings: readonly Finding[], book: ReviewedBook): readonly Finding[] {
  const order = new Map(book.sheets.map(({ snapshot }, position) => [snapshot.name, position]));
  const position = ({ sheet }: Finding): number => order.get(sheet)!;
  return [...findings].sort(
    (one, other) => position(one) - position(other) || one.row - other.row || one.column - other.column,
  );
}
