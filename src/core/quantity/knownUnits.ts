import type { Message } from '../message';
import { dimensionName } from './dimensionName';
import { EMISSION } from './dimension';
import { ALL_GROUPS } from './symbolIndex';

export interface UnitGroup {
  readonly dimension: Message;
  /** Canonical spellings, the common one first. */
  readonly units: readonly string[];
}

/** Spellings that are composed rather than listed in the table. */
const COMPOSED: readonly UnitGroup[] = [
  {
    dimension: dimensionName(EMISSION),
    units: ['kg-CO2e', 't-CO2e', 'g-CO2e', 'kt-CO2e', 'Mt-CO2e', 'kg-CO2', 't-CO2', 'g-CO2'],
  },
  { dimension: dimensionName({ carbon: 1 }), units: ['kg-C', 't-C', 'g-C'] },
  ...['CH4', 'N2O', 'SF6', 'NF3'].map((gas) => ({
    dimension: dimensionName({ [`gas:${gas}`]: 1 }),
    units: [`kg-${gas}`, `t-${gas}`, `g-${gas}`],
  })),
  {
    dimension: dimensionName({ 'energy-gross': 1 }),
    units: ['kWh(HHV)', 'MJ(HHV)', 'GJ(HHV)', 'TJ(HHV)', 'MMBtu(HHV)'],
  },
  { dimension: dimensionName({ 'energy-net': 1 }), units: ['kWh(LHV)', 'MJ(LHV)', 'GJ(LHV)', 'TJ(LHV)', 'MMBtu(LHV)'] },
];

/** @returns every listed unit and the usual composed ones, by dimension, for dropdowns and help pages */
export function knownUnits(): readonly UnitGroup[] {
  const listed = ALL_GROUPS.map(({ dimension, rows }) => ({
    dimension: dimensionName(dimension),
    units: rows.map(([text]) => text),
  }));
  return [...COMPOSED, ...listed];
}
