import { sum } from '../../quantity/decimal';
import { refuse } from '../arguments';
import { defineFunction } from '../defineFunction';
import { pair } from '../pairing';
import { numbers } from '../parameters';
import { numberResult } from '../results';
import { sumOfShares, TOLERANCE } from '../shares';

/**
 * Baseline of several products: Σ share × footprint, shares by functional units delivered (baseline mix, method).
 * The shares must sum to 1 within 1e-12; they are never rescaled.
 */
export const MIX = defineFunction({
  id: 'MIX',
  parameters: { footprints: numbers(), shares: numbers() },
  result: 'scalar',
  examples: [{ formula: '=KMC.MIX({600;400},{0.75;0.25})', value: 550 }],
  evaluate: ({ footprints, shares }, at) => {
    const lines = pair(footprints, shares, at('footprints'), at('shares'));
    const whole = sumOfShares(shares, at('shares'));
    if (whole.minus(1).abs().greaterThan(TOLERANCE))
      refuse(at('shares'), 'shares-not-one', { found: whole.toString() });
    return numberResult(sum(lines.map(([footprint, share]) => footprint.times(share))));
  },
});
