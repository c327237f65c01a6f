import type { SegmentRow } from '../case/types';
import { STAGES, type Stage } from '../case/vocabulary';
import { Decimal } from '../quantity/decimal';
import type { Context } from './context';
import type { FactorPaths } from './factorPaths';
import { footprintLine, type FootprintLine, type Weighting } from './footprintLine';
import type { LineEmission } from './lineEmission';
import { mixWeights } from './mixWeights';
import { serviceChain, type FunctionalUnit, type ServiceChain } from './serviceChain';
import type { ServiceLife } from './serviceLife';
import { statedService } from './statedService';
import type { Traced } from './trace';

export type SideName = 'baseline' | 'product' | 'side-effect';

export type Stages = Readonly<Record<Stage, Traced>>;

export interface Footprint {
  /** kg-CO2e per functional unit. */
  readonly stages: Stages;
  /** The part arising outside the city; `null` while a line's place is unknown. */
  readonly outside: Stages | null;
  /** What the sums are made of, in the order of the workbook. */
  readonly lines: readonly FootprintLine[];
}

/** What is the same for every line of a segment. */
export interface SegmentSetting {
  readonly segment: SegmentRow | null;
  readonly unit: FunctionalUnit;
  /** Of the product. */
  readonly chain: ServiceChain;
  readonly life: ServiceLife | null;
  readonly paths: FactorPaths;
}

/**
 * E = Σ lines brought to one functional unit, by stage: E_s = Σ_v m_v · Σ_i e_i · (1 | u_v | years_v).
 * Biogenic lines are reported apart and not in E (ISO 14067). Side effects are counted per unit of the product.
 *
 * @param relevant the side's lines that hold for the segment
 * @returns `null` after reporting what is missing
 */
export function sideFootprint(
  context: Context,
  side: SideName,
  relevant: readonly LineEmission[],
  setting: SegmentSetting,
): Footprint | null {
  const weightings = side === 'baseline' ? baselineWeightings(context, relevant, setting) : productWeightings(setting);
  if (weightings === null) return null;
  const counted = relevant.filter(({ line }) => line.flow !== 'biogenic');
  const lines = counted.map((emission) => {
    const weighting = weightingOf(context, side, emission, weightings);
    return weighting && footprintLine(context, emission, weighting, setting);
  });
  if (!lines.every((line) => line !== null)) return null;
  const placed = lines.every(({ outside }) => outside !== null);
  return {
    stages: sumStages(context, lines, ({ whole }) => whole),
    outside: placed ? sumStages(context, lines, ({ outside }) => outside!) : null,
    lines,
  };
}

function sumStages(
  context: Context,
  lines: readonly FootprintLine[],
  partOf: (line: FootprintLine) => Traced,
): Record<Stage, Traced> {
  const parts = Object.fromEntries(STAGES.map((stage) => [stage, [] as Traced[]])) as Record<Stage, Traced[]>;
  for (const line of lines) parts[line.emission.line.stage!].push(partOf(line));
  const total = (stage: Stage) => {
    const value = parts[stage].reduce((sum, part) => sum.plus(part.value), new Decimal(0));
    return context.trace.step('stage-sum', value, 'kg-CO2e', parts[stage], stage);
  };
  return Object.fromEntries(STAGES.map((stage) => [stage, total(stage)])) as Record<Stage, Traced>;
}

interface Weightings {
  /** For a line that names no variant. */
  readonly whole: Weighting;
  readonly variants: ReadonlyMap<string, Weighting>;
}

const productWeightings = ({ chain }: SegmentSetting): Weightings => ({
  whole: { chain, weight: null, window: null },
  variants: new Map(),
});

/** One chain per mixed baseline product; a product of the mix without any line of its own would count as zero and is refused. */
function baselineWeightings(
  context: Context,
  relevant: readonly LineEmission[],
  { unit, segment, life }: SegmentSetting,
): Weightings | null {
  const chain = serviceChain(context, unit, statedService(context, 'baseline', segment, null));
  const weights = chain && mixWeights(context, segment, life);
  if (!weights) return null;
  const used = new Set(relevant.map(({ line }) => line.variant));
  const variants = new Map<string, Weighting>();
  for (const { row, weight, window } of weights) {
    const name = row.variant ?? '';
    if (!used.has(name)) return context.block(row.ref, 'variant', 'mix-variant-without-lines', { variant: name });
    const own = serviceChain(context, unit, statedService(context, 'baseline', segment, row));
    if (own === null) return null;
    variants.set(name, { chain: own, weight, window });
  }
  return { whole: { chain, weight: null, window: null }, variants };
}

function weightingOf(
  context: Context,
  side: SideName,
  { line }: LineEmission,
  { whole, variants }: Weightings,
): Weighting | null {
  if (line.variant === null) return whole;
  const known = variants.get(line.variant);
  if (known) return known;
  const code = side === 'baseline' ? 'variant-not-in-mix' : 'product-variant';
  return context.block(line.ref, 'variant', code, { variant: line.variant });
}
