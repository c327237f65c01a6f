import type { RuleInput } from './rule';

/** What a workbook cannot tell of itself; what nobody gives is not known. */
export type Facts = Partial<
  Pick<
    RuleInput,
    | 'uncertainty'
    | 'sensitivity'
    | 'evidenceFiles'
    | 'evidenceOpen'
    | 'record'
    | 'reported'
    | 'changes'
    | 'remarks'
    | 'reasons'
  >
>;

/**
 * What the rules look at.
 * @param outcome of reading and calculating a workbook: an `Outcome`
 * @param facts by default none is known and no reason is given
 */
export function ruleInput(
  outcome: Pick<RuleInput, 'case' | 'assessment' | 'problems' | 'variations'>,
  facts: Facts = {},
): RuleInput {
  const { models } = outcome.assessment;
  return {
    case: outcome.case,
    assessment: outcome.assessment,
    problems: outcome.problems,
    model: models.avoided ?? models.reduction,
    uncertainty: facts.uncertainty ?? null,
    sensitivity: facts.sensitivity ?? null,
    variations: outcome.variations,
    record: facts.record ?? null,
    evidenceFiles: facts.evidenceFiles ?? null,
    evidenceOpen: facts.evidenceOpen ?? false,
    reported: facts.reported ?? null,
    changes: facts.changes ?? null,
    remarks: facts.remarks ?? null,
    reasons: facts.reasons ?? new Map(),
  };
}
