import { KmcError, message } from '../message';
import { doubleOf, type Decimal } from '../quantity/decimal';
import type { OutputSummary } from './types';

/**
 * Quantile by linear interpolation between order statistics, definition 7 of R. J. Hyndman and Y. Fan, "Sample quantiles in statistical
 * packages", The American Statistician 50 (1996), 361–365: x at rank 1 + (n − 1) · p. It is Excel's PERCENTILE.INC.
 * @param sorted ascending, at least one value
 * @param p from 0 to 1
 */
export function quantile(sorted: Float64Array, p: number): number {
  const rank = (sorted.length - 1) * p;
  const below = Math.floor(rank);
  const lower = sorted[below]!;
  const upper = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return lower + (rank - below) * (upper - lower);
}

/**
 * What the runs say of one output, in its unit.
 * @param values one a run, at least two
 * @throws KmcError where a run gave no finite number (it is not left out, or the rest would look better than it is), and for values whose
 *   squares leave the range of doubles
 */
export function summarise(values: Float64Array, central: Decimal): OutputSummary {
  const runs = values.length;
  const lost = values.reduce((count, value) => (Number.isFinite(value) ? count : count + 1), 0);
  if (lost > 0) throw new KmcError(message('uncertainty.not-finite', { lost, runs }));
  const sorted = values.slice().sort();
  const mean = meanOf(values);
  const standardDeviation = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / (runs - 1));
  if (!Number.isFinite(mean) || !Number.isFinite(standardDeviation))
    throw new KmcError(message('uncertainty.too-large'));
  return {
    central: doubleOf(central),
    mean,
    median: quantile(sorted, 0.5),
    low: quantile(sorted, 0.025),
    high: quantile(sorted, 0.975),
    standardDeviation,
    standardError: standardDeviation / Math.sqrt(runs),
    probabilityNotPositive: values.reduce((count, x) => (x <= 0 ? count + 1 : count), 0) / runs,
  };
}

/** Around the first value, so that the mean of equal values is that value to the last bit. */
function meanOf(values: Float64Array): number {
  const origin = values[0]!;
  return origin + values.reduce((sum, value) => sum + (value - origin), 0) / values.length;
}
