import { isBlankField, notStated } from '../answers';
import type { Rule } from '../rule';

/** Less greenhouse gas is not bought with harm elsewhere. */
export const significantHarm: Rule = {
  id: 'significant-harm',
  criterion: 'G',
  severity: 'warn',
  basis: 'framework',
  source: 'WBCSD (2023) and its implementation hub: no significant harm to other environmental and social aims',
  check: (input) => (isBlankField(input, 'significantHarm') ? [notStated(input, 'significantHarm')] : []),
  examples: [
    { name: 'as-is', sample: 'radar', changes: [], says: 'passes' },
    {
      name: 'not-stated',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'significantHarm', column: 'value', value: null }],
      says: 'warn',
      at: { table: 'KmcCase', row: 'significantHarm', column: 'value' },
    },
  ],
};
