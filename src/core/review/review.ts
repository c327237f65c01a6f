import type { Problem } from '../case/types';
import type { Message } from '../message';
import { toEnd } from '../parts';
import type { Outcome } from '../outcome';
import { sheetTitle } from '../template/headers';
import { tableSpec } from '../template/tables';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { applyRules, problemsBeside, type RuleReport } from './criteria/applyRules';
import { ruleInput, type Facts } from './criteria/ruleInput';
import { applicationState, type ApplicationState } from './decisions/applicationState';
import { latest, type Decision, type Entry, type Reason, type Reply } from './decisions/entries';
import { basisFinder, ofCriteria, standingParts, type BasisFinder, type Standing } from './decisions/standing';
import { decisionsOf } from './decisions/store';
import { findingOfFormula, findingOfProblem, withoutRepeats } from './findingsBeside';
import { CRITERIA, type Criterion, type Finding, type FindingSeverity } from './finding';
import { formulaReviewParts, type FormulaReview } from './formulas/reviewFormulas';
import { placesOf } from './places';

/** The gravest of what is said under a rule or a criterion; a warning that a reason clears counts as `info`. */
export type Status = 'passes' | FindingSeverity;

export interface RuleStatus {
  readonly rule: string;
  readonly status: Status;
}

/** One of the city's items. */
export interface CriterionReview {
  readonly criterion: Criterion;
  readonly status: Status;
  /** Every rule of the item, passed or not, in the order of the registry. */
  readonly rules: readonly RuleStatus[];
  /** As in `Review.findings`. */
  readonly findings: readonly Finding[];
  /** The reviewer's decision on the item itself. */
  readonly decision: Standing<Decision> | null;
}

/** Everything that is said of an application, in one list, and what was decided on it. */
export interface Review {
  readonly criteria: readonly CriterionReview[];
  /** By criterion; in it what blocks, what is unknown, warnings, information; in these by sheet, row and column. */
  readonly findings: readonly Finding[];
  readonly decisions: readonly Standing<Decision>[];
  readonly reasons: readonly Standing<Reason>[];
  /** Of all rounds, in the order in which they were written. */
  readonly replies: readonly Reply[];
  readonly state: ApplicationState;
  /** What the formula review could not look at. */
  readonly notices: readonly Message[];
}

/** What a review takes beside the workbook; what nobody gives is not known. */
export interface ReviewFacts extends Omit<Facts, 'reasons'> {
  /** Made elsewhere, e.g. with stored values against recalculated ones; by default of the snapshot as it is. */
  readonly formulas?: FormulaReview;
  /** The review record; by default the workbook's own. */
  readonly entries?: readonly Entry[];
}

/** A review, and what further decisions on the same workbook would rest on. */
export interface Reviewed {
  readonly review: Review;
  readonly bases: BasisFinder;
}

/**
 * Reviews a workbook: rules of the criteria, what reading and calculating found, and its formulas, in one list.
 * @param snapshot as `outcome` was made from
 */
export function reviewOf(snapshot: WorkbookSnapshot, outcome: Outcome, facts: ReviewFacts = {}): Review {
  return reviewed(snapshot, outcome, facts).review;
}

/** As `reviewOf`, for whoever goes on to decide. */
export function reviewed(snapshot: WorkbookSnapshot, outcome: Outcome, facts: ReviewFacts = {}): Reviewed {
  return toEnd(reviewParts(snapshot, outcome, facts));
}

/** As `reviewed`, pausing between its parts, so that whoever waits for a large workbook can do something else in between. */
export function* reviewParts(
  snapshot: WorkbookSnapshot,
  outcome: Outcome,
  facts: ReviewFacts = {},
): Generator<void, Reviewed, void> {
  const record = decisionsOf(snapshot);
  const entries = facts.entries ?? record.entries;
  const reports = applyRules(ruleInput(outcome, facts));
  yield;
  const formulas = facts.formulas ?? (yield* formulaReviewParts(snapshot));
  const found = allFound(reports, [...outcome.problems, ...record.problems], formulas, { snapshot, outcome });
  yield;
  const bases = basisFinder({ snapshot, case: outcome.case, findings: found, formulas: formulas.unique });
  const reasons = yield* standingParts([...latest(entries, 'reason').values()], bases);
  const decisions = yield* standingParts([...latest(entries, 'decision').values()], bases);
  const findings = withReasons(found, reasons);
  const { reductionPerUnit, avoided } = outcome.assessment;
  const hasNumbers = reductionPerUnit.value !== null && avoided.value !== null;
  const rules = reports.map(({ rule }) => rule);
  const review: Review = {
    criteria: criteriaOf(findings, decisions, rules),
    ...{ findings, decisions, reasons },
    replies: entries.filter((entry) => entry.kind === 'reply'),
    state: applicationState({ findings, decisions, hasNumbers }),
    notices: formulas.notices.filter((notice) => !isOfForm(notice, snapshot)),
  };
  return { review, bases };
}

/** One list of what rules, reading, calculating and the formula review say, each thing once. */
function allFound(
  reports: readonly RuleReport[],
  problems: readonly Problem[],
  formulas: FormulaReview,
  { snapshot, outcome }: { readonly snapshot: WorkbookSnapshot; readonly outcome: Outcome },
): readonly Finding[] {
  const places = placesOf(outcome.case);
  const stated = [
    ...reports.flatMap(({ findings }) => findings),
    ...problemsBeside(problems).map((problem) => findingOfProblem(problem, places)),
  ];
  // The template's own formulas show an error where an input is refused: the input is the finding.
  const isBlocked = stated.some(({ severity }) => severity === 'block');
  const written = formulas.findings.filter(({ isOfTemplate }) => !(isBlocked && isOfTemplate));
  const found = [...stated, ...written.map((finding) => findingOfFormula(finding, places))];
  return sorted(
    withoutRepeats(found, (one, other) => rank(one) < rank(other)),
    snapshot,
  );
}

/** That a sheet of the template holds inputs, examples or words to choose from alone is how it was made. */
function isOfForm({ code, params }: Message, { tables, sheets }: WorkbookSnapshot): boolean {
  const name = params['sheet'];
  if (code !== 'review.notice.no-formulas' || typeof name !== 'string') return false;
  const own = tables.filter((table) => tableSpec(table.name) !== undefined);
  const isLists = /^Lists_*$/.test(name) && sheets.find((sheet) => sheet.name === name)?.visibility !== 'visible';
  return own.some(({ range }) => range.sheet === name) || (own.length > 0 && (isLists || EXAMPLES.includes(name)));
}

const EXAMPLES: readonly string[] = (['en', 'ja'] as const).map((language) => sheetTitle('example', language));

/** A reason clears a warning as long as what it rests on stays. */
function withReasons(findings: readonly Finding[], reasons: readonly Standing<Reason>[]): readonly Finding[] {
  const texts = new Map(
    reasons.flatMap(({ on, status, entry }) => (status === 'stands' ? [[on, entry.text] as const] : [])),
  );
  return findings.map((finding) => {
    const reason = finding.severity === 'warn' ? texts.get(finding.id) : undefined;
    return reason === undefined ? finding : { ...finding, reason };
  });
}

function criteriaOf(
  findings: readonly Finding[],
  decisions: readonly Standing<Decision>[],
  rules: readonly { readonly id: string; readonly criterion: Criterion }[],
): readonly CriterionReview[] {
  const decided = ofCriteria(decisions);
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const known = byRule.get(finding.rule);
    if (known) known.push(finding);
    else byRule.set(finding.rule, [finding]);
  }
  return CRITERIA.map((criterion) => {
    const own = findings.filter((finding) => finding.criterion === criterion);
    return {
      criterion,
      status: statusOf(own),
      rules: rules
        .filter((rule) => rule.criterion === criterion)
        .map(({ id }) => ({ rule: id, status: statusOf(byRule.get(id) ?? []) })),
      findings: own,
      decision: decided[criterion],
    };
  });
}

const SEVERITIES: readonly FindingSeverity[] = ['block', 'unknown', 'warn', 'info'];
const rank = ({ severity }: Finding): number => SEVERITIES.indexOf(severity);

/** What a finding still asks for: one that a reason clears is information. */
export const openSeverity = ({ severity, reason }: Finding): FindingSeverity =>
  reason === undefined ? severity : 'info';

function statusOf(findings: readonly Finding[]): Status {
  const open = new Set(findings.map(openSeverity));
  return SEVERITIES.find((severity) => open.has(severity)) ?? 'passes';
}

function sorted(findings: readonly Finding[], { sheets }: WorkbookSnapshot): readonly Finding[] {
  const order = new Map(sheets.map(({ name }, position) => [name, position]));
  const sheetOf = ({ cells }: Finding): number => (cells[0] ? (order.get(cells[0].sheet) ?? sheets.length) : -1);
  return [...findings].sort(
    (a, b) =>
      CRITERIA.indexOf(a.criterion) - CRITERIA.indexOf(b.criterion) ||
      rank(a) - rank(b) ||
      sheetOf(a) - sheetOf(b) ||
      (a.cells[0]?.row ?? 0) - (b.cells[0]?.row ?? 0) ||
      (a.cells[0]?.column ?? 0) - (b.cells[0]?.column ?? 0),
  );
}
