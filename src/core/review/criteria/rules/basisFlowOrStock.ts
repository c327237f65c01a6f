import { message } from '../../../message';
import { atField } from '../at';
import { anyOf, blankFields } from '../blank';
import { owning } from '../owned';
import type { Rule } from '../rule';

/** Booked when sold or while in use: the two are different numbers, and no sum of them means anything. */
export const basisFlowOrStock: Rule = {
  id: 'basis-flow-or-stock',
  criterion: 'B1',
  severity: 'block',
  basis: 'framework',
  source:
    'METI guideline on avoided emissions through global value chains (2018): accumulation method; WBCSD Guidance on Avoided Emissions (2023), step 1: forward-looking or year-on-year',
  owns: anyOf(
    blankFields('accounting', 'timeSense'),
    owning(['calculation.stock-needs-annual', 'calculation.stock-needs-life', 'calculation.stock-with-years-of-use']),
  ),
  check: (input) =>
    input.case.fields['accounting']
      ? []
      : [{ ...atField(input, 'accounting'), message: message('rules.basis-flow-or-stock.undeclared') }],
  examples: [
    { name: 'as-is', sample: 'radar', changes: [], says: 'passes' },
    {
      name: 'undeclared',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'accounting', column: 'value', value: null }],
      says: 'block',
      at: { table: 'KmcCase', row: 'accounting', column: 'value' },
    },
    {
      name: 'stock-over-life',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'accounting', column: 'value', value: 'stock' }],
      says: 'block',
    },
  ],
};
