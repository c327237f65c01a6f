import { Decimal } from './decimal';

/**
 * Natural logarithm at 40 digits, the same on every engine (decimal.js series, no Math.log in the result).
 * @throws RangeError unless x is finite and above 0
 */
export function ln(x: Decimal): Decimal {
  if (!x.isFinite() || x.lessThanOrEqualTo(0)) throw new RangeError(`no logarithm of ${x.toString()}`);
  return Decimal.ln(x);
}

/**
 * e to the power x at 40 digits, the same on every engine.
 * @throws RangeError unless x and the result are finite
 */
export function exp(x: Decimal): Decimal {
  const power = Decimal.exp(x);
  if (!x.isFinite() || !power.isFinite()) throw new RangeError(`no exponential of ${x.toString()}`);
  return power;
}
