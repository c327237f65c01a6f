import type { Assessment } from '../../calculation/types';
import type { Outcome } from '../../outcome';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import type { Decision } from '../decisions/entries';
import type { Standing } from '../decisions/standing';
import type { Finding } from '../finding';
import { reviewedBook } from '../formulas/book';
import { uniqueFormulas, type UniqueFormula } from '../formulas/uniqueFormulas';
import type { Review } from '../review';
import { statedChanges, type StatedChanges } from './inputChanges';

/** One submission: a workbook with what is said of it. */
export interface Submission {
  readonly snapshot: WorkbookSnapshot;
  readonly outcome: Outcome;
  readonly review: Review;
}

export const COMPARED_NUMBERS = ['reductionPerUnit', 'avoided', 'contributionRate', 'unitsOutside'] as const;

/** A number of the case, unrounded in plain digits; `null` where there is none. */
export interface NumberChange {
  readonly number: (typeof COMPARED_NUMBERS)[number];
  readonly from: string | null;
  readonly to: string | null;
  readonly fromUnit: string;
  readonly toUnit: string;
}

/** A formula that only one of the workbooks holds. */
export interface FormulaChange {
  /** Where it first stands, or stood. */
  readonly sheet: string;
  readonly r1c1: string;
  /** Cells that hold it; 0 where it is new or gone. */
  readonly from: number;
  readonly to: number;
}

/** What changed from one submission to the next. */
export interface Changes extends StatedChanges {
  readonly numbers: readonly NumberChange[];
  readonly formulas: readonly FormulaChange[];
  readonly findings: { readonly opened: readonly Finding[]; readonly closed: readonly Finding[] };
  /** Decisions of earlier rounds that what they rest on has reopened. */
  readonly reopened: readonly Standing<Decision>[];
}

/** @returns what two submissions state differently */
export const statedSince = (
  before: Pick<Submission, 'snapshot' | 'outcome'>,
  now: Pick<Submission, 'snapshot' | 'outcome'>,
): StatedChanges => {
  const stated = (one: Pick<Submission, 'snapshot' | 'outcome'>) => ({
    snapshot: one.snapshot,
    case: one.outcome.case,
  });
  return statedChanges(stated(before), stated(now));
};

/**
 * @param before the earlier submission
 * @param now reviewed with the decisions of the earlier one, where they are to be followed
 * @param stated what the two state differently, where that is known
 */
export function changesSince(
  before: Submission,
  now: Submission,
  { rows, contents }: StatedChanges = statedSince(before, now),
): Changes {
  return {
    ...{ rows, contents },
    numbers: numberChanges(before.outcome.assessment, now.outcome.assessment),
    formulas: formulaChanges(before.snapshot, now.snapshot),
    findings: {
      opened: missingIn(before.review.findings, now.review.findings),
      closed: missingIn(now.review.findings, before.review.findings),
    },
    reopened: now.review.decisions.filter(({ status }) => status === 'reopened'),
  };
}

function numberChanges(before: Assessment, now: Assessment): readonly NumberChange[] {
  return COMPARED_NUMBERS.flatMap((number) => {
    const [then, since] = [before[number], now[number]];
    const [from, to] = [then.value?.toFixed() ?? null, since.value?.toFixed() ?? null];
    if (from === to && then.unit === since.unit) return [];
    return [{ number, from, to, fromUnit: then.unit, toUnit: since.unit }];
  });
}

/** Formulas filled from one another are one, so that a row that is added changes no formula, and a renamed sheet none. */
function formulaChanges(before: WorkbookSnapshot, now: WorkbookSnapshot): readonly FormulaChange[] {
  const [then, since] = [countsOf(before), countsOf(now)];
  return [...new Set([...then.keys(), ...since.keys()])].flatMap((key) => {
    const [from, to] = [then.get(key)?.count ?? 0, since.get(key)?.count ?? 0];
    const { sheet, r1c1 } = (since.get(key) ?? then.get(key))!;
    return from > 0 && to > 0 ? [] : [{ sheet, r1c1, from, to }];
  });
}

function countsOf(snapshot: WorkbookSnapshot): ReadonlyMap<string, UniqueFormula> {
  const counts = new Map<string, UniqueFormula>();
  for (const unique of uniqueFormulas(reviewedBook(snapshot))) {
    const known = counts.get(unique.r1c1);
    counts.set(unique.r1c1, known ? { ...known, count: known.count + unique.count } : unique);
  }
  return counts;
}

function missingIn(others: readonly Finding[], findings: readonly Finding[]): readonly Finding[] {
  const ids = new Set(others.map(({ id }) => id));
  return findings.filter(({ id }) => !ids.has(id));
}

/** @returns whether nothing at all changed */
export const isUnchanged = ({ numbers, rows, contents, formulas, findings, reopened }: Changes): boolean =>
  [numbers, rows, contents, formulas, findings.opened, findings.closed, reopened].every((list) => list.length === 0);
