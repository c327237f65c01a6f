import type { ModelInput, ReductionModel } from '../calculation/model';
import { fillUniform } from './generator';
import { fillLognormal } from './lognormal';
import { nearestDouble } from './nearestDouble';
import { assertSpread, isDrawn, logarithmicDeviation, normalDeviation } from './spread';
import { fillNormal } from './ziggurat';

/** An input with a spread, in doubles. */
export interface DrawnInput {
  /** Index into the model's inputs. */
  readonly input: number;
  readonly id: string;
  readonly distribution: 'lognormal' | 'normal' | 'triangular' | 'uniform';
  /** Median, mean, mode, or 0 for a uniform one. */
  readonly centre: number;
  /** σ of the logarithm or of the value; 0 where the ends speak. */
  readonly deviation: number;
  readonly low: number;
  readonly high: number;
}

/** @throws KmcError for a spread that contradicts itself */
export function drawnInputs({ inputs }: ReductionModel): readonly DrawnInput[] {
  inputs.forEach(assertSpread);
  return inputs.flatMap((input, index) => (isDrawn(input) ? [inDoubles(input, index)] : []));
}

function inDoubles({ id, central, spread }: ModelInput, input: number): DrawnInput {
  if (spread === null) throw new RangeError(`${id} has no spread`);
  const { distribution } = spread;
  const common = { input, id, distribution, centre: nearestDouble(central), deviation: 0, low: 0, high: 0 };
  if (spread.distribution === 'lognormal')
    return { ...common, deviation: nearestDouble(logarithmicDeviation(spread.u95)) };
  if (spread.distribution === 'normal') return { ...common, deviation: nearestDouble(normalDeviation(spread)) };
  return { ...common, low: nearestDouble(spread.low), high: nearestDouble(spread.high) };
}

/**
 * The next `count` draws of an input: of a standard normal one for lognormal and normal, by inversion of the distribution function for the
 * others.
 * @param states of all streams; the one at `offset` is the input's own and is advanced
 */
export function fillDraws(
  drawn: DrawnInput,
  states: Int32Array,
  offset: number,
  out: Float64Array,
  count: number,
): void {
  const { distribution, centre, deviation, low, high } = drawn;
  if (distribution === 'lognormal' || distribution === 'normal') {
    fillNormal(states, offset, out, count);
    if (distribution === 'lognormal') fillLognormal(centre, deviation, out, count);
    else for (let at = 0; at < count; at += 1) out[at] = centre + deviation * out[at]!;
    return;
  }
  fillUniform(states, offset, out, count);
  if (distribution === 'triangular') triangular(drawn, out, count);
  else for (let at = 0; at < count; at += 1) out[at] = low + out[at]! * (high - low);
}

/** F⁻¹(u) = a + √(u·(b−a)·(c−a)) up to the mode c, b − √((1−u)·(b−a)·(b−c)) beyond it. */
function triangular({ centre, low, high }: DrawnInput, out: Float64Array, count: number): void {
  const width = high - low;
  const belowMode = (centre - low) / width;
  for (let at = 0; at < count; at += 1) {
    const u = out[at]!;
    out[at] =
      u < belowMode ? low + Math.sqrt(u * width * (centre - low)) : high - Math.sqrt((1 - u) * width * (high - centre));
  }
}
