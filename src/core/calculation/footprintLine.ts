import type { InventoryLine } from '../case/types';
import { Decimal } from '../quantity/decimal';
import type { Context } from './context';
import type { FactorPaths, Window } from './factorPaths';
import { emissionBy, type LineEmission } from './lineEmission';
import type { ServiceChain } from './serviceChain';
import type { ServiceLife } from './serviceLife';
import type { Traced } from './trace';

/** What a line is multiplied by because of the product it belongs to. */
export interface Weighting {
  readonly chain: ServiceChain;
  /** Share in the baseline mix; `null` where nothing is mixed. */
  readonly weight: Traced | null;
  readonly window: Window | null;
}

/** A line brought to one functional unit: whole = scale × amount × ratio × factor. */
export interface FootprintLine {
  readonly emission: LineEmission;
  /** kg-CO2e per functional unit. */
  readonly whole: Traced;
  /** The part arising outside the city; `null` where the place is unknown. */
  readonly outside: Traced | null;
  /** What brings the line to one functional unit and weighs it. */
  readonly scale: Decimal;
  /** The factor used: the line's, or the mean of its path. */
  readonly factor: Decimal;
  readonly window: Window | null;
}

interface Place {
  readonly life: ServiceLife | null;
  readonly paths: FactorPaths;
}

/** @returns `null` after reporting what is missing */
export function footprintLine(
  context: Context,
  emission: LineEmission,
  weighting: Weighting,
  place: Place,
): FootprintLine | null {
  const { line } = emission;
  const factored = factoredEmission(context, emission, weighting, place);
  const multiplier = factored && multiplierOf(context, line, weighting.chain);
  if (!multiplier) return null;
  const whole = weighted(context, line, scaled(context, line, factored.emission, multiplier), weighting.weight);
  return {
    emission,
    whole,
    outside: outsidePart(context, line, whole),
    scale: weighting.weight ? multiplier.value.times(weighting.weight.value) : multiplier.value,
    factor: factored.factor,
    window: weighting.window,
  };
}

function factoredEmission(
  context: Context,
  emission: LineEmission,
  { window }: Weighting,
  { life, paths }: Place,
): { readonly emission: Traced; readonly factor: Decimal } | null {
  const { line, path } = emission;
  if (path === null) return { emission: emission.emission!, factor: line.factor! };
  const mean = paths.mean(path, life, window, line.ref);
  const own = mean && emissionBy(context, emission, mean.value, mean);
  return own && { emission: own, factor: mean.value };
}

const MULTIPLIER = { 'sold-unit': 'unitsPerFunctionalUnit', year: 'yearsPerFunctionalUnit' } as const;
const EQUATION = { 'sold-unit': 'per-sold-unit', year: 'per-year' } as const;
const MISSING = { 'sold-unit': 'service-missing', year: 'years-missing' } as const;

/** `step` is `null` for a line that is stated per functional unit already. */
interface Multiplier {
  readonly value: Decimal;
  readonly step: Traced | null;
}

const ONE: Multiplier = { value: new Decimal(1), step: null };

function multiplierOf(context: Context, { per, ref }: InventoryLine, chain: ServiceChain): Multiplier | null {
  if (per === 'functional-unit') return ONE;
  const step = chain[MULTIPLIER[per!]];
  return step ? { value: step.value, step } : context.block(ref, 'per', MISSING[per!], { id: ref.id });
}

function scaled(context: Context, { per, ref }: InventoryLine, emission: Traced, { step }: Multiplier): Traced {
  if (step === null || per === 'functional-unit') return emission;
  const value = emission.value.times(step.value);
  return context.trace.step(EQUATION[per!], value, 'kg-CO2e', [emission, step], ref.id);
}

function weighted(context: Context, { ref }: InventoryLine, traced: Traced, weight: Traced | null): Traced {
  if (!weight) return traced;
  const value = traced.value.times(weight.value);
  return context.trace.step('weighted-line', value, 'kg-CO2e', [traced, weight], ref.id);
}

function outsidePart(context: Context, { ref, inCity }: InventoryLine, whole: Traced): Traced | null {
  if (inCity === null || inCity === 'unknown') return null;
  const value = whole.value.times(new Decimal(1).minus(inCity));
  return context.trace.step('outside-share', value, 'kg-CO2e', [whole, context.cell(ref, 'inCity')], ref.id);
}
