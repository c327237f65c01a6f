import type { ReductionModel } from '../calculation/model';
import { message, type Message } from '../message';
import { Decimal } from '../quantity/decimal';
import {
  componentsOf,
  meanOf,
  momentsOfInputs,
  varianceOf,
  varianceOfPart,
  weightedSum,
  type Components,
} from './components';
import { hasSales } from './parts';
import { isDrawn, type Moments } from './spread';

/** Mean, variance and the part of the variance each input causes on its own (first order), exactly. */
export interface ExactVariance {
  readonly mean: Decimal;
  readonly variance: Decimal;
  /** By index of the input; absent where it causes none. */
  readonly firstOrder: ReadonlyMap<number, Decimal>;
}

/** The exact variance of an output, or the sentence why there is no formula for it. */
export type VarianceOutcome = ExactVariance | { readonly reason: Message };

const NO_FORMULA = {
  rebound: message('uncertainty.no-formula-rebound'),
  weights: message('uncertainty.no-formula-weights'),
};

/**
 * Variance of the reduction: of the one segment, or of several with fixed weights k·N.
 * Not where a rebound acts on a drawn use-stage saving, nor where the weights of several segments are drawn.
 */
export function reductionVariance(model: ReductionModel): VarianceOutcome {
  const moments = momentsOfInputs(model);
  const components = componentsOfAll(model, moments);
  if (components === null) return { reason: NO_FORMULA.rebound };
  if (components.length === 1) return ofComponents(components[0]!, moments);
  if (model.segments.some(({ units }) => units.some((input) => isDrawn(model.inputs[input]!))))
    return { reason: NO_FORMULA.weights };
  const delivered = deliveredMeans(model, moments);
  const total = delivered.reduce((sum, each) => sum.plus(each), new Decimal(0));
  return ofComponents(
    weightedSum(components.map((each, segment) => [each, delivered[segment]!.dividedBy(total)] as const)),
    moments,
  );
}

function componentsOfAll(model: ReductionModel, moments: readonly Moments[]): readonly Components[] | null {
  const components = model.segments.map((_, segment) => componentsOf(model, moments, segment));
  return components.some((each) => each === null) ? null : (components as Components[]);
}

function ofComponents(components: Components, moments: readonly Moments[]): ExactVariance {
  const firstOrder = new Map<number, Decimal>();
  let variance = new Decimal(0);
  for (const part of components.values()) {
    if (part.inputs.length === 0) continue;
    const ofPart = varianceOfPart(part, moments);
    variance = variance.plus(ofPart);
    if (part.inputs.length === 1) firstOrder.set(part.inputs[0]!, ofPart);
  }
  return { mean: meanOf(components), variance, firstOrder };
}

const deliveredMeans = ({ segments }: ReductionModel, moments: readonly Moments[]): readonly Decimal[] =>
  segments.map(({ units, functionalUnitsPerUnit }) => functionalUnitsPerUnit.times(total(units, moments).mean));

/** Mean and variance of a sum of independent inputs. */
function total(inputs: readonly number[], moments: readonly Moments[]): Moments {
  const sum = (key: keyof Moments) => inputs.reduce((all, input) => all.plus(moments[input]![key]), new Decimal(0));
  return { mean: sum('mean'), variance: sum('variance') };
}

/**
 * Variance of the avoided emissions c · M, M = Σ k·N·ΔE, with c, every N and the ΔE independent of each other, the ΔE sharing inputs:
 * Var M = Var Σ k·E[N]·ΔE + Σ k²·Var N·E[ΔE²]; Var cM = E[c²]·E[M²] − E[c]²·E[M]² (L. A. Goodman, JASA 55 (1960), 708–713).
 * @returns `null` where the model names no sales
 */
export function avoidedVariance(model: ReductionModel): VarianceOutcome | null {
  if (!hasSales(model)) return null;
  const moments = momentsOfInputs(model);
  const components = componentsOfAll(model, moments);
  if (components === null) return { reason: NO_FORMULA.rebound };
  const rate = model.rate.length === 0 ? EXACTLY_ONE : total(model.rate, moments);
  const saved = savedVariance(model, components, moments);
  const square = rate.mean.toPower(2);
  const secondMoment = saved.variance.plus(saved.mean.toPower(2));
  const ofRate = model.rate.map((input) => [input, saved.mean.toPower(2).times(moments[input]!.variance)] as const);
  return {
    mean: rate.mean.times(saved.mean),
    variance: square.times(saved.variance).plus(rate.variance.times(secondMoment)),
    firstOrder: new Map([
      ...[...saved.firstOrder].map(([input, part]) => [input, part.times(square)] as const),
      ...ofRate,
    ]),
  };
}

const EXACTLY_ONE: Moments = { mean: new Decimal(1), variance: new Decimal(0) };

/** M = Σ k·N·ΔE before the contribution rate. */
function savedVariance(
  model: ReductionModel,
  components: readonly Components[],
  moments: readonly Moments[],
): ExactVariance {
  const delivered = deliveredMeans(model, moments);
  const atMeanSales = ofComponents(
    weightedSum(components.map((each, segment) => [each, delivered[segment]!] as const)),
    moments,
  );
  const firstOrder = new Map(atMeanSales.firstOrder);
  let variance = atMeanSales.variance;
  model.segments.forEach(({ units, functionalUnitsPerUnit }, segment) => {
    const [mean, spread] = [meanOf(components[segment]!), varianceOf(components[segment]!, moments)];
    const square = functionalUnitsPerUnit.toPower(2);
    variance = variance.plus(square.times(total(units, moments).variance).times(mean.toPower(2).plus(spread)));
    for (const input of units) firstOrder.set(input, square.times(moments[input]!.variance).times(mean.toPower(2)));
  });
  return { mean: atMeanSales.mean, variance, firstOrder };
}
