import { AMOUNT } from './definitions/amount';
import { AVOIDED } from './definitions/avoided';
import { AVOIDED_YEARS } from './definitions/avoidedYears';
import { BREAKEVEN } from './definitions/breakeven';
import { CO2E } from './definitions/co2e';
import { CONTRIBUTION } from './definitions/contribution';
import { CONVERT } from './definitions/convert';
import { EMISSION } from './definitions/emission';
import { EXPLAIN } from './definitions/explain';
import { FACTOR } from './definitions/factor';
import { FACTOR_SEARCH } from './definitions/factorSearch';
import { FOOTPRINT } from './definitions/footprint';
import { GWP } from './definitions/gwp';
import { MIX } from './definitions/mix';
import { PEDIGREE } from './definitions/pedigree';
import { REDUCTION } from './definitions/reduction';
import { ROUND } from './definitions/round';
import { SENSITIVITY } from './definitions/sensitivity';
import { STAGES } from './definitions/stages';
import { UNCERTAINTY } from './definitions/uncertainty';
import { UNIT_RATIO } from './definitions/unitRatio';
import { UNITS_OUTSIDE } from './definitions/unitsOutside';
import { VERSION } from './definitions/version';
import type { FunctionSpec } from './types';

/** Every KMC function, in the order of the calculation; help pages keep it. */
export const FUNCTIONS: readonly FunctionSpec[] = [
  EMISSION,
  UNIT_RATIO,
  CONVERT,
  AMOUNT,
  GWP,
  CO2E,
  FACTOR,
  FACTOR_SEARCH,
  FOOTPRINT,
  STAGES,
  MIX,
  REDUCTION,
  CONTRIBUTION,
  UNITS_OUTSIDE,
  AVOIDED,
  AVOIDED_YEARS,
  BREAKEVEN,
  PEDIGREE,
  UNCERTAINTY,
  SENSITIVITY,
  ROUND,
  EXPLAIN,
  VERSION,
];

/** @param id without `KMC.`, in capitals */
export function functionById(id: string): FunctionSpec | undefined {
  return FUNCTIONS.find((spec) => spec.id === id);
}
