import { message } from '../../../message';
import { atField } from '../at';
import { owning } from '../owned';
import type { Rule, RuleInput, Verdict } from '../rule';

/** What a saving sets free and what the product causes elsewhere are counted, or there is a reason why they are nothing. */
export const rebound: Rule = {
  id: 'rebound',
  criterion: 'B1',
  severity: 'warn',
  basis: 'framework',
  source:
    'WRI working paper on comparative emissions (2019): negative impacts are reported, too; ITU-T L.1480 (2022): higher order effects, rebound included',
  owns: owning(['calculation.rebound-range']),
  check: (input) => [...ofRebound(input), ...ofSideEffects(input)],
  examples: [
    { name: 'as-is', sample: 'service', changes: [], says: 'passes' },
    { name: 'reasoned', sample: 'radar', changes: [], says: 'passes' },
    {
      name: 'no-reason',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'reboundReason', column: 'value', value: null }],
      says: 'warn',
      at: { table: 'KmcCase', row: 'rebound', column: 'value' },
    },
    {
      name: 'no-side-effects',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'sideEffectsReason', column: 'value', value: null }],
      says: 'warn',
      at: { table: 'KmcCase', row: 'sideEffectsReason', column: 'value' },
    },
  ],
};

/** A share of nothing needs a reason as much as a blank does. */
function ofRebound(input: RuleInput): readonly Verdict[] {
  const { rebound: share, reboundReason } = input.case.fields;
  if (reboundReason?.text || share?.number?.greaterThan(0)) return [];
  return [{ ...atField(input, 'rebound', 'reboundReason'), message: message('rules.rebound.no-rebound') }];
}

function ofSideEffects(input: RuleInput): readonly Verdict[] {
  if (input.case.sideEffects.lines.length > 0 || input.case.fields['sideEffectsReason']?.text) return [];
  return [{ ...atField(input, 'sideEffectsReason'), message: message('rules.rebound.no-side-effects') }];
}
