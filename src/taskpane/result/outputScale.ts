import type { Result } from '../../core/calculation/types';
import { Decimal } from '../../core/quantity/decimal';

const PER_KILOGRAM: Readonly<Record<string, string>> = { 'g-CO2e': '1000', 'kg-CO2e': '1', 't-CO2e': '0.001' };

/**
 * What brings kg-CO2e into the unit in which a result is printed.
 * @param unit `g-CO2e/kWh`, `t-CO2e`
 */
export function outputScale({ unit }: Pick<Result, 'unit'>): Decimal {
  const [emission = ''] = unit.split('/');
  const scale = PER_KILOGRAM[emission];
  if (scale === undefined) throw new RangeError(`no emission unit: ${unit}`);
  return new Decimal(scale);
}
