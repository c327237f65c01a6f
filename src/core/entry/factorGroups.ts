import { allFactors } from '../reference/dataset';
import type { Family, ReferenceFactor } from '../reference/factor';
import { searchFactors, type FactorQuery } from '../reference/searchFactors';
import { isEmissionFactor } from './factorRow';

/** What a factor is for, as people look for it. */
export const FACTOR_GROUPS = ['electricity', 'fuel', 'heat', 'transport', 'water', 'gwp'] as const;
export type FactorGroup = (typeof FACTOR_GROUPS)[number];

const GROUP_OF: Readonly<Record<Family, FactorGroup>> = {
  gwp: 'gwp',
  'fuels-jp': 'fuel',
  'city-gas-jp': 'fuel',
  'heat-jp': 'heat',
  'electricity-jp': 'electricity',
  transport: 'transport',
  'waste-water': 'water',
  'fuels-ipcc': 'fuel',
  'fuels-uk': 'fuel',
  'fuels-us': 'fuel',
  'grid-world': 'electricity',
};

export interface GroupQuery extends Pick<FactorQuery, 'text' | 'region' | 'year'> {
  readonly group?: FactorGroup;
}

/** @returns built-in factors that can stand in KmcFactors, in the order of `searchFactors`; properties such as heat values are left out */
export function searchInsertable({ group, ...query }: GroupQuery): readonly ReferenceFactor[] {
  return searchFactors(query).matches.filter(
    (factor) => isEmissionFactor(factor) && (group === undefined || GROUP_OF[factor.family] === group),
  );
}

/** @returns regions of the built-in factors, parts of a country (`JP-13`) left out, since the country finds them */
export function factorRegions(): readonly string[] {
  return [...new Set(allFactors().map(({ region }) => region))].filter((region) => !region.includes('-'));
}
