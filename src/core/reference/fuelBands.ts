import { Decimal } from '../quantity/decimal';
import { emissionRatio } from '../quantity/emissionRatio';
import { parseUnit } from '../quantity/parseUnit';
import { factorById } from './factorById';

/** What burning a fuel may plausibly emit, from the built-in figures that state it per volume. */
interface BandSource {
  /** Unit the band is per. */
  readonly per: string;
  /** Ids of direct factors, of old and new tables, with and without bio-fuel blended in. */
  readonly factors: readonly string[];
}

export const FUEL_BANDS = {
  gasoline: {
    per: 'L',
    factors: [
      'jp.fuel.2010.gasoline.co2',
      'jp.fuel.2023.gasoline.co2',
      'uk.desnz.2025.1_101_1017_8_1',
      'uk.desnz.2024.1_101_1018_8_1',
    ],
  },
  diesel: {
    per: 'L',
    factors: [
      'jp.fuel.2010.diesel_gas_oil.co2',
      'jp.fuel.2023.diesel_gas_oil.co2',
      'uk.desnz.2024.1_101_1011_8_1',
      'uk.desnz.2025.1_101_1012_8_1',
    ],
  },
  kerosene: {
    per: 'L',
    factors: ['jp.fuel.2010.kerosene.co2', 'jp.fuel.2023.kerosene.co2', 'uk.desnz.2025.1_101_1010_8_1'],
  },
} as const satisfies Readonly<Record<string, BandSource>>;

export type Fuel = keyof typeof FUEL_BANDS;

/**
 * Assumptions of ours: making and bringing the fuel adds at most 30 % to what burning it emits, and rounded figures of others stay within
 * 5 % below the lowest direct factor.
 */
const UPSTREAM = '1.3';
const BELOW = '0.95';

/** @returns kg-CO2e per `FUEL_BANDS[fuel].per`: from 95 % of the lowest direct factor to 130 % of the highest */
export function fuelBand(fuel: Fuel): { readonly low: Decimal; readonly high: Decimal } {
  const direct = FUEL_BANDS[fuel].factors.map((id) => perUnit(id, FUEL_BANDS[fuel].per));
  return { low: Decimal.min(...direct).times(BELOW), high: Decimal.max(...direct).times(UPSTREAM) };
}

/** @throws Error where the list above names a factor that is not built in or is per something else; a test reads every row */
function perUnit(id: string, per: string): Decimal {
  const factor = factorById(id);
  const [amount, unit] = [parseUnit(per), parseUnit(factor?.unit ?? '')];
  const reduced = amount.ok && unit.ok ? emissionRatio(amount.value, unit.value) : null;
  if (!factor || !reduced?.ok) throw new Error(`no factor per ${per}: ${id}`);
  return reduced.value.ratio.times(factor.value);
}
