import { Decimal, sum } from '../../quantity/decimal';
import { exp, ln } from '../../quantity/logarithm';
import { PEDIGREE_INDICATORS, pedigreeFactors } from '../../reference/pedigree';
import { atLeast, wholeNumber } from '../bounds';
import { defineFunction } from '../defineFunction';
import { number, optional } from '../parameters';
import { numberResult } from '../results';

const WORST_SCORE = 5;

/**
 * U95 = exp √(Σ ln² U_i + ln² U_b) from five pedigree scores (pedigree, method). Factors U_i: ecoinvent 2, Frischknecht et al. 2007,
 * ecoinvent report No. 1, tables 7.3 and 7.4. U_b is 1 when left out.
 */
export const PEDIGREE = defineFunction({
  id: 'PEDIGREE',
  parameters: {
    reliability: number(),
    completeness: number(),
    temporal: number(),
    geographical: number(),
    technological: number(),
    basic: optional(number()),
  },
  result: 'scalar',
  examples: [{ formula: '=KMC.ROUND(KMC.PEDIGREE(2,3,3,2,4,1.05),"half-up",4)', value: 1.5298 }],
  evaluate: ({ basic, ...scores }, at) => {
    const factors = PEDIGREE_INDICATORS.map((indicator) => {
      const score = wholeNumber(scores[indicator], 1, WORST_SCORE, at(indicator));
      // Every score has a factor in this set; a missing one would be a broken table, which Decimal refuses.
      return new Decimal(pedigreeFactors('ecoinvent2')[indicator][score - 1]!);
    });
    const squares = [...factors, atLeast(basic ?? new Decimal(1), 1, at('basic'))].map((factor) =>
      ln(factor).toPower(2),
    );
    return numberResult(exp(sum(squares).squareRoot()));
  },
});
