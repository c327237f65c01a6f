import { message } from '../../../message';
import { atCase } from '../at';
import { owning } from '../owned';
import type { Rule, RuleInput, Verdict } from '../rule';

/** Both certified numbers are shown with the interval they are known to. */
export const uncertaintyShown: Rule = {
  id: 'uncertainty-shown',
  criterion: 'B1',
  severity: 'warn',
  basis: 'framework',
  source: 'ISO 14044 4.2.3.6 and 4.5: uncertainty of the information and of the results',
  owns: owning(['analysis.outdated']),
  check: (input) => {
    if (!input.uncertainty) return [notAnalysed(input)];
    if (input.uncertainty.drawn === 0)
      return [{ ...atCase, message: message('rules.uncertainty-shown.nothing-drawn') }];
    return notRecorded(input);
  },
  examples: [
    {
      name: 'as-is',
      sample: 'led-lighting',
      changes: [],
      analysed: true,
      given: { record: 'current' },
      says: 'passes',
    },
    {
      name: 'not-recorded',
      sample: 'led-lighting',
      changes: [],
      analysed: true,
      given: { record: 'none' },
      says: 'warn',
    },
    { name: 'not-analysed', sample: 'led-lighting', changes: [], says: 'unknown' },
    {
      name: 'nothing-drawn',
      sample: 'water-heater',
      changes: [],
      analysed: true,
      given: { record: 'current' },
      says: 'warn',
    },
  ],
};

const notAnalysed = ({ assessment: { modelReasons } }: RuleInput): Verdict => ({
  ...atCase,
  severity: 'unknown',
  message: modelReasons[0]
    ? message('rules.uncertainty-shown.no-model', { reason: modelReasons[0] })
    : message('rules.uncertainty-shown.not-analysed'),
  settle: message('rules.common.settle-analysis'),
});

/** A record of other inputs is said by the calculation. */
function notRecorded({ record }: RuleInput): readonly Verdict[] {
  if (record === 'current' || record === 'outdated') return [];
  if (record === null)
    return [
      {
        ...atCase,
        severity: 'unknown',
        message: message('rules.uncertainty-shown.record-not-read'),
        settle: message('rules.uncertainty-shown.settle-record'),
      },
    ];
  return [{ ...atCase, message: message('rules.uncertainty-shown.not-recorded') }];
}
