import { emissionRatio } from '../../quantity/emissionRatio';
import { defineFunction } from '../defineFunction';
import { number, unit } from '../parameters';
import { numberResult, valueOf } from '../results';

/**
 * Emission of one inventory line in kg-CO2e: amount × ratio(unit, factor unit) × factor (line emission, method).
 * A factor in kg-CO2 counts as kg-CO2e. Units whose product is no emission are an error that names both.
 */
export const EMISSION = defineFunction({
  id: 'EMISSION',
  parameters: { amount: number(), unit: unit(), factor: number(), factorUnit: unit() },
  result: 'scalar',
  examples: [
    { formula: '=KMC.EMISSION(120,"kWh",0.423,"kg-CO2/kWh")', value: 50.76 },
    { formula: '=KMC.EMISSION(3.6,"MJ",0.423,"kg-CO2e/kWh")', value: 0.423 },
  ],
  evaluate: ({ amount, unit, factor, factorUnit }) =>
    numberResult(amount.times(valueOf(emissionRatio(unit, factorUnit)).ratio).times(factor)),
});
