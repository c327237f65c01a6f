import { conversionFactor } from '../../quantity/convert';
import type { Decimal } from '../../quantity/decimal';
import { parseUnit } from '../../quantity/parseUnit';
import type { Unit } from '../../quantity/unit';
import type { Assessment } from '../../reference/factor';
import { accept, type Place } from '../arguments';
import { defineFunction } from '../defineFunction';
import { gasFactor } from '../gasFactor';
import { choice, number, optional, text, unit } from '../parameters';
import { numberResult, valueOf } from '../results';

/** A mass of greenhouse gas in kg-CO2e: mass in kg × GWP100. The unit is a mass, or the mass of that very gas (`kg-CH4`). */
export const CO2E = defineFunction({
  id: 'CO2E',
  parameters: { amount: number(), unit: unit(), gas: text(), assessment: optional(choice<Assessment>('gwpSet')) },
  result: 'scalar',
  examples: [
    { formula: '=KMC.CO2E(500,"g","HFC-134a")', value: 650 },
    { formula: '=KMC.CO2E(2,"t","CH4","AR4")', value: 50000 },
  ],
  evaluate: ({ amount, unit, gas, assessment }, at) =>
    numberResult(amount.times(kilogramsPer(unit, gas, at('unit'))).times(gasFactor(gas, assessment, at('gas')))),
});

function kilogramsPer(unit: Unit, gas: string, at: Place): Decimal {
  const ofThatGas = parseUnit(`kg-${gas}`);
  const named = ofThatGas.ok ? conversionFactor(unit, ofThatGas.value) : ofThatGas;
  return named.ok ? named.value : accept(conversionFactor(unit, valueOf(parseUnit('kg'))), at);
}
