import type { Deductions, StageResult, Step, Totals } from '../../core/calculation/types';
import type { Stage } from '../../core/case/vocabulary';
import { Decimal } from '../../core/quantity/decimal';
import { isStated, totalOf } from './stageTotals';

/** One step down or up on the way from the baseline's emissions to the product's; kg-CO2e per functional unit. */
export interface WaterfallStep {
  readonly key: 'baseline' | 'product' | 'rebound' | 'side-effects' | 'product-with-effects' | Stage;
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
 * @param totals of both sides, for the steps that give them
 * @param withEffects the product's total with them
 * @param deductions what is taken off the sum of the stages; `null` where it is not known
 * @returns baseline, a step for each stage that a line states, product; then what rebound and side effects add, where they do
 */
export function waterfallOf(
  stages: readonly StageResult[],
  totals: Totals | null,
  deductions: Deductions | null,
  withEffects: Step | null,
): readonly WaterfallStep[] {
  const baseline = totalOf(stages, 'baseline');
  const product = totalOf(stages, 'product');
  const steps: WaterfallStep[] = [end('baseline', baseline, totals?.baseline.trace)];
  let level = baseline;
  for (const { stage, reduction, trace } of stages.filter((each) => isStated(each, 'reduction'))) {
    steps.push(change(stage, level, level.minus(reduction), trace));
    level = level.minus(reduction);
  }
  steps.push(end('product', product, totals?.product.trace));
  const effects = effectsOf(deductions);
  if (effects.length === 0) return steps;
  level = product;
  for (const [key, value, trace] of effects) {
    steps.push(change(key, level, level.plus(value), trace));
    level = level.plus(value);
  }
  return [...steps, end('product-with-effects', level, withEffects?.trace)];
}

/** @returns what is taken off, without what is nothing */
function effectsOf(deductions: Deductions | null): (readonly ['rebound' | 'side-effects', Decimal, number | null])[] {
  if (!deductions) return [];
  const both = [
    ['rebound', deductions.rebound, deductions.traces.rebound],
    ['side-effects', deductions.sideEffects, deductions.traces.sideEffects],
  ] as const;
  return both.filter(([, value]) => !value.isZero());
}

const end = (key: WaterfallStep['key'], value: Decimal, trace: number | null = null): WaterfallStep => ({
  key,
  kind: 'end',
  value,
  from: ZERO,
  to: value,
  trace,
});

const change = (key: WaterfallStep['key'], from: Decimal, to: Decimal, trace: number | null): WaterfallStep => ({
  key,
  kind: 'step',
  value: to.minus(from),
  from,
  to,
  trace,
});
