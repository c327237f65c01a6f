import { Decimal, sum } from '../../quantity/decimal';
import { placeName, refuse, type Block, type Place } from '../arguments';
import { atLeast } from '../bounds';
import { defineFunction } from '../defineFunction';
import { number, numbers, optional } from '../parameters';
import { numberResult } from '../results';

type Parameter = 'rebound' | 'reboundBase';

/**
 * Net reduction per functional unit: Σ baseline − Σ product − r · max(rebound base, 0) − Σ side effects (net reduction, method).
 * The rebound acts on the rebound base alone, which is the use-stage saving; r and its base are given together or not at all.
 * The result keeps the unit of its inputs and may be negative.
 */
export const REDUCTION = defineFunction({
  id: 'REDUCTION',
  parameters: {
    baseline: numbers(),
    product: numbers(),
    rebound: optional(number()),
    sideEffects: optional(numbers()),
    reboundBase: optional(numbers()),
  },
  result: 'scalar',
  examples: [
    { formula: '=KMC.REDUCTION(550,45.5)', value: 504.5 },
    { formula: '=KMC.REDUCTION({0;50},{100;0},0.2,,50)', value: -60 },
  ],
  evaluate: ({ baseline, product, rebound, sideEffects, reboundBase }, at) => {
    const lost = reboundLoss(rebound, reboundBase, at);
    const gross = sum(baseline.values).minus(sum(product.values));
    return numberResult(gross.minus(lost).minus(sum(sideEffects?.values ?? [])));
  },
});

function reboundLoss(
  rebound: Decimal | null,
  base: Block<Decimal> | null,
  at: (parameter: Parameter) => Place,
): Decimal {
  if (rebound === null && base === null) return new Decimal(0);
  if (base === null) return refuse(at('reboundBase'), 'needed-with', { other: placeName(at('rebound')) });
  if (rebound === null) return refuse(at('rebound'), 'needed-with', { other: placeName(at('reboundBase')) });
  return atLeast(rebound, 0, at('rebound')).times(Decimal.max(sum(base.values), 0));
}
