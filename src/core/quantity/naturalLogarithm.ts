import { LN2_HIGH, LN2_LOW } from './exponential';
import { binaryExponent, timesPowerOfTwo } from './powersOfTwo';

const SMALLEST_NORMAL = 2.2250738585072014e-308;
const ROOT_OF_TWO = 1.4142135623730951;

/**
 * ln x on doubles, from + − × ÷ and reading the exponent's bits, so that every engine gives the same bits; within 1 unit in the last place.
 * x = 2^e · (1 + f) with √½ < 1 + f ≤ √2; ln(1 + f) = 2 artanh s, s = f ÷ (2 + f), by its power series to s^23 (the rest is below 1e-19),
 * written f − (f²/2 − s · (f²/2 + R)) so that f, which is exact, keeps all its digits.
 * Series: NIST Digital Library of Mathematical Functions, 4.6.4; the arrangement is the one of fdlibm's `log` (Sun Microsystems, 1993).
 *
 * @returns −Infinity for 0, Infinity for Infinity, NaN for a negative number and NaN
 */
export function naturalLogarithm(x: number): number {
  if (!(x > 0 && x < Infinity)) return outOfRange(x);
  if (x < SMALLEST_NORMAL) return ofNormal(timesPowerOfTwo(x, 54), -54);
  return ofNormal(x, 0);
}

function ofNormal(x: number, shift: number): number {
  const stated = binaryExponent(x);
  const fraction = timesPowerOfTwo(x, -stated);
  const above = fraction > ROOT_OF_TWO;
  const f = (above ? fraction * 0.5 : fraction) - 1;
  const e = stated + (above ? 1 : 0) + shift;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = z * (2 / 3 + w * (2 / 7 + w * (2 / 11 + w * (2 / 15 + w * (2 / 19 + w * (2 / 23))))));
  const even = w * (2 / 5 + w * (2 / 9 + w * (2 / 13 + w * (2 / 17 + w * (2 / 21)))));
  const half = 0.5 * f * f;
  return e * LN2_HIGH + (f - (half - (s * (half + (odd + even)) + e * LN2_LOW)));
}

function outOfRange(x: number): number {
  if (x === 0) return -Infinity;
  return x === Infinity ? Infinity : NaN;
}
