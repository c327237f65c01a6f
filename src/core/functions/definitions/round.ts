import type { RoundingMode } from '../../quantity/rounding';
import { round } from '../../quantity/rounding';
import { wholeNumber } from '../bounds';
import { defineFunction } from '../defineFunction';
import { choice, number } from '../parameters';
import { numberResult } from '../results';

const MOST_DIGITS = 30;

/** What a cell shows of a double; the digits beyond are where a chain of doubles keeps its noise, which must not decide a rounding. */
const SHOWN_DIGITS = 15;

/**
 * The scheme's rounding where a reader can see it. Rounds the decimal a cell shows, in 15 digits, not its binary neighbour: 2.675 to two
 * digits is 2.68, and 0.1 · 3 rounded up to one digit is 0.3.
 * Digits count after the decimal point; negative ones round to tens and hundreds.
 */
export const ROUND = defineFunction({
  id: 'ROUND',
  parameters: { value: number(), mode: choice<RoundingMode>('roundingMode'), digits: number() },
  result: 'scalar',
  examples: [
    { formula: '=KMC.ROUND(2.675,"half-up",2)', value: 2.68 },
    { formula: '=KMC.ROUND(2.5,"half-even",0)', value: 2 },
    { formula: '=KMC.ROUND(1987,"down",-2)', value: 1900 },
  ],
  evaluate: ({ value, mode, digits }, at) => {
    const setting = { mode, digits: wholeNumber(digits, -MOST_DIGITS, MOST_DIGITS, at('digits')) };
    return numberResult(round(value.toSignificantDigits(SHOWN_DIGITS), setting));
  },
});
