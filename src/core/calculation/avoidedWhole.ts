import type { Context } from './context';
import type { SegmentParts } from './overSegments';
import { readingOf, segmentId, type OutsideReading } from './reading';
import type { SegmentReduction } from './segmentReduction';
import type { Traced } from './trace';
import type { SegmentResult } from './types';

/** A segment's avoided emissions before the contribution rate. */
export interface SegmentWhole {
  readonly reduction: SegmentReduction;
  readonly k: Traced;
  readonly sold: Traced;
  /** kg-CO2e. */
  readonly whole: Traced;
}

/**
 * Flow basis: k_g · N_g · ΔE_net,g, kg-CO2e.
 * @returns `null` where a part is missing
 */
export function wholesOnFlow(
  context: Context,
  parts: SegmentParts,
  reading: OutsideReading,
): readonly SegmentWhole[] | null {
  const wholes: SegmentWhole[] = [];
  for (const reduction of parts.reductions) {
    const segment = segmentId(reduction);
    const k = reduction.functionalUnitsPerUnit;
    const sold = parts.units?.sold.get(segment)?.count;
    const net = readingOf(reduction, reading)?.net;
    if (!k || !sold || !net) return null;
    const value = k.value.times(sold.value).times(net.value);
    wholes.push({
      reduction,
      k,
      sold,
      whole: context.trace.step('whole-of-segment', value, 'kg-CO2e', [k, sold, net], segment),
    });
  }
  return wholes;
}

/** AE_g = c · k_g · N_g · ΔE_net,g on flow basis, c times the segment's whole on stock basis; kg-CO2e. */
export function segmentResults(
  context: Context,
  wholes: readonly SegmentWhole[],
  rate: Traced,
  accounting: 'flow' | 'stock',
  reading: OutsideReading,
): readonly SegmentResult[] {
  return wholes.map(({ reduction, k, sold, whole }) => {
    const net = readingOf(reduction, reading)!.net;
    const value = rate.value.times(whole.value);
    const avoided =
      accounting === 'flow'
        ? context.trace.step('avoided-of-segment', value, 'kg-CO2e', [rate, k, sold, net], segmentId(reduction))
        : context.trace.step('avoided-on-stock', value, 'kg-CO2e', [rate, whole], segmentId(reduction));
    return {
      segment: segmentId(reduction),
      functionalUnitsPerUnit: k.value,
      unitsOutside: sold.value,
      stages: reduction.allStages.stages,
      reduction: { allStages: reduction.allStages.net.value, outsideShare: reduction.outsideShare?.net.value ?? null },
      rebound: readingOf(reduction, reading)!.rebound,
      sideEffects: readingOf(reduction, reading)!.sideEffects,
      avoided: value,
      trace: avoided.node,
    };
  });
}
