import { Decimal } from '../quantity/decimal';
import { unrounded } from '../../locales/numbers';

/** Significant digits of a number on the way; the digits before the point are always all of them. */
const DIGITS = 5;

/** A number on the way as the report prints it: rounded half up for reading only. The calculation itself rounds nothing but its results. */
export function step(value: Decimal): string {
  const before = value.trunc().isZero() ? 0 : value.trunc().precision(true);
  return unrounded(value.toSignificantDigits(Math.max(DIGITS, before), Decimal.ROUND_HALF_UP));
}
