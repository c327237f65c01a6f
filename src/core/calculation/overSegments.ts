import { STAGES } from '../case/vocabulary';
import { Decimal } from '../quantity/decimal';
import type { Context } from './context';
import type { NetReduction } from './netReduction';
import type { SegmentReduction } from './segmentReduction';
import type { Traced } from './trace';
import type { SegmentResult, StageResult } from './types';

export type OutsideReading = 'all-stages' | 'outside-share';

export interface SegmentParts {
  readonly reductions: readonly SegmentReduction[];
  readonly units: ReadonlyMap<string | null, Traced> | null;
  readonly rate: Traced | null;
}

export const readingOf = (reduction: SegmentReduction, reading: OutsideReading): NetReduction | null =>
  reading === 'all-stages' ? reduction.allStages : reduction.outsideShare;

const segmentId = ({ segment }: SegmentReduction) => segment?.ref.id ?? null;

/** Functional units delivered outside the city: k_g · N_g. */
function delivered(parts: SegmentParts, reduction: SegmentReduction): Decimal | null {
  const units = parts.units?.get(segmentId(reduction));
  return units && reduction.functionalUnitsPerUnit ? units.value.times(reduction.functionalUnitsPerUnit.value) : null;
}

/**
 * Each segment's share of the functional units delivered, so that one reduction per functional unit stands for all of them.
 * @returns `null` where there are several segments and their units or k are not known, or sum to nothing
 */
function weights(parts: SegmentParts): readonly Decimal[] | null {
  if (parts.reductions.length === 1) return [new Decimal(1)];
  const amounts = parts.reductions.map((reduction) => delivered(parts, reduction));
  if (amounts.some((amount) => amount === null)) return null;
  const total = amounts.reduce<Decimal>((sum, amount) => sum.plus(amount!), new Decimal(0));
  return total.isZero() ? null : amounts.map((amount) => amount!.dividedBy(total));
}

/** ΔE = Σ_g w_g · ΔE_g with w_g = k_g·N_g ÷ Σ k·N. @returns kg-CO2e per functional unit */
export function meanReduction(context: Context, parts: SegmentParts, reading: OutsideReading): Traced | null {
  const nets = parts.reductions.map((reduction) => readingOf(reduction, reading)?.net ?? null);
  const [only] = nets;
  if (nets.length === 1) return only ?? null;
  const shares = weights(parts);
  if (!shares || nets.some((net) => net === null)) return null;
  const value = nets.reduce<Decimal>((sum, net, index) => sum.plus(net!.value.times(shares[index]!)), new Decimal(0));
  return context.trace.step('mean-over-segments', value, 'kg-CO2e', nets);
}

/** The stage table over all segments, weighted like the reduction; empty where the weights are not known. */
export function meanStages(context: Context, parts: SegmentParts): readonly StageResult[] {
  const [first] = parts.reductions;
  if (parts.reductions.length === 1) return first!.allStages.stages;
  const shares = weights(parts);
  if (!shares) return [];
  return STAGES.map((stage, index) => {
    const rows = parts.reductions.map((reduction) => reduction.allStages.stages[index]!);
    const mean = (key: 'baseline' | 'product' | 'reduction') =>
      rows.reduce((sum, row, at) => sum.plus(row[key].times(shares[at]!)), new Decimal(0));
    const reduction = mean('reduction');
    const inputs = rows.map((row) => ({ value: row.reduction, node: row.trace }));
    const traced = context.trace.step('mean-over-segments', reduction, 'kg-CO2e', inputs, stage);
    const lines = (side: 'baseline' | 'product') => Math.max(...rows.map((row) => row.lines[side]));
    return {
      stage,
      baseline: mean('baseline'),
      product: mean('product'),
      reduction,
      lines: { baseline: lines('baseline'), product: lines('product') },
      trace: traced.node,
    };
  });
}

/**
 * AE_g = c · k_g · N_g · ΔE_net,g, in kg-CO2e.
 * @returns `null` where a part is missing
 */
export function segmentResults(
  context: Context,
  parts: SegmentParts,
  reading: OutsideReading,
): readonly SegmentResult[] | null {
  const { rate, units } = parts;
  if (!rate || !units) return null;
  const results: SegmentResult[] = [];
  for (const reduction of parts.reductions) {
    const k = reduction.functionalUnitsPerUnit;
    const sold = units.get(segmentId(reduction));
    const net = readingOf(reduction, reading)?.net;
    if (!k || !sold || !net) return null;
    const value = rate.value.times(k.value).times(sold.value).times(net.value);
    const avoided = context.trace.step(
      'avoided-of-segment',
      value,
      'kg-CO2e',
      [rate, k, sold, net],
      segmentId(reduction),
    );
    results.push({
      segment: segmentId(reduction),
      functionalUnitsPerUnit: k.value,
      unitsOutside: sold.value,
      stages: reduction.allStages.stages,
      reduction: { allStages: reduction.allStages.net.value, outsideShare: reduction.outsideShare?.net.value ?? null },
      avoided: value,
      trace: avoided.node,
    });
  }
  return results;
}
