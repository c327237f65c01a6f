import { message } from '../../../message';
import { atField } from '../at';
import type { Rule, RuleInput, Verdict } from '../rule';

/** Where each number's unit or digits are chosen: the number itself has no cell among the inputs. */
const NUMBERS = [
  ['reductionPerUnit', 'reductionUnit'],
  ['avoided', 'avoidedDigits'],
] as const;

/** A certificate carries both: the reduction per functional unit and the contribution outside the city. */
export const twoCertifiedNumbers: Rule = {
  id: 'two-certified-numbers',
  criterion: 'A1',
  severity: 'block',
  basis: 'city-public',
  source:
    'The city’s announcements: a certificate states the reduction per functional unit and the contribution in t-CO2',
  check: (input) => NUMBERS.flatMap(([number, key]) => missing(input, number, key)),
  examples: [
    { name: 'as-is', sample: 'radar', changes: [], says: 'passes' },
    {
      name: 'no-amount',
      sample: 'radar',
      changes: [{ table: 'KmcProduct', row: 'P1', column: 'amount', value: null }],
      says: 'block',
      at: { table: 'KmcCase', row: 'reductionUnit', column: 'value' },
      alsoChanges: ['line-complete', 'data-quality'],
    },
  ],
};

function missing(input: RuleInput, number: (typeof NUMBERS)[number][0], key: string): readonly Verdict[] {
  const { value, reasons } = input.assessment[number];
  if (value !== null) return [];
  const name = message(`rules.two-certified-numbers.${number}`);
  const [one = message('rules.common.no-reason'), ...others] = reasons;
  const because = others.reduce((first, next) => message('rules.common.sentences', { first, next }), one);
  return [
    {
      ...atField(input, key),
      message: message('rules.two-certified-numbers.missing', { number: name, reasons: because }),
    },
  ];
}
