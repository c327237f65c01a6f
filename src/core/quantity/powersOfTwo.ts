const LOWEST = -1022;
const HIGHEST = 1023;

/** 2^k of every normal double, by exact doubling and halving: no `Math.pow`, whose last bit differs between engines. */
const POWERS = new Float64Array(HIGHEST - LOWEST + 1);
POWERS[-LOWEST] = 1;
for (let k = 1; k <= HIGHEST; k += 1) POWERS[k - LOWEST] = POWERS[k - 1 - LOWEST]! * 2;
for (let k = -1; k >= LOWEST; k -= 1) POWERS[k - LOWEST] = POWERS[k + 1 - LOWEST]! / 2;

/**
 * x · 2^k, rounded once unless the result is subnormal.
 * @param k a whole number from −2044 to 2046
 */
export function timesPowerOfTwo(x: number, k: number): number {
  if (k >= LOWEST && k <= HIGHEST) return x * POWERS[k - LOWEST]!;
  const half = k >> 1;
  return x * POWERS[half - LOWEST]! * POWERS[k - half - LOWEST]!;
}

const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);
double[0] = 1;
/** Which half holds sign and exponent depends on the machine's byte order. */
const HIGH = halves[1] === 0 ? 0 : 1;

/** @returns the exponent e of a normal double x = m · 2^e with 1 ≤ |m| < 2 */
export function binaryExponent(x: number): number {
  double[0] = x;
  return ((halves[HIGH]! >>> 20) & 0x7ff) - 1023;
}
