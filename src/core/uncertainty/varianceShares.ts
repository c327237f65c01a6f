import type { ReductionModel } from '../calculation/model';
import { Decimal } from '../quantity/decimal';
import { momentsOfInputs } from './components';
import { centred, type Centred } from './oneAtATime';
import { isDrawn, type Moments } from './spread';
import type { Output } from './types';
import { avoidedVariance, reductionVariance, type VarianceOutcome } from './variance';

/**
 * Share of each input in the variance of one output. `exact`: first-order share of the analysis of variance, what the variance would fall
 * by if that input alone were known (I. M. Sobol', Mathematical Modelling and Computational Experiments 1, 1993); the rest up to 1 is
 * interaction. `linearised`: (∂f/∂x)²·Var x ÷ Σ of the same, at the central values (JCGM 100:2008, 5.1.2), where there is no formula.
 */
export interface VarianceShares {
  readonly basis: 'exact' | 'linearised';
  /** By input; `null` for one without a spread, and for all where the output does not vary. */
  readonly shares: readonly (number | null)[];
}

/** @throws KmcError for a spread that contradicts itself, and for segments that no sales weigh */
export function varianceShares(model: ReductionModel): Readonly<Record<Output, VarianceShares | null>> {
  const moments = momentsOfInputs(model);
  const at = centred(model);
  const avoided = avoidedVariance(model);
  return {
    reduction: sharesOf(model, reductionVariance(model), () => gradient(at, 'reduction'), moments),
    avoided: avoided && sharesOf(model, avoided, () => gradient(at, 'avoided'), moments),
  };
}

function sharesOf(
  { inputs }: ReductionModel,
  outcome: VarianceOutcome,
  slopes: () => readonly Decimal[],
  moments: readonly Moments[],
): VarianceShares {
  if (!('reason' in outcome)) {
    const parts = inputs.map((_, index) => outcome.firstOrder.get(index) ?? new Decimal(0));
    return { basis: 'exact', shares: inputs.map((input, at) => share(isDrawn(input), parts[at]!, outcome.variance)) };
  }
  const parts = slopes().map((slope, index) => slope.toPower(2).times(moments[index]!.variance));
  const whole = parts.reduce((sum, part) => sum.plus(part), new Decimal(0));
  return { basis: 'linearised', shares: inputs.map((input, at) => share(isDrawn(input), parts[at]!, whole)) };
}

const share = (drawn: boolean, part: Decimal, whole: Decimal): number | null =>
  drawn && !whole.isZero() ? Number(part.dividedBy(whole).toString()) : null;

/** ∂/∂x of one output at the central values; where the rebound just begins, the side without it. */
function gradient(at: Centred, output: Output): readonly Decimal[] {
  const { model, parts, weightTotal, outputs } = at;
  const single = parts.segments.length === 1;
  const delivered = single ? parts.segments[0]!.delivered : weightTotal;
  return model.inputs.map((_, input) => {
    const saved = savedSlope(at, input);
    const sales = salesSlope(at, input);
    if (output === 'reduction')
      return single ? saved : saved.minus(outputs.reduction.times(sales)).dividedBy(weightTotal);
    const ofRate = model.rate.includes(input) ? delivered!.times(outputs.reduction) : new Decimal(0);
    const ofSaved = single ? saved.times(delivered!).plus(sales.times(outputs.reduction)) : saved;
    return ofRate.plus(ofSaved.times(parts.rate));
  });
}

function salesSlope({ model, segmentOfUnits }: Centred, input: number): Decimal {
  const segment = segmentOfUnits.get(input);
  return segment === undefined ? new Decimal(0) : model.segments[segment]!.functionalUnitsPerUnit;
}

/** ∂/∂x of Σ weight · ΔE; of one segment its weight is 1 and its sales are not in it. */
function savedSlope({ model, parts, nets, weights, slopes, segmentOfUnits }: Centred, input: number): Decimal {
  const sold = segmentOfUnits.get(input);
  if (sold !== undefined && parts.segments.length > 1)
    return model.segments[sold]!.functionalUnitsPerUnit.times(nets[sold]!);
  const add = (sum: Decimal, value: Decimal) => sum.plus(value);
  if (input === model.rebound)
    return parts.segments
      .map(({ use }, g) => Decimal.max(use, 0).times(weights[g]!).negated())
      .reduce(add, new Decimal(0));
  return slopes[input]!.map(({ segment, gross, use }) => {
    const taken = parts.segments[segment]!.use.greaterThan(0) ? use.times(parts.rebound) : new Decimal(0);
    return gross.minus(taken).times(weights[segment]!);
  }).reduce(add, new Decimal(0));
}
