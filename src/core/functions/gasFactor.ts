import { message } from '../message';
import { Decimal } from '../quantity/decimal';
import { ASSESSMENTS, type Assessment } from '../reference/factor';
import { gwp, gwpAlternatives, knownGases } from '../reference/gwp';
import { placeName, type Place } from './arguments';
import { nearestAmong } from '../quantity/nearest';
import { FunctionError } from './types';

/** The set that stands when none is named: the one behind Japan's statutory values for results from fiscal 2023 on. */
const USUAL_ASSESSMENT: Assessment = ASSESSMENTS[1];

const nearestGases = {
  AR4: nearestAmong(() => knownGases('AR4')),
  AR5: nearestAmong(() => knownGases('AR5')),
  AR6: nearestAmong(() => knownGases('AR6')),
};

/**
 * GWP100 of a gas, kg-CO2e per kg.
 * @param assessment `null`: AR5
 * @throws FunctionError `#N/A` for a gas the set has no value for, naming near ones; so for methane in AR6, which has two values
 */
export function gasFactor(gas: string, assessment: Assessment | null, at: Place): Decimal {
  const set = assessment ?? USUAL_ASSESSMENT;
  const found = gwp(gas, set);
  if (found) return new Decimal(found.value);
  const alternatives = gwpAlternatives(gas, set).flatMap(({ gases }) => gases ?? []);
  const near = alternatives.length > 0 ? alternatives : nearestGases[set](gas);
  throw new FunctionError(
    '#N/A',
    message('functions.errors.unknown-gas', { argument: placeName(at), found: gas, assessment: set, near }),
  );
}
