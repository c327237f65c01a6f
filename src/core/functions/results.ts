import { message, type Outcome } from '../message';
import type { Decimal } from '../quantity/decimal';
import { FunctionError } from './types';

/**
 * A result as the cell can hold it: the nearest double.
 * @throws FunctionError when the number is too large for a cell, or so small that the cell would show 0
 */
export function numberResult(value: Decimal): number {
  const double = Number(value.toString());
  if (!Number.isFinite(double) || (double === 0 && !value.isZero())) {
    throw new FunctionError('#VALUE!', message('functions.errors.out-of-range', { found: value.toString() }));
  }
  return double === 0 ? 0 : double;
}

/** The value of an outcome. @throws FunctionError with the outcome's own sentence */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new FunctionError('#VALUE!', outcome.message);
  return outcome.value;
}
