import { conversionFactor } from '../../quantity/convert';
import { defineFunction } from '../defineFunction';
import { number, unit } from '../parameters';
import { numberResult, valueOf } from '../results';

/** A value in another unit of the same dimension. A change of dimension is an error that names both units. */
export const CONVERT = defineFunction({
  id: 'CONVERT',
  parameters: { value: number(), from: unit(), to: unit() },
  result: 'scalar',
  examples: [
    { formula: '=KMC.CONVERT(1,"kWh","MJ")', value: 3.6 },
    { formula: '=KMC.CONVERT(2500,"kg","t")', value: 2.5 },
  ],
  evaluate: ({ value, from, to }) => numberResult(value.times(valueOf(conversionFactor(from, to)))),
});
