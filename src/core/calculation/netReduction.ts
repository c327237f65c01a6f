import { STAGES, type Stage } from '../case/vocabulary';
import { Decimal } from '../quantity/decimal';
import type { Context, Stated } from './context';
import type { Traced } from './trace';
import type { StageResult } from './types';

/** A stage's sum has one input a line. */
const lineCount = (context: Context, sum: Traced) => context.trace.nodes[sum.node]!.inputs.length;

type Stages = Readonly<Record<Stage, Traced>>;

export interface NetReduction {
  readonly stages: readonly StageResult[];
  readonly net: Traced;
}

/**
 * ΔE_s = E_base,s − E_prod,s for each stage, which may be negative and is never clamped;
 * ΔE_net = Σ ΔE_s − r · max(ΔE_use, 0): rebound takes back part of a use-stage saving, never enlarges a use-stage increase.
 *
 * @param rebound r, 0–1, where the applicant states one
 */
export function netReduction(
  context: Context,
  baseline: Stages,
  product: Stages,
  rebound: Stated | null,
  equation: 'net-reduction' | 'net-outside-reduction',
): NetReduction {
  const reductions = STAGES.map((stage) => {
    const value = baseline[stage].value.minus(product[stage].value);
    return {
      stage,
      traced: context.trace.step('stage-reduction', value, 'kg-CO2e', [baseline[stage], product[stage]], stage),
    };
  });
  const parts = reductions.map(({ traced }) => traced);
  const use = reductions.find(({ stage }) => stage === 'use')!.traced;
  if (rebound && use.value.isPositive()) {
    const value = use.value.times(rebound.value).negated();
    parts.push(context.trace.step('rebound', value, 'kg-CO2e', [use, rebound.cell]));
  }
  const total = parts.reduce((sum, part) => sum.plus(part.value), new Decimal(0));
  return {
    stages: reductions.map(({ stage, traced }) => ({
      stage,
      baseline: baseline[stage].value,
      product: product[stage].value,
      reduction: traced.value,
      lines: { baseline: lineCount(context, baseline[stage]), product: lineCount(context, product[stage]) },
      trace: traced.node,
    })),
    net: context.trace.step(equation, total, 'kg-CO2e', parts),
  };
}
