import type { RowContent } from '../content';
import { pedigree } from './conditions';
import { ILLUSTRATIVE, madeUpLines } from './example';

/** Years in service, which the grid's path covers, too. */
export const YEARS = 10;
const FIRST_YEAR = 2025;
/** Electricity with its fuels upstream: kg-CO2e/kWh in the first year, and by how much it falls each year. */
export const GRID = { id: 'x.grid.upstream', start: 450, step: 10, scale: 1000 };

const CAST_IRON = { en: 'Casing and impeller, cast iron', ja: 'ケーシング・羽根車（鋳鉄）' };
const COPPER = { en: 'Motor windings, copper', ja: 'モーター巻線（銅）' };
const ASSEMBLY = { en: 'Assembly and test run', ja: '組立・試運転' };
const TREATMENT = { en: 'Dismantling and treatment', ja: '解体・処理' };
const POWER = { en: 'Electricity in a year at 4,000 h', ja: '年間の電力（4,000時間運転）' };

interface Pump {
  readonly iron: number;
  readonly copper: number;
  /** kWh */
  readonly assembly: number;
  readonly kWhPerYear: number;
}

/** All that is bought weighs what the two parts weigh, and is carried 500 km. */
export function pumpLines(side: 'B' | 'P', { iron, copper, assembly, kWhPerYear }: Pump): RowContent[] {
  const kilograms = iron + copper;
  const bill = { per: 'sold-unit', evidence: 'E1', ...pedigree([1, 1, 1, 1, 2]) };
  const recorded = { per: 'sold-unit', evidence: 'E3', ...pedigree([1, 2, 1, 1, 1]) };
  const tested = { per: 'year', parameter: 'HOURS', evidence: 'E2', ...pedigree([1, 1, 1, 1, 1]) };
  const carried = { en: `Transport, ${kilograms} kg over 500 km`, ja: `輸送 ${kilograms} kg × 500 km` };
  return madeUpLines([
    [`${side}1`, 'raw-materials', CAST_IRON, [iron, 'kg'], 'x.iron', bill],
    [`${side}2`, 'raw-materials', COPPER, [copper, 'kg'], 'x.copper', bill],
    [`${side}3`, 'production', ASSEMBLY, [assembly, 'kWh'], GRID.id, { ...recorded, inCity: side === 'P' ? 1 : 0 }],
    [`${side}4`, 'distribution', carried, [kilograms / 2, 't·km'], 'x.truck', { ...recorded, evidence: 'E9' }],
    [`${side}5`, 'use', POWER, [kWhPerYear, 'kWh'], GRID.id, tested],
    [`${side}6`, 'end-of-life', TREATMENT, [kilograms, 'kg'], 'x.waste', bill],
  ]);
}

/** The grid falls by the same step every year; how far it may fall otherwise opens with the years. */
export function gridPath(): RowContent[] {
  return Array.from({ length: YEARS }, (_, year) => {
    const value = GRID.start - GRID.step * year;
    const spread = 20 + 4 * year;
    return {
      id: `G${year}`,
      factorId: GRID.id,
      year: FIRST_YEAR + year,
      value: value / GRID.scale,
      low: (value - spread) / GRID.scale,
      high: (value + spread) / GRID.scale,
      source: ILLUSTRATIVE,
      evidence: 'E9',
    };
  });
}
