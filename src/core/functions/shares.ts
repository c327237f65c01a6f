import { KAWASAKI } from '../calculation/profile';
import { Decimal, sum } from '../quantity/decimal';
import { placeIn, refuse, type Block, type Place } from './arguments';

/** Largest distance at which a sum of shares, or a rate, still counts as 1. */
export const TOLERANCE = new Decimal(KAWASAKI.choices.shareTolerance.value);

/** @throws FunctionError for a value below 0 or above 1 */
export function refuseNoShare(value: Decimal, at: Place): void {
  if (value.isNegative() && !value.isZero()) refuse(at, 'not-a-share', { found: value.toString() });
  if (value.minus(1).greaterThan(TOLERANCE)) refuse(at, 'not-a-share', { found: value.toString() });
}

/** Checks every share of a range and adds them up. */
export function sumOfShares(shares: Block<Decimal>, at: Place): Decimal {
  shares.values.forEach((share, index) => refuseNoShare(share, placeIn(shares, index, at)));
  return sum(shares.values);
}
