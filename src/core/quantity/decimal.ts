import { Decimal as DecimalJs } from 'decimal.js';

/** The one arithmetic of the product: decimal, 40 significant digits, half up in between. Never configured elsewhere. */
export const Decimal = DecimalJs.clone({
  precision: 40,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -30,
  toExpPos: 40,
});
export type Decimal = DecimalJs;

/**
 * Cell → core.
 * @param x a finite double
 * @returns the decimal of the double's shortest text: 0.1 becomes 0.1, not 0.1000000000000000055…; −0 becomes 0
 * @throws RangeError for NaN and the infinities, which no cell that holds a number can contain
 */
export function decimalOfDouble(x: number): Decimal {
  if (!Number.isFinite(x)) throw new RangeError(`not a finite number: ${String(x)}`);
  return new Decimal(String(x));
}

/**
 * Core → cell.
 * @returns the double nearest to `d` (0 below the smallest double)
 * @throws RangeError for what is not finite or lies beyond the largest double
 */
export function doubleOf(d: Decimal): number {
  const x = Number(d.toString());
  if (!Number.isFinite(x)) throw new RangeError(`no double for ${d.toString()}`);
  return x;
}

/** @returns the sum, 0 for no values */
export function sum(values: readonly Decimal[]): Decimal {
  return values.reduce<Decimal>((total, value) => total.plus(value), new Decimal(0));
}
