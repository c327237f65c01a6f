import type { Problem } from '../../case/types';
import { message } from '../../message';
import type { CellRef } from '../../workbook/cell';
import { readingSettled } from '../settle/readingSettled';
import { findingId, type Finding, type FindingSeverity } from '../finding';
import { atCase, atProblem } from './at';
import { isBlank } from './blank';
import { filed } from './owned';
import { RULES } from './registry';
import type { Rule, RuleInput, Verdict } from './rule';

/** What one rule says of a case. */
export interface RuleReport {
  readonly rule: Rule;
  /** The gravest of its findings; a warning that a reason clears counts as `info`. */
  readonly status: 'passes' | FindingSeverity;
  readonly findings: readonly Finding[];
}

/** The gravest first. */
const SEVERITIES: readonly FindingSeverity[] = ['block', 'unknown', 'warn', 'info'];

/** @returns a report of every rule, passed or not, in the order of `rules` */
export function applyRules(input: RuleInput, rules: readonly Rule[] = RULES): readonly RuleReport[] {
  const { of } = filed(input.problems, rules);
  return rules.map((rule) => {
    const findings = onePerPlace(
      verdictsOf(rule, of.get(rule.id) ?? [], input).map((verdict) => findingOf(rule, verdict, input.reasons)),
    );
    return { rule, status: gravest(findings), findings };
  });
}

/** Of a blank the rule says more than the reading does. */
function verdictsOf(rule: Rule, owned: readonly Problem[], input: RuleInput): readonly Verdict[] {
  const own = rule.check(input);
  const places = new Set(own.map(({ subject }) => findingId(rule.id, subject)));
  const others = owned.filter(
    (problem) => !isBlank(problem) || !places.has(findingId(rule.id, atProblem(problem).subject)),
  );
  const said = [...others.map(verdictOf), ...own];
  return said.length === 0 && rule.judges?.(input) === false ? [NOTHING_TO_JUDGE] : said;
}

/** What is not there yet has not been found in order. */
const NOTHING_TO_JUDGE: Verdict = {
  ...atCase,
  severity: 'unknown',
  message: message('rules.common.nothing-to-judge'),
  settle: message('rules.common.settle-nothing'),
};

/** What reading and calculation say that no rule owns: it stands beside the rules. */
export const problemsBeside = (problems: readonly Problem[], rules: readonly Rule[] = RULES): readonly Problem[] =>
  filed(problems, rules).others;

/** Of a content that reading refused it is known what settles it; of what is missing, or does not add up, the rule says that. */
const verdictOf = (problem: Problem): Verdict => ({
  ...atProblem(problem),
  severity: problem.severity,
  message: problem.message,
  ...(problem.message.code.startsWith('reader.') && !isBlank(problem)
    ? { settle: readingSettled(problem.message.code).settle }
    : {}),
});

function gravest(findings: readonly Finding[]): RuleReport['status'] {
  const open = findings.map(({ severity, reason }) => (reason === undefined ? severity : 'info'));
  return SEVERITIES.find((severity) => open.includes(severity)) ?? 'passes';
}

function findingOf(rule: Rule, verdict: Verdict, reasons: RuleInput['reasons']): Finding {
  const { severity = rule.severity, subject, cells } = verdict;
  const id = findingId(rule.id, subject);
  const reason = severity === 'warn' ? reasons.get(id) : undefined;
  const settle = severity === 'info' ? null : (verdict.settle ?? message(`rules.${rule.id}.settle`));
  const { criterion, basis } = rule;
  const said = { id, rule: rule.id, criterion, severity, basis, message: verdict.message, settle, subject, cells };
  return reason === undefined ? said : { ...said, reason };
}

/** Several things said of one place are one finding, as grave as the gravest: a decision is about the place. */
function onePerPlace(findings: readonly Finding[]): readonly Finding[] {
  const byId = new Map<string, Finding>();
  for (const finding of findings) {
    const known = byId.get(finding.id);
    byId.set(finding.id, known ? joined(known, finding) : finding);
  }
  return [...byId.values()];
}

function joined(one: Finding, other: Finding): Finding {
  const graver = SEVERITIES.indexOf(other.severity) < SEVERITIES.indexOf(one.severity) ? other : one;
  const both = message('rules.common.both', { one: one.message, other: other.message });
  return { ...graver, message: both, cells: eachOnce([...one.cells, ...other.cells]) };
}

function eachOnce(cells: readonly CellRef[]): readonly CellRef[] {
  const at = new Map(cells.map((cell) => [`${cell.row},${cell.column},${cell.sheet}`, cell]));
  return [...at.values()];
}
