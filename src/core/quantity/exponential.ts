import { timesPowerOfTwo } from './powersOfTwo';

/** ln 2 in two parts: the first has 33 bits, so that a whole number below 2^20 times it is exact. */
export const LN2_HIGH = 0.6931471804855391;
export const LN2_LOW = 7.440617110012397e-11;
const BY_LN2 = 1.4426950408889634;

const LARGEST = 709.782712893384;
const SMALLEST = -745.1332191019412;

/**
 * e^x on doubles, from + − × ÷ alone, so that every engine gives the same bits; within 1 unit in the last place of the true value.
 * x = k · ln 2 + r with |r| ≤ ln 2 ÷ 2, e^x = 2^k · e^r; e^r by its power series to r^13 (the rest is below 5e-18), even and odd terms apart.
 * The reduction in two parts is that of Cody and Waite, "Software Manual for the Elementary Functions", 1980, chapter 6.
 *
 * @returns Infinity above the largest double, 0 below the smallest, NaN for NaN
 */
export function exponential(x: number): number {
  if (!(x >= SMALLEST && x <= LARGEST)) return outOfRange(x);
  const k = Math.floor(x * BY_LN2 + 0.5);
  const upper = x - k * LN2_HIGH;
  const lower = k * LN2_LOW;
  const r = upper - lower;
  const lost = upper - r - lower;
  const s = r * r;
  const even = 1 / 2 + s * (1 / 24 + s * (1 / 720 + s * (1 / 40_320 + s * (1 / 3_628_800 + s * (1 / 479_001_600)))));
  const odd =
    1 / 6 + s * (1 / 120 + s * (1 / 5_040 + s * (1 / 362_880 + s * (1 / 39_916_800 + s * (1 / 6_227_020_800)))));
  return timesPowerOfTwo(1 + (r + (s * (even + r * odd) + lost)), k);
}

function outOfRange(x: number): number {
  if (x > LARGEST) return Infinity;
  return x < SMALLEST ? 0 : NaN;
}
