import type { Place as InCity } from '../../case/vocabulary';
import { sum } from '../../quantity/decimal';
import { refuse } from '../arguments';
import { defineFunction } from '../defineFunction';
import { pair } from '../pairing';
import { choices, numbers } from '../parameters';
import { numberResult } from '../results';
import { sumOfShares, TOLERANCE } from '../shares';

/**
 * Contribution rate of the operators in the city: the sum of their shares (contribution rate, method).
 * All partners together may not exceed 1. A partner whose place is unknown is not counted as in the city.
 */
export const CONTRIBUTION = defineFunction({
  id: 'CONTRIBUTION',
  parameters: { shares: numbers(), inCity: choices<InCity>('place') },
  result: 'scalar',
  examples: [{ formula: '=KMC.CONTRIBUTION({0.5;0.2;0.3},{"in";"in";"out"})', value: 0.7 }],
  evaluate: ({ shares, inCity }, at) => {
    const partners = pair(shares, inCity, at('shares'), at('inCity'));
    const whole = sumOfShares(shares, at('shares'));
    if (whole.minus(1).greaterThan(TOLERANCE)) refuse(at('shares'), 'shares-above-one', { found: whole.toString() });
    return numberResult(sum(partners.filter(([, place]) => place === 'in').map(([share]) => share)));
  },
});
