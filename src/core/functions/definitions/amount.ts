import { conversionFactor } from '../../quantity/convert';
import { multiplyUnits } from '../../quantity/multiplyUnits';
import { defineFunction } from '../defineFunction';
import { moreQuantities, number, unit } from '../parameters';
import { numberResult, valueOf } from '../results';

/** Product of quantities in the unit asked for: kW × h/年 × 年 → kWh, kg × km → t·km. Units that do not make `outUnit` are an error. */
export const AMOUNT = defineFunction({
  id: 'AMOUNT',
  parameters: { outUnit: unit(), value1: number(), unit1: unit(), more: moreQuantities() },
  result: 'scalar',
  examples: [
    { formula: '=KMC.AMOUNT("kWh",1.5,"kW",2000,"h/年",10,"年")', value: 30000 },
    { formula: '=KMC.AMOUNT("t·km",250,"kg",40,"km")', value: 10 },
  ],
  evaluate: ({ outUnit, value1, unit1, more }) => {
    const factor = valueOf(conversionFactor(multiplyUnits([unit1, ...more.map(({ unit }) => unit)]), outUnit));
    return numberResult(more.reduce((product, { value }) => product.times(value), value1).times(factor));
  },
});
