import { lognormal } from './conditions';
import { madeUp } from './example';
import { GRID_JP } from './referenceFactors';

/** Factors that several of the made-up examples use; their spreads are made up, too. */
export const GRID = { ...GRID_JP, ...lognormal(1.1) };
export const TRUCK = {
  ...madeUp('x.truck', 0.1, 'kg-CO2e/t·km', { en: 'Lorry', ja: 'トラック輸送' }),
  ...lognormal(1.5),
};
export const STEEL = {
  ...madeUp('x.steel', 2.1, 'kg-CO2e/kg', { en: 'Steel parts', ja: '鋼製部品' }),
  ...lognormal(1.3),
};
export const WASTE = {
  ...madeUp('x.waste', 0.5, 'kg-CO2e/kg', { en: 'Waste treatment', ja: '廃棄物処理' }),
  ...lognormal(1.4),
};
