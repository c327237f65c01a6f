import type { SegmentRow } from '../case/types';
import type { Context } from './context';
import type { FactorPaths } from './factorPaths';
import type { LineEmission } from './lineEmission';
import { netReduction, type NetReduction } from './netReduction';
import { serviceChain, type FunctionalUnit } from './serviceChain';
import { serviceLife, type AgeGroups } from './serviceLife';
import { sideFootprint, type Footprint, type SegmentSetting, type SideName } from './sideFootprint';
import { statedService } from './statedService';
import type { Traced } from './trace';

export interface SegmentReduction {
  readonly setting: SegmentSetting;
  readonly footprints: Readonly<Record<SideName, Footprint>>;
  readonly allStages: NetReduction;
  /** `null` while the place of a line is unknown. */
  readonly outsideShare: NetReduction | null;
  /** Functional units one sold unit delivers in the case's time sense; `null` where the workbook does not say. */
  readonly functionalUnitsPerUnit: Traced | null;
}

export interface ReductionInput {
  readonly unit: FunctionalUnit;
  readonly ages: AgeGroups;
  readonly paths: FactorPaths;
  /** Lines that hold for the segment. */
  readonly emissions: Readonly<Record<SideName, readonly LineEmission[]>>;
}

/** Both readings of "net outside reduction" for one segment, per functional unit. */
export function segmentReduction(
  context: Context,
  { unit, ages, paths, emissions }: ReductionInput,
  segment: SegmentRow | null,
): SegmentReduction | null {
  const stated = statedService(context, 'product', segment, null);
  const known = serviceLife(context, ages, segment, stated.years);
  if (!known) return null;
  const { life } = known;
  const years = life && life.rows.length > 0 ? { value: life.years.value, source: life.years } : stated.years;
  const chain = serviceChain(context, unit, { ...stated, years });
  if (!chain) return null;
  const setting: SegmentSetting = { segment, unit, chain, life, paths };
  const baseline = sideFootprint(context, 'baseline', emissions.baseline, setting);
  const product = sideFootprint(context, 'product', emissions.product, setting);
  const sideEffect = sideFootprint(context, 'side-effect', emissions['side-effect'], setting);
  if (!baseline || !product || !sideEffect) return null;
  const footprints = { baseline, product, 'side-effect': sideEffect };
  return {
    setting,
    footprints,
    ...bothReadings(context, footprints),
    functionalUnitsPerUnit: chain[unit.timeSense],
  };
}

function bothReadings(
  context: Context,
  { baseline, product, 'side-effect': sideEffect }: SegmentReduction['footprints'],
): Pick<SegmentReduction, 'allStages' | 'outsideShare'> {
  const rebound = context.statedField('rebound');
  const whole = {
    baseline: baseline.stages,
    product: product.stages,
    sideEffects: sideEffect.stages,
    rebound,
  };
  const placed = baseline.outside && product.outside && sideEffect.outside;
  const outside = placed && {
    baseline: baseline.outside,
    product: product.outside,
    sideEffects: sideEffect.outside,
    rebound,
  };
  return {
    allStages: netReduction(context, whole, 'net-reduction'),
    outsideShare: outside && netReduction(context, outside, 'net-outside-reduction'),
  };
}
