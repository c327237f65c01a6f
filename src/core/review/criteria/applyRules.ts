import { message } from '../../message';
import { findingId, type Finding, type FindingSeverity } from '../finding';
import { RULES } from './registry';
import type { Rule, RuleInput, Verdict } from './rule';

/** What one rule says of a case. */
export interface RuleReport {
  readonly rule: Rule;
  /** The gravest of its findings; a rule whose every warning has a reason is `info`. */
  readonly status: 'passes' | FindingSeverity;
  readonly findings: readonly Finding[];
}

/** The gravest first. */
const SEVERITIES: readonly FindingSeverity[] = ['block', 'unknown', 'warn', 'info'];

/** @returns a report of every rule, passed or not, in the order of `rules` */
export function applyRules(input: RuleInput, rules: readonly Rule[] = RULES): readonly RuleReport[] {
  return rules.map((rule) => {
    const findings = rule.check(input).map((verdict) => findingOf(rule, verdict, input.reasons));
    return { rule, status: gravest(findings), findings };
  });
}

function gravest(findings: readonly Finding[]): RuleReport['status'] {
  return SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'passes';
}

function findingOf(rule: Rule, verdict: Verdict, reasons: RuleInput['reasons']): Finding {
  const { severity = rule.severity, subject, cells } = verdict;
  const id = findingId(rule.id, subject);
  const reason = severity === 'warn' ? reasons.get(id) : undefined;
  const finding: Finding = {
    id,
    rule: rule.id,
    criterion: rule.criterion,
    severity: reason === undefined ? severity : 'info',
    basis: rule.basis,
    message: verdict.message,
    settle: severity === 'info' ? null : (verdict.settle ?? message(`rules.${rule.id}.settle`)),
    subject,
    cells,
  };
  return reason === undefined ? finding : { ...finding, reason };
}
