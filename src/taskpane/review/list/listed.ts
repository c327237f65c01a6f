import type { Problem } from '../../../core/case/types';
import type { Finding } from '../../../core/review/finding';
import { findingsOfProblems } from '../../../core/review/findingsOfProblems';
import type { Known } from '../../outcome/followWorkbook';
import type { ReviewState } from '../reviewState';
import type { Listed } from './items';

/**
 * One list of everything: what reading and calculating found follows every keystroke, what the review found joins it. A review of an
 * earlier state of the workbook gives only what reading and calculating do not tell, marked as old.
 */
export function listedOf(known: Known, isCase: boolean, { last }: ReviewState): readonly Listed[] {
  const quick = isCase ? quickOf(known) : [];
  const byId = new Map(quick.map((one) => [one.finding.id, one.problem]));
  if (!last) return quick;
  if (last.of === known) {
    return last.review.findings.map((finding) => ({ finding, problem: byId.get(finding.id) ?? null, isOld: false }));
  }
  const before = isCase ? new Set(quickOf(last.of).map(({ finding }) => finding.id)) : new Set<string>();
  const rest = last.review.findings.filter(({ id }) => !before.has(id) && !byId.has(id));
  return [...quick, ...rest.map((finding) => ({ finding, problem: null, isOld: true }))];
}

const quick = new WeakMap<Known, readonly (Listed & { readonly problem: Problem })[]>();

function quickOf(known: Known): readonly (Listed & { readonly problem: Problem })[] {
  const before = quick.get(known);
  if (before) return before;
  const { case: read, problems } = known.outcome;
  const findings = findingsOfProblems(problems, read);
  const listed = problems.map((problem, at) => ({ finding: findings[at]!, problem, isOld: false }));
  quick.set(known, listed);
  return listed;
}

/** @returns a spelling as the list shows it; only a fix tells of it */
export const listedSpellings = (problems: readonly Problem[], known: Known): readonly Listed[] =>
  findingsOfProblems(problems, known.outcome.case).map((finding: Finding, at) => ({
    finding,
    problem: problems[at]!,
    isOld: false,
  }));
