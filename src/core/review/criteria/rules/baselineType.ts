import { message } from '../../../message';
import { atField } from '../at';
import { blankFields } from '../blank';
import type { Rule, RuleInput, Verdict } from '../rule';

/** What the product is compared with is declared, and fits what the case says of demand and of remaining life. */
export const baselineType: Rule = {
  id: 'baseline-type',
  criterion: 'B1',
  severity: 'block',
  basis: 'framework',
  source:
    'METI guideline on avoided emissions through global value chains (2018), baseline scenario; WRI working paper on comparative emissions (2019): what the product most likely replaces, not the company’s own former model',
  owns: blankFields('baselineType'),
  check: (input) => {
    const type = input.case.fields['baselineType']?.text ?? null;
    if (type === null)
      return [{ ...atField(input, 'baselineType'), message: message('rules.baseline-type.undeclared') }];
    if (type === 'replaced-device') return replacedDevice(input);
    return type === 'own-previous-model' ? [ownModel(input)] : [];
  },
  examples: [
    { name: 'as-is', sample: 'radar', changes: [], says: 'passes' },
    {
      name: 'undeclared',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'baselineType', column: 'value', value: null }],
      says: 'block',
      at: { table: 'KmcCase', row: 'baselineType', column: 'value' },
    },
    {
      name: 'own-model',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'baselineType', column: 'value', value: 'own-previous-model' }],
      says: 'info',
    },
    {
      name: 'new-demand',
      sample: 'heat-pump',
      changes: [{ table: 'KmcCase', row: 'demand', column: 'value', value: 'new' }],
      says: 'block',
      at: { table: 'KmcCase', row: 'baselineType', column: 'value' },
    },
    {
      name: 'no-remaining-life',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'baselineType', column: 'value', value: 'replaced-device' }],
      says: 'warn',
      at: { table: 'KmcCase', row: 'baselineType', column: 'value' },
    },
  ],
};

const ownModel = (input: RuleInput): Verdict => ({
  ...atField(input, 'baselineType'),
  severity: 'info',
  message: message('rules.baseline-type.own-model'),
});

/** A device that is replaced serves only for its remaining life, and there is none where demand is new. */
function replacedDevice(input: RuleInput): readonly Verdict[] {
  if (input.case.fields['demand']?.text === 'new')
    return [{ ...atField(input, 'baselineType', 'demand'), message: message('rules.baseline-type.new-demand') }];
  if (input.case.mix.some(({ shareBasis }) => shareBasis === 'years-of-use')) return [];
  return [
    {
      ...atField(input, 'baselineType'),
      severity: 'warn',
      message: message('rules.baseline-type.remaining-life'),
      settle: message('rules.baseline-type.settle-life'),
    },
  ];
}
