import { message } from '../../../message';
import { answer, isBlankField, unanswered } from '../answers';
import { atField } from '../at';
import type { Rule } from '../rule';

/** The certified amount never lowers the company's own reported emissions, but for the form under the city's ordinance. */
export const notNetted: Rule = {
  id: 'not-netted',
  criterion: 'G',
  severity: 'block',
  basis: 'framework',
  source:
    'SBTi Corporate Manual v1.1: exclude avoided emissions; PCAF (2025): never added to the inventory. The city’s announcement of 2012 allowed a deduction in the report under its ordinance',
  check: (input) => {
    if (isBlankField(input, 'netting')) return [unanswered(input, 'netting')];
    const said = answer(input, 'netting');
    if (said === 'netted') return [{ ...atField(input, 'netting'), message: message('rules.not-netted.netted') }];
    if (said !== 'ordinance-form') return [];
    return [{ ...atField(input, 'netting'), severity: 'info', message: message('rules.not-netted.ordinance') }];
  },
  examples: [
    { name: 'as-is', sample: 'radar', changes: [], says: 'passes' },
    ...(
      [
        ['netted', 'block'],
        ['ordinance-form', 'info'],
        [null, 'unknown'],
      ] as const
    ).map(([value, says]) => ({
      name: value ?? 'not-answered',
      sample: 'radar',
      changes: [{ table: 'KmcCase' as const, row: 'netting', column: 'value', value }],
      says,
      at: { table: 'KmcCase' as const, row: 'netting', column: 'value' },
    })),
  ],
};
