import { STAGES } from '../case/vocabulary';
import { Decimal, sum } from '../quantity/decimal';
import type { Context } from './context';
import { readingOf, segmentId, type OutsideReading } from './reading';
import type { SegmentReduction } from './segmentReduction';
import type { Traced } from './trace';
import type { Deductions, StageResult } from './types';
import type { SoldUnits } from './unitsOutside';

export interface SegmentParts {
  readonly reductions: readonly SegmentReduction[];
  readonly units: SoldUnits | null;
}

/** Functional units delivered outside the city: k_g · N_g. */
function delivered({ units }: SegmentParts, reduction: SegmentReduction): Decimal | null {
  const sold = units?.sold.get(segmentId(reduction));
  const k = reduction.functionalUnitsPerUnit;
  return sold && k ? sold.count.value.times(k.value) : null;
}

/**
 * Each segment's share of the functional units delivered, so that one reduction per functional unit stands for all of them.
 * @returns `null` where there are several segments and their units or k are not known, or sum to nothing
 */
export function segmentWeights(parts: SegmentParts): readonly Decimal[] | null {
  if (parts.reductions.length === 1) return [new Decimal(1)];
  const amounts = parts.reductions.map((reduction) => delivered(parts, reduction));
  if (!amounts.every((amount) => amount !== null)) return null;
  const total = sum(amounts);
  return total.isZero() ? null : amounts.map((amount) => amount.dividedBy(total));
}

/** ΔE = Σ_g w_g · ΔE_g with w_g = k_g·N_g ÷ Σ k·N. @returns kg-CO2e per functional unit */
export function meanReduction(context: Context, parts: SegmentParts, reading: OutsideReading): Traced | null {
  const nets = parts.reductions.map((reduction) => readingOf(reduction, reading)?.net ?? null);
  const [only] = nets;
  if (nets.length === 1) return only ?? null;
  const shares = segmentWeights(parts);
  if (!shares || nets.some((net) => net === null)) return null;
  const value = nets.reduce<Decimal>(
    (total, net, index) => total.plus(net!.value.times(shares[index]!)),
    new Decimal(0),
  );
  return context.trace.step('mean-over-segments', value, 'kg-CO2e', nets);
}

/** The stage table over all segments, weighted like the reduction; empty where the weights are not known. */
export function meanStages(context: Context, parts: SegmentParts): readonly StageResult[] {
  const [first] = parts.reductions;
  if (parts.reductions.length === 1) return first!.allStages.stages;
  const shares = segmentWeights(parts);
  if (!shares) return [];
  return STAGES.map((stage, index) => {
    const rows = parts.reductions.map((reduction) => reduction.allStages.stages[index]!);
    const mean = (key: 'baseline' | 'product' | 'reduction') =>
      rows.reduce((total, row, at) => total.plus(row[key].times(shares[at]!)), new Decimal(0));
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

/** What is taken off the sum of the stages in one reading, weighted like the reduction. */
export function meanDeductions(parts: SegmentParts, reading: OutsideReading): Deductions | null {
  const shares = segmentWeights(parts);
  const nets = parts.reductions.map((reduction) => readingOf(reduction, reading));
  if (!shares || !nets.every((net) => net !== null)) return null;
  const mean = (key: 'rebound' | 'sideEffects') => sum(nets.map((net, index) => net[key].times(shares[index]!)));
  return { rebound: mean('rebound'), sideEffects: mean('sideEffects') };
}
