import type { ReductionModel } from '../calculation/model';
import type { ClosedForm, Output } from './types';
import { avoidedVariance, reductionVariance, type VarianceOutcome } from './variance';

/**
 * Mean and standard deviation of both outputs by formula, in decimals, to stand beside the simulation.
 * @returns `null` for an output the case does not give; `reason` where there is no formula
 * @throws KmcError for a spread that contradicts itself
 */
export function closedForms(model: ReductionModel): Readonly<Record<Output, ClosedForm | null>> {
  const avoided = avoidedVariance(model);
  return { reduction: closedForm(reductionVariance(model)), avoided: avoided && closedForm(avoided) };
}

function closedForm(outcome: VarianceOutcome): ClosedForm {
  if ('reason' in outcome) return { mean: null, standardDeviation: null, reason: outcome.reason };
  return { mean: outcome.mean, standardDeviation: outcome.variance.squareRoot() };
}
