import type { Distribution } from '../case/vocabulary';
import type { Decimal } from '../quantity/decimal';
import type { TableRow } from './tableRow';

interface Limits {
  readonly low: Decimal | null;
  readonly high: Decimal | null;
}

export interface RowSpread extends Limits {
  readonly distribution: Distribution | null;
}

/** What a row states of how sure its number is. Limits without a distribution say nothing that can be drawn, which is told. */
export function readSpread(row: TableRow): RowSpread {
  const distribution = row.word<Distribution>('distribution');
  const limits = readLimits(row);
  if (limits.low !== null || limits.high !== null) reportWithoutDistribution(row);
  return { distribution, ...limits };
}

function reportWithoutDistribution(row: TableRow): void {
  const state = row.state('distribution');
  if (state === 'blank') row.report('distribution', 'warn', 'spread-without-distribution');
  if (state === 'no-column') row.report('low', 'warn', 'spread-without-distribution');
}

/** Limits in the wrong order contradict themselves; neither is kept. One without the other bounds nothing. */
export function readLimits(row: TableRow): Limits {
  const low = row.number('low');
  const high = row.number('high');
  if (low !== null && row.state('high') === 'blank') row.report('high', 'warn', 'limit-missing');
  if (high !== null && row.state('low') === 'blank') row.report('low', 'warn', 'limit-missing');
  if (low === null || high === null || low.lessThanOrEqualTo(high)) return { low, high };
  row.refuse('low', 'block', 'limits-order', { found: low.toString(), high: high.toString() });
  return { low: null, high: null };
}
