import { conversionFactor } from '../../quantity/convert';
import { Decimal } from '../../quantity/decimal';
import { accept, refuse } from '../arguments';
import { avoidedKilograms, kilogramsCO2e, tonnesCO2e } from '../avoidedEmission';
import { positive } from '../bounds';
import { defineFunction } from '../defineFunction';
import { number, numbers, optional, unit } from '../parameters';
import { numberResult } from '../results';

/**
 * Avoided emissions: contribution rate × functional units per unit × units outside × (Σ baseline − Σ product), from kg-CO2e per functional
 * unit to t-CO2e or the unit asked for (avoided emissions, method). Negative results stay negative.
 * An output unit in CO2 alone is refused: from totals in CO2e nobody can tell that they hold no other gas.
 */
export const AVOIDED = defineFunction({
  id: 'AVOIDED',
  parameters: {
    baseline: numbers(),
    product: numbers(),
    contributionRate: number(),
    unitsOutside: number(),
    outputUnit: optional(unit()),
    functionalUnitsPerUnit: optional(number()),
  },
  result: 'scalar',
  examples: [
    { formula: '=KMC.AVOIDED(0.55,0.0455,1,1,,55000)', value: 27.7475 },
    { formula: '=KMC.AVOIDED({20;30},{15;25},0.5,1000)', value: 5 },
    { formula: '=KMC.AVOIDED(50,40,0.5,1000,"kg-CO2e")', value: 5000 },
  ],
  evaluate: ({ outputUnit, functionalUnitsPerUnit, ...inputs }, at) => {
    if (outputUnit?.co2Only) refuse(at('outputUnit'), 'co2-only', { found: outputUnit.text });
    const factor = accept(conversionFactor(kilogramsCO2e(), outputUnit ?? tonnesCO2e()), at('outputUnit'));
    const perUnit = positive(functionalUnitsPerUnit ?? new Decimal(1), at('functionalUnitsPerUnit'));
    return numberResult(avoidedKilograms(inputs, at).times(perUnit).times(factor));
  },
});
