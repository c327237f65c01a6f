import { message } from '../../../message';
import { sum } from '../../../quantity/decimal';
import { atColumn } from '../at';
import { owning } from '../owned';
import { retold } from '../retold';
import { anyPartner } from '../judges';
import type { Rule } from '../rule';

const ABOVE_ONE = ['calculation.rate-above-one', 'calculation.spread-rates-above-one'];

/** Half of the last digit of a share in hundredths. */
const AS_STATED = '0.005';

/** What all partners may claim together is no more than the whole. */
export const ratePartners: Rule = {
  id: 'rate-partners',
  criterion: 'B2',
  severity: 'block',
  basis: 'framework',
  source: 'Project Frame, value-chain attribution (2024): all claims sum to the total (perfect partitioning)',
  retells: owning(ABOVE_ONE),
  judges: anyPartner,
  check: (input) => {
    const rows = input.case.contribution;
    const at = atColumn(
      input,
      'KmcContribution',
      'share',
      rows.map(({ ref }) => ref),
    );
    const above = retold(
      input,
      ABOVE_ONE,
      'KmcContribution',
      'share',
      rows.map(({ ref }) => ref),
    );
    if (above.length > 0) return above;
    if (rows.some(({ share }) => share === null))
      return [{ ...at, severity: 'unknown', message: message('rules.rate-partners.incomplete') }];
    const rest = sum(rows.map(({ share }) => share!))
      .negated()
      .plus(1);
    if (rows.length === 0 || !rest.greaterThan(AS_STATED)) return [];
    const left = rest.times(100).toSignificantDigits(3).toString();
    return [{ ...at, severity: 'info', message: message('rules.rate-partners.rest', { rest: left }) }];
  },
  examples: [
    { name: 'as-is', sample: 'radar', changes: [], says: 'passes' },
    { name: 'rest', sample: 'water-heater', changes: [], says: 'info' },
    {
      name: 'above-one',
      sample: 'radar',
      changes: [{ table: 'KmcContribution', row: 'C3', column: 'numerator', value: 60 }],
      says: 'block',
      at: { table: 'KmcContribution', row: 'C1', column: 'share' },
    },
  ],
};
