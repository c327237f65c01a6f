import { failure, type Outcome, success } from '../message';
import type { Decimal } from './decimal';
import { sameDimension } from './dimension';
import { mismatch } from './mismatch';
import { divideUnits } from './multiplyUnits';
import type { Unit } from './unit';

/**
 * @returns how many `to` one `from` is, 40 digits; or a `quantity.mismatch.*` that names both dimensions, or
 * `quantity.co2-from-co2e` when CO2 alone is asked of an amount that holds other gases too
 */
export function conversionFactor(from: Unit, to: Unit): Outcome<Decimal> {
  if (!sameDimension(from.dimension, to.dimension)) return { ok: false, message: mismatch(from, to) };
  if (to.co2Only && !from.co2Only) return failure('quantity.co2-from-co2e', { from: from.text, to: to.text });
  return success(divideUnits(from, to).factor);
}

/** @returns `value` of `from` expressed in `to`; refuses what `conversionFactor` refuses */
export function convert(value: Decimal, from: Unit, to: Unit): Outcome<Decimal> {
  const factor = conversionFactor(from, to);
  return factor.ok ? success(value.times(factor.value)) : factor;
}
