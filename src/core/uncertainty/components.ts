import type { ReductionModel } from '../calculation/model';
import { Decimal } from '../quantity/decimal';
import { feelsRebound, signOf } from './parts';
import { assertSpread, isDrawn, momentsOf, type Moments } from './spread';

/** coefficient × Π inputs, signed. */
interface SignedTerm {
  readonly coefficient: Decimal;
  readonly inputs: readonly number[];
}

/** Coefficient of Π (xᵢ − mean of xᵢ) over the inputs of one subset. */
export interface Component {
  /** Drawn inputs, ascending; none for the mean. */
  readonly inputs: readonly number[];
  readonly coefficient: Decimal;
}

/** A sum of products of independent inputs, taken apart into uncorrelated parts, one for each subset of inputs that occurs. */
export type Components = ReadonlyMap<string, Component>;

const MEAN = '';

/** Means and variances of the inputs; exact ones have variance 0. @throws KmcError for a spread that contradicts itself */
export function momentsOfInputs({ inputs }: ReductionModel): readonly Moments[] {
  inputs.forEach(assertSpread);
  return inputs.map(momentsOf);
}

/**
 * ΔE of one segment as uncorrelated parts: each input is its mean plus a deviation, products are multiplied out and collected by the
 * deviations they hold (the analysis of variance of W. Hoeffding, Annals of Mathematical Statistics 19, 1948).
 * @returns `null` where the rebound's maximum stands on drawn inputs, so that ΔE is no sum of products
 */
export function componentsOf(model: ReductionModel, moments: readonly Moments[], segment: number): Components | null {
  const terms = signedTerms(model, segment);
  if (terms === null) return null;
  const components = new Map<string, Component>();
  for (const term of terms) expand(model, moments, term, components);
  return components;
}

function signedTerms(model: ReductionModel, segment: number): readonly SignedTerm[] | null {
  const own = model.terms.filter((term) => term.segment === segment);
  const terms = own.map((term) => ({ coefficient: term.coefficient.times(signOf(term)), inputs: term.inputs }));
  if (model.rebound === null) return terms;
  const rebound = model.inputs[model.rebound]!;
  if (!isDrawn(rebound) && rebound.central.isZero()) return terms;
  const use = own.filter(feelsRebound);
  if (use.some(({ inputs }) => inputs.some((input) => isDrawn(model.inputs[input]!)))) return null;
  const saving = use.reduce(
    (sum, term) => sum.plus(exactValue(model, term.inputs, term.coefficient.times(signOf(term)))),
    new Decimal(0),
  );
  return [...terms, { coefficient: Decimal.max(saving, 0).negated(), inputs: [model.rebound] }];
}

const exactValue = ({ inputs }: ReductionModel, factors: readonly number[], coefficient: Decimal): Decimal =>
  factors.reduce((product, input) => product.times(inputs[input]!.central), coefficient);

function expand(
  model: ReductionModel,
  moments: readonly Moments[],
  { coefficient, inputs }: SignedTerm,
  into: Map<string, Component>,
): void {
  let parts: Component[] = [{ inputs: [], coefficient }];
  for (const input of [...inputs].sort((a, b) => a - b)) {
    const { mean } = moments[input]!;
    const atMean = parts.map((part) => ({ ...part, coefficient: part.coefficient.times(mean) }));
    const deviating = isDrawn(model.inputs[input]!)
      ? parts.map((part) => ({ ...part, inputs: [...part.inputs, input] }))
      : [];
    parts = [...atMean, ...deviating];
  }
  for (const part of parts) add(into, part);
}

function add(into: Map<string, Component>, part: Component): void {
  const key = part.inputs.join(' ');
  const known = into.get(key);
  into.set(key, known ? { ...known, coefficient: known.coefficient.plus(part.coefficient) } : part);
}

/** Σ weight × components. */
export function weightedSum(parts: readonly (readonly [Components, Decimal])[]): Components {
  const sum = new Map<string, Component>();
  for (const [components, weight] of parts) {
    for (const part of components.values()) add(sum, { ...part, coefficient: part.coefficient.times(weight) });
  }
  return sum;
}

export const meanOf = (components: Components): Decimal => components.get(MEAN)?.coefficient ?? new Decimal(0);

/** Variance of one part: coefficient² × Π variances. */
export const varianceOfPart = ({ inputs, coefficient }: Component, moments: readonly Moments[]): Decimal =>
  inputs.reduce((product, input) => product.times(moments[input]!.variance), coefficient.times(coefficient));

/** Σ over the parts that deviate: they are uncorrelated, so their variances add up. */
export function varianceOf(components: Components, moments: readonly Moments[]): Decimal {
  const deviating = [...components.values()].filter(({ inputs }) => inputs.length > 0);
  return deviating.reduce((sum, part) => sum.plus(varianceOfPart(part, moments)), new Decimal(0));
}
