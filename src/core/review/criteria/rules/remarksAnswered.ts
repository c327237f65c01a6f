import { message } from '../../../message';
import { atCase } from '../at';
import type { Rule } from '../rule';

/** A reviewer who has asked for something finds the answer, line by line. */
export const remarksAnswered: Rule = {
  id: 'remarks-answered',
  criterion: 'G',
  severity: 'warn',
  basis: 'assumption',
  source: 'Practice of validation and verification: corrective action and clarification requests are closed one by one',
  check: ({ remarks }) => {
    const open = (remarks ?? []).filter(({ state }) => state === 'unanswered');
    if (open.length === 0) return [];
    const numbers = open.map(({ number }) => String(number));
    return [{ ...atCase, message: message('rules.remarks-answered.open', { numbers, count: open.length }) }];
  },
  examples: [
    { name: 'first', sample: 'radar', changes: [], says: 'passes' },
    {
      name: 'answered',
      sample: 'radar',
      changes: [],
      given: {
        remarks: [
          { number: 1, state: 'answered' },
          { number: 2, state: 'none-needed' },
          { number: 3, state: 'settled' },
        ],
      },
      says: 'passes',
    },
    {
      name: 'open',
      sample: 'radar',
      changes: [],
      given: {
        remarks: [
          { number: 1, state: 'answered' },
          { number: 2, state: 'unanswered' },
        ],
      },
      says: 'warn',
    },
  ],
};
