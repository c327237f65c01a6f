import type { ThresholdKey } from '../../calculation/profile';
import { Decimal } from '../../quantity/decimal';
import type { RuleInput } from './rule';

/** What a rule measures against: a choice of the profile in force. */
export const threshold = ({ assessment }: Pick<RuleInput, 'assessment'>, key: ThresholdKey): Decimal =>
  new Decimal(assessment.thresholds[key].value);
