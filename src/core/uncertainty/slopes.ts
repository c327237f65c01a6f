import type { ReductionModel } from '../calculation/model';
import { Decimal } from '../quantity/decimal';
import { feelsRebound, signOf } from './parts';

/** How one segment's sums move with one input, all other inputs as stated: every sum is a straight line in each input. */
export interface Slope {
  readonly segment: number;
  readonly gross: Decimal;
  readonly use: Decimal;
}

/**
 * @returns for each input, its slopes in the segments in which a term names it; one pass over the terms
 */
export function slopesOf(model: ReductionModel): readonly (readonly Slope[])[] {
  const slopes = model.inputs.map(() => new Map<number, Slope>());
  for (const term of model.terms) {
    const signed = term.coefficient.times(signOf(term));
    for (const input of term.inputs) {
      const others = term.inputs.filter((other) => other !== input);
      const slope = others.reduce((product, other) => product.times(model.inputs[other]!.central), signed);
      const known = slopes[input]!.get(term.segment) ?? NONE(term.segment);
      slopes[input]!.set(term.segment, {
        segment: term.segment,
        gross: known.gross.plus(slope),
        use: feelsRebound(term) ? known.use.plus(slope) : known.use,
      });
    }
  }
  return slopes.map((bySegment) => [...bySegment.values()]);
}

const NONE = (segment: number): Slope => ({ segment, gross: new Decimal(0), use: new Decimal(0) });
