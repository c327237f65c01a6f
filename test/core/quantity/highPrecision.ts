import DecimalJs from 'decimal.js';

/** Sixty digits, apart from the product's own forty: the true value beside which a double's last place is measured. */
export const Precise = DecimalJs.clone({ precision: 60 });

/** The value of a double's bits to sixty digits; decimal.js by itself would take the shortest text, up to half a last place away. */
export function exactly(x: number): DecimalJs {
  const whole = new DataView(new ArrayBuffer(8));
  whole.setFloat64(0, Math.abs(x));
  const bits = whole.getBigUint64(0);
  const stored = Number(bits >> 52n);
  const digits = (bits & ((1n << 52n) - 1n)) + (stored === 0 ? 0n : 1n << 52n);
  const magnitude = new Precise(digits.toString()).times(new Precise(2).toPower(Math.max(stored, 1) - 1075));
  return x < 0 ? magnitude.negated() : magnitude;
}

/** Distance of `x` from the true value in units of the last place of a double of that size. */
export function ulps(x: number, truth: DecimalJs): number {
  const exponent = Math.max(Math.floor(DecimalJs.log2(truth.abs()).toNumber()), -1022) - 52;
  return exactly(x).minus(truth).abs().dividedBy(new Precise(2).toPower(exponent)).toNumber();
}

/** Φ(x) = ½ + φ(x) · (x + x³/3 + x⁵/(3·5) + …): Abramowitz and Stegun 26.2.11. */
export function normalProbability(x: DecimalJs): DecimalJs {
  let term = x;
  let total = x;
  for (let n = 1; term.abs().greaterThan('1e-62'); n += 1) {
    term = term
      .times(x)
      .times(x)
      .dividedBy(2 * n + 1);
    total = total.plus(term);
  }
  return normalDensity(x).times(total).plus(0.5);
}

export function normalDensity(x: DecimalJs): DecimalJs {
  return Precise.exp(x.times(x).dividedBy(-2)).dividedBy(Precise.acos(-1).times(2).squareRoot());
}
