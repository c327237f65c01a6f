import type { Assessment } from '../../reference/factor';
import { defineFunction } from '../defineFunction';
import { gasFactor } from '../gasFactor';
import { choice, optional, text } from '../parameters';
import { numberResult } from '../results';

/** Global warming potential over 100 years from the IPCC assessment report named, AR5 when none is. */
export const GWP = defineFunction({
  id: 'GWP',
  parameters: { gas: text(), assessment: optional(choice<Assessment>('gwpSet')) },
  result: 'scalar',
  examples: [
    { formula: '=KMC.GWP("N2O")', value: 265 },
    { formula: '=KMC.GWP("CH4","AR4")', value: 25 },
  ],
  evaluate: ({ gas, assessment }, at) => numberResult(gasFactor(gas, assessment, at('gas'))),
});
