import { Decimal, sum } from '../quantity/decimal';
import type { Context } from './context';
import type { Traced } from './trace';

/**
 * c = Σ shares of the partners in the city; all partners' shares sum to at most 1 (perfect partitioning, Project Frame).
 * @returns a rate in [0, 1], or `null` after reporting why there is none
 */
export function contributionRate(context: Context): Traced | null {
  const rows = context.source.contribution;
  const [first] = rows;
  if (!first) return context.block(null, null, 'rate-missing');
  const incomplete = rows.find((row) => row.share === null || row.inCity === null);
  if (incomplete) return context.block(incomplete.ref, 'share', 'rate-incomplete', { id: incomplete.ref.id });
  const total = sum(rows.map((row) => row.share!));
  if (total.minus(1).greaterThan(context.profile.choices.shareTolerance.value)) {
    return context.block(first.ref, 'share', 'rate-above-one', { total: total.toString() });
  }
  for (const row of rows.filter(({ inCity }) => inCity === 'unknown')) {
    context.report('warn', row.ref, 'inCity', 'rate-place-unknown', { partner: row.partner ?? row.ref.id });
  }
  const own = rows.filter((row) => row.inCity === 'in');
  if (own.length === 0) return context.block(first.ref, 'inCity', 'rate-no-city-partner');
  const value = own.reduce((rate, row) => rate.plus(row.share!), new Decimal(0));
  const cells = own.map((row) => context.cell(row.ref, 'share'));
  return context.trace.step('contribution-rate', value, '1', cells);
}
