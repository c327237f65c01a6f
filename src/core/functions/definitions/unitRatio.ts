import { emissionRatio } from '../../quantity/emissionRatio';
import { defineFunction } from '../defineFunction';
import { unit } from '../parameters';
import { numberResult, valueOf } from '../results';

/** What amount × factor must be multiplied by to be kg-CO2e. Depends on the two unit texts alone. */
export const UNIT_RATIO = defineFunction({
  id: 'UNIT_RATIO',
  parameters: { unit: unit(), factorUnit: unit() },
  result: 'scalar',
  examples: [
    { formula: '=KMC.UNIT_RATIO("kWh","kg-CO2e/kWh")', value: 1 },
    { formula: '=KMC.UNIT_RATIO("kWh","t-CO2/千kWh")', value: 1 },
    { formula: '=KMC.UNIT_RATIO("kg","g-CO2e/t")', value: 0.000001 },
  ],
  evaluate: ({ unit, factorUnit }) => numberResult(valueOf(emissionRatio(unit, factorUnit)).ratio),
});
