import type { Decimal } from '../quantity/decimal';
import { refuse, type Place } from './arguments';

/** @throws FunctionError for a fraction or a whole number outside the bounds, both included */
export function wholeNumber(value: Decimal, lowest: number, highest: number, at: Place): number {
  if (!value.isInteger() || value.lessThan(lowest) || value.greaterThan(highest)) {
    refuse(at, 'whole-number', { found: value.toString(), lowest, highest });
  }
  return value.toNumber();
}

/** @throws FunctionError for a value below `lowest` */
export function atLeast(value: Decimal, lowest: number, at: Place): Decimal {
  if (value.lessThan(lowest)) refuse(at, 'below', { found: value.toString(), lowest });
  return value;
}

/** @throws FunctionError for 0 and below */
export function positive(value: Decimal, at: Place): Decimal {
  if (!value.greaterThan(0)) refuse(at, 'not-positive', { found: value.toString() });
  return value;
}
