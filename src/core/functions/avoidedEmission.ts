import { sum, type Decimal } from '../quantity/decimal';
import { parseUnit } from '../quantity/parseUnit';
import type { Unit } from '../quantity/unit';
import type { Block, Place } from './arguments';
import { atLeast } from './bounds';
import { valueOf } from './results';
import { refuseNoShare } from './shares';

interface AvoidedInputs {
  /** kg-CO2e per functional unit; several cells are added. */
  readonly baseline: Block<Decimal>;
  readonly product: Block<Decimal>;
  /** 0 to 1. */
  readonly contributionRate: Decimal;
  readonly unitsOutside: Decimal;
}

/**
 * c · N · (Σ baseline − Σ product) in kg-CO2e: the scheme's three factors, for one segment with one functional unit per unit sold.
 * A negative reduction stays negative.
 * @throws FunctionError for a rate outside 0–1 and for a negative number of units, which would turn an increase into a reduction
 */
export function avoidedKilograms(
  { baseline, product, contributionRate, unitsOutside }: AvoidedInputs,
  at: (parameter: 'contributionRate' | 'unitsOutside') => Place,
): Decimal {
  refuseNoShare(contributionRate, at('contributionRate'));
  atLeast(unitsOutside, 0, at('unitsOutside'));
  return sum(baseline.values).minus(sum(product.values)).times(contributionRate).times(unitsOutside);
}

export const kilogramsCO2e = (): Unit => valueOf(parseUnit('kg-CO2e'));
export const tonnesCO2e = (): Unit => valueOf(parseUnit('t-CO2e'));
