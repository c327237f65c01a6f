import { message } from '../../../message';
import { atField } from '../at';
import { noNumber } from '../noNumber';
import type { Rule, RuleInput, Verdict } from '../rule';

/** New or existing demand and regulation are answered, and the baseline emits no more than what the law allows. */
export const baselineLegalMinimum: Rule = {
  id: 'baseline-legal-minimum',
  criterion: 'B1',
  severity: 'warn',
  basis: 'framework',
  source:
    'WBCSD Guidance on Avoided Emissions (2023, 2025), step 2: new or existing demand, improvement or replacement, applicable regulation',
  check: (input) => {
    const blank = ['demand', 'regulated'].filter((key) => !input.case.fields[key]);
    return [
      ...blank.map((key) => unanswered(input, key)),
      ...(input.case.fields['regulated']?.text === 'yes' ? regulated(input) : []),
    ];
  },
  examples: [
    { name: 'as-is', sample: 'led-lighting', changes: [], says: 'passes' },
    {
      name: 'not-answered',
      sample: 'led-lighting',
      changes: [{ table: 'KmcCase', row: 'regulated', column: 'value', value: null }],
      says: 'warn',
      at: { table: 'KmcCase', row: 'regulated', column: 'value' },
    },
    {
      name: 'minimum-unknown',
      sample: 'led-lighting',
      changes: [{ table: 'KmcCase', row: 'regulated', column: 'value', value: 'yes' }],
      says: 'unknown',
      at: { table: 'KmcCase', row: 'legalMinimum', column: 'value' },
    },
    {
      name: 'dirtier',
      sample: 'led-lighting',
      changes: [
        { table: 'KmcCase', row: 'regulated', column: 'value', value: 'yes' },
        { table: 'KmcCase', row: 'legalMinimum', column: 'value', value: 1 },
      ],
      says: 'warn',
      at: { table: 'KmcCase', row: 'legalMinimum', column: 'value' },
    },
    {
      name: 'cleaner',
      sample: 'led-lighting',
      changes: [
        { table: 'KmcCase', row: 'regulated', column: 'value', value: 'yes' },
        { table: 'KmcCase', row: 'legalMinimum', column: 'value', value: 1000 },
      ],
      says: 'passes',
    },
  ],
};

const unanswered = (input: RuleInput, key: string): Verdict => ({
  ...atField(input, key),
  message: message('rules.baseline-legal-minimum.unanswered', { item: message(`template.fields.${key}`) }),
});

function regulated(input: RuleInput): readonly Verdict[] {
  const { regulation, legalMinimum } = input.case.fields;
  const unnamed = regulation ? [] : [unanswered(input, 'regulation')];
  const least = legalMinimum?.number;
  if (!least) return [...unnamed, unknownMinimum(input)];
  const baseline = input.assessment.totals?.baseline.value;
  if (!baseline) return [...unnamed, noNumber(input, atField(input, 'legalMinimum'))];
  return baseline.greaterThan(least)
    ? [...unnamed, dirtier(input, baseline.toSignificantDigits(4).toString(), least.toString())]
    : unnamed;
}

const unknownMinimum = (input: RuleInput): Verdict => ({
  ...atField(input, 'legalMinimum'),
  severity: 'unknown',
  message: message('rules.baseline-legal-minimum.no-minimum'),
  settle: message('rules.baseline-legal-minimum.settle-minimum'),
});

const dirtier = (input: RuleInput, found: string, least: string): Verdict => ({
  ...atField(input, 'legalMinimum'),
  message: message('rules.baseline-legal-minimum.dirtier', { found, least }),
  settle: message('rules.baseline-legal-minimum.settle-dirtier'),
});
