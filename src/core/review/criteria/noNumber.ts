import { message } from '../../message';
import type { At } from './at';
import type { RuleInput, Verdict } from './rule';

/** What a rule says that needs a number which the case does not give: why it is missing is said where it is missing. */
export function noNumber({ assessment: { reductionPerUnit, avoided } }: RuleInput, at: At): Verdict {
  const [reason] = [...reductionPerUnit.reasons, ...avoided.reasons];
  return {
    ...at,
    severity: 'unknown',
    message: message('rules.common.no-number', { reason: reason ?? message('rules.common.no-reason') }),
    settle: message('rules.common.settle-number'),
  };
}
