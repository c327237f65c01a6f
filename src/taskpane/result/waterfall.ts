import type { StageResult } from '../../core/calculation/types';
import type { Stage } from '../../core/case/vocabulary';
import { Decimal } from '../../core/quantity/decimal';
import { isStated, totalOf } from './stageTotals';

/** One step down or up on the way from the baseline's emissions to the product's; kg-CO2e per functional unit. */
export interface WaterfallStep {
  readonly key: 'baseline' | 'product' | 'effects' | 'product-with-effects' | Stage;
  /** An end stands on zero; a step hangs between two levels. */
  readonly kind: 'end' | 'step';
  /** The level at an end, the change in a step: below zero where the emissions fall. */
  readonly value: Decimal;
  readonly from: Decimal;
  readonly to: Decimal;
  /** Index of the node in the trace. */
  readonly trace: number | null;
}

const ZERO = new Decimal(0);

/**
 * @param net net reduction over all stages, where rebound and side effects are taken off; `null` where it is not known
 * @returns baseline, a step for each stage that a line states, product; then what rebound and side effects add, if they do
 */
export function waterfallOf(stages: readonly StageResult[], net: Decimal | null): readonly WaterfallStep[] {
  const baseline = totalOf(stages, 'baseline');
  const product = totalOf(stages, 'product');
  const steps: WaterfallStep[] = [end('baseline', baseline)];
  let level = baseline;
  for (const stage of stages.filter((each) => isStated(each, 'reduction'))) {
    steps.push(change(stage.stage, level, level.minus(stage.reduction), stage.trace));
    level = level.minus(stage.reduction);
  }
  steps.push(end('product', product));
  const effects = net && baseline.minus(product).minus(net);
  if (effects === null || effects.isZero()) return steps;
  const reached = product.plus(effects);
  return [...steps, change('effects', product, reached, null), end('product-with-effects', reached)];
}

const end = (key: WaterfallStep['key'], value: Decimal): WaterfallStep => ({
  key,
  kind: 'end',
  value,
  from: ZERO,
  to: value,
  trace: null,
});

const change = (key: WaterfallStep['key'], from: Decimal, to: Decimal, trace: number | null): WaterfallStep => ({
  key,
  kind: 'step',
  value: to.minus(from),
  from,
  to,
  trace,
});
