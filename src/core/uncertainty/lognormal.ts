import { exponential, LN2_HIGH, LN2_LOW } from '../quantity/exponential';
import { timesPowerOfTwo } from '../quantity/powersOfTwo';

/** Parts into which one doubling is cut. */
const PARTS = 256;
const PARTS_BITS = 8;
const PER_PART = LN2_HIGH / PARTS;

/** 2^(i ÷ 256). */
const ROOTS = Float64Array.from({ length: PARTS }, (_, i) => exponential(i * PER_PART) * (1 + (i / PARTS) * LN2_LOW));

const LOWEST = -1022;
const POWERS = Float64Array.from({ length: 2046 }, (_, at) => timesPowerOfTwo(1, at + LOWEST));

/** Coefficients of 2^(x ÷ 256) = e^(x · ln 2 ÷ 256). */
const FIRST = (LN2_HIGH + LN2_LOW) / PARTS;
const SECOND = (FIRST * FIRST) / 2;
const THIRD = (SECOND * FIRST) / 3;
const FOURTH = (THIRD * FIRST) / 4;

/** Of a normal draw from 53-bit numbers none is larger than 12.3, so that below this deviation every power of two is a normal double. */
export const WIDEST = 50;

/**
 * Turns standard normal draws z into lognormal ones, centre · e^(deviation · z), in place.
 * 2^(k ÷ 256) from a table times a polynomial of degree 4 in the rest (what it leaves out is below 5e-17): the relative error is below
 * 1e-15 + |deviation · z| · 5e-16, of which the second part is what rounding deviation · z does.
 * @param deviation σ of the logarithm, 0 or more
 */
export function fillLognormal(centre: number, deviation: number, values: Float64Array, count: number): void {
  if (deviation > WIDEST) {
    for (let at = 0; at < count; at += 1) values[at] = centre * exponential(deviation * values[at]!);
    return;
  }
  const scale = deviation / FIRST;
  for (let at = 0; at < count; at += 1) {
    const parts = scale * values[at]!;
    const whole = Math.floor(parts + 0.5);
    const rest = parts - whole;
    const power = ROOTS[whole & (PARTS - 1)]! * POWERS[(whole >> PARTS_BITS) - LOWEST]!;
    values[at] = centre * (power * (1 + rest * (FIRST + rest * (SECOND + rest * (THIRD + rest * FOURTH)))));
  }
}
