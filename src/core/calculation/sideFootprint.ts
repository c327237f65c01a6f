import type { SegmentRow } from '../case/types';
import { STAGES, type Stage } from '../case/vocabulary';
import { Decimal } from '../quantity/decimal';
import type { Context } from './context';
import type { LineEmission } from './lineEmission';
import { mixWeights } from './mixWeights';
import { serviceChain, type FunctionalUnit, type ServiceChain } from './serviceChain';
import { statedService } from './statedService';
import type { Traced } from './trace';

export interface Footprint {
  /** kg-CO2e per functional unit. */
  readonly stages: Readonly<Record<Stage, Traced>>;
  /** The part arising outside the city; `null` while a line's place is unknown. */
  readonly outside: Readonly<Record<Stage, Traced>> | null;
  readonly chain: ServiceChain;
}

interface Weighting {
  readonly chain: ServiceChain;
  readonly weight: Traced | null;
}

/**
 * E = Σ lines brought to one functional unit, by stage: E_s = Σ_v m_v · Σ_i e_i · (1 | u_v | years_v).
 * Biogenic lines are reported apart and not in E (ISO 14067).
 *
 * @param side lines of one side with their emissions, in kg-CO2e
 * @returns `null` after reporting what is missing
 */
export function sideFootprint(
  context: Context,
  side: 'baseline' | 'product',
  emissions: readonly LineEmission[],
  unit: FunctionalUnit,
  segment: SegmentRow | null,
): Footprint | null {
  const chain = serviceChain(context, unit, statedService(context, side, segment, null));
  if (chain === null) return null;
  const relevant = emissions.filter(({ line }) => line.segment === null || line.segment === segment?.ref.id);
  const variants =
    side === 'baseline' ? variantWeightings(context, unit, segment, relevant) : new Map<string, Weighting>();
  if (variants === null) return null;
  const stages = emptyStages();
  const outside = emptyStages();
  let placed = true;
  let complete = true;
  for (const emission of relevant) {
    if (emission.line.flow === 'biogenic') continue;
    const weighting = weightingOf(context, side, emission, chain, variants);
    const weighted = weighting && toFunctionalUnit(context, emission, weighting);
    if (!weighted) {
      complete = false;
      continue;
    }
    const stage = emission.line.stage!;
    stages[stage].push(weighted);
    const { inCity } = emission.line;
    if (inCity === null || inCity === 'unknown') placed = false;
    else outside[stage].push(outsidePart(context, emission, weighted, inCity));
  }
  if (!complete) return null;
  return { stages: sumStages(context, stages), outside: placed ? sumStages(context, outside) : null, chain };
}

const emptyStages = () => Object.fromEntries(STAGES.map((stage) => [stage, [] as Traced[]])) as Record<Stage, Traced[]>;

function sumStages(context: Context, parts: Record<Stage, Traced[]>): Record<Stage, Traced> {
  const total = (stage: Stage) => {
    const value = parts[stage].reduce((sum, part) => sum.plus(part.value), new Decimal(0));
    return context.trace.step('stage-sum', value, 'kg-CO2e', parts[stage], stage);
  };
  return Object.fromEntries(STAGES.map((stage) => [stage, total(stage)])) as Record<Stage, Traced>;
}

function outsidePart(context: Context, { line }: LineEmission, weighted: Traced, inCity: Decimal): Traced {
  const value = weighted.value.times(new Decimal(1).minus(inCity));
  return context.trace.step(
    'outside-share',
    value,
    'kg-CO2e',
    [weighted, context.cell(line.ref, 'inCity')],
    line.ref.id,
  );
}

/** One chain per mixed baseline product; a product of the mix without any line of its own would count as zero and is refused. */
function variantWeightings(
  context: Context,
  unit: FunctionalUnit,
  segment: SegmentRow | null,
  relevant: readonly LineEmission[],
): Map<string, Weighting> | null {
  const weights = mixWeights(context, segment);
  if (weights === null) return null;
  const used = new Set(relevant.map(({ line }) => line.variant));
  const result = new Map<string, Weighting>();
  for (const { row, weight } of weights) {
    const name = row.variant ?? '';
    if (!used.has(name)) return context.block(row.ref, 'variant', 'mix-variant-without-lines', { variant: name });
    const chain = serviceChain(context, unit, statedService(context, 'baseline', segment, row));
    if (chain === null) return null;
    result.set(name, { chain, weight });
  }
  return result;
}

function weightingOf(
  context: Context,
  side: 'baseline' | 'product',
  { line }: LineEmission,
  chain: ServiceChain,
  variants: ReadonlyMap<string, Weighting>,
): Weighting | null {
  if (line.variant === null) return { chain, weight: null };
  const known = variants.get(line.variant);
  if (known) return known;
  const code = side === 'product' ? 'product-variant' : 'variant-not-in-mix';
  return context.block(line.ref, 'variant', code, { variant: line.variant });
}

const MULTIPLIER = { 'sold-unit': 'unitsPerFunctionalUnit', year: 'yearsPerFunctionalUnit' } as const;

/** Brings a line to one functional unit and weighs it by its product's share of the mix. */
function toFunctionalUnit(
  context: Context,
  { line, emission }: LineEmission,
  { chain, weight }: Weighting,
): Traced | null {
  const per = line.per!;
  let traced = emission;
  if (per !== 'functional-unit') {
    const multiplier = chain[MULTIPLIER[per]];
    if (!multiplier)
      return context.block(line.ref, 'per', per === 'year' ? 'years-missing' : 'service-missing', { id: line.ref.id });
    const value = emission.value.times(multiplier.value);
    const equation = per === 'year' ? 'per-year' : 'per-sold-unit';
    traced = context.trace.step(equation, value, 'kg-CO2e', [emission, multiplier], line.ref.id);
  }
  if (!weight) return traced;
  return context.trace.step(
    'weighted-line',
    traced.value.times(weight.value),
    'kg-CO2e',
    [traced, weight],
    line.ref.id,
  );
}
