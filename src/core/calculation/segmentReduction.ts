import type { SegmentRow } from '../case/types';
import type { Context } from './context';
import type { LineEmission } from './lineEmission';
import { netReduction, type NetReduction } from './netReduction';
import type { FunctionalUnit } from './serviceChain';
import { sideFootprint } from './sideFootprint';
import type { Traced } from './trace';

export interface SegmentReduction {
  readonly segment: SegmentRow | null;
  readonly allStages: NetReduction;
  /** `null` while the place of a line is unknown. */
  readonly outsideShare: NetReduction | null;
  /** Functional units one sold unit delivers in the case's time sense; `null` where the workbook does not say. */
  readonly functionalUnitsPerUnit: Traced | null;
}

/** Both readings of "net outside reduction" for one segment, per functional unit. */
export function segmentReduction(
  context: Context,
  unit: FunctionalUnit,
  emissions: Readonly<Record<'baseline' | 'product', readonly LineEmission[]>>,
  segment: SegmentRow | null,
): SegmentReduction | null {
  const baseline = sideFootprint(context, 'baseline', emissions.baseline, unit, segment);
  const product = sideFootprint(context, 'product', emissions.product, unit, segment);
  if (!baseline || !product) return null;
  const rebound = context.statedField('rebound');
  const placed = baseline.outside && product.outside;
  return {
    segment,
    allStages: netReduction(context, baseline.stages, product.stages, rebound, 'net-reduction'),
    outsideShare: placed
      ? netReduction(context, baseline.outside!, product.outside!, rebound, 'net-outside-reduction')
      : null,
    functionalUnitsPerUnit: product.chain[unit.timeSense],
  };
}
