import { STAGES } from '../case/vocabulary';
import { Decimal } from '../quantity/decimal';
import type { Context, Stated } from './context';
import type { Stages } from './sideFootprint';
import type { Traced } from './trace';
import type { StageResult } from './types';

/** A stage's sum has one input a line. */
const lineCount = (context: Context, sum: Traced) => context.trace.nodes[sum.node]!.inputs.length;

export interface NetReduction {
  readonly stages: readonly StageResult[];
  /** What rebound takes back, ≥ 0, and what side effects cost; kg-CO2e per functional unit, both subtracted. */
  readonly rebound: Decimal;
  readonly sideEffects: Decimal;
  /** Steps of what is taken off the sum of the stages, each with its sign; none where nothing is. */
  readonly taken: Readonly<Record<'rebound' | 'sideEffects', readonly Traced[]>>;
  /** Steps of what is not in the use stage (embodied) and of what is, side effects included with their sign, rebound not. */
  readonly parts: Readonly<Record<'embodied' | 'use', readonly Traced[]>>;
  readonly net: Traced;
}

export interface NetInput {
  readonly baseline: Stages;
  readonly product: Stages;
  readonly sideEffects: Stages;
  /** r, 0–1, where the applicant states one. */
  readonly rebound: Stated | null;
}

interface Part {
  readonly use: boolean;
  readonly traced: Traced;
}

/**
 * ΔE_s = E_base,s − E_prod,s for each stage, which may be negative and is never clamped;
 * ΔE_net = Σ ΔE_s − r · max(ΔE_use, 0) − side effects: rebound takes back part of a use-stage saving, never enlarges a use-stage increase,
 * and has no hold on side effects.
 */
export function netReduction(
  context: Context,
  { baseline, product, sideEffects, rebound }: NetInput,
  equation: 'net-reduction' | 'net-outside-reduction',
): NetReduction {
  const reductions = STAGES.map((stage) => {
    const value = baseline[stage].value.minus(product[stage].value);
    return {
      stage,
      traced: context.trace.step('stage-reduction', value, 'kg-CO2e', [baseline[stage], product[stage]], stage),
    };
  });
  const use = reductions.find(({ stage }) => stage === 'use')!.traced;
  const taken = reboundPart(context, use, rebound);
  const caused = sideEffectParts(context, sideEffects);
  const parts: Part[] = [...reductions.map(({ stage, traced }) => ({ use: stage === 'use', traced })), ...caused];
  const all = [...parts.map(({ traced }) => traced), ...(taken ? [taken] : [])];
  return {
    stages: reductions.map(({ stage, traced }) => ({
      stage,
      baseline: baseline[stage].value,
      product: product[stage].value,
      reduction: traced.value,
      lines: { baseline: lineCount(context, baseline[stage]), product: lineCount(context, product[stage]) },
      trace: traced.node,
    })),
    rebound: taken?.value.negated() ?? new Decimal(0),
    sideEffects: total(caused.map(({ traced }) => traced)).negated(),
    taken: { rebound: taken ? [taken] : [], sideEffects: caused.map(({ traced }) => traced) },
    parts: {
      embodied: parts.filter((part) => !part.use).map(({ traced }) => traced),
      use: parts.filter((part) => part.use).map(({ traced }) => traced),
    },
    net: context.trace.step(equation, total(all), 'kg-CO2e', all),
  };
}

const total = (parts: readonly Traced[]) => parts.reduce((sum, part) => sum.plus(part.value), new Decimal(0));

function reboundPart(context: Context, use: Traced, rebound: Stated | null): Traced | null {
  if (!rebound || !use.value.isPositive()) return null;
  const value = use.value.times(rebound.value).negated();
  return context.trace.step('rebound', value, 'kg-CO2e', [use, rebound.cell]);
}

/** Only stages with lines: a case without side effects has no steps of nothing. */
function sideEffectParts(context: Context, sideEffects: Stages): Part[] {
  return STAGES.filter((stage) => lineCount(context, sideEffects[stage]) > 0).map((stage) => {
    const value = sideEffects[stage].value.negated();
    const traced = context.trace.step('side-effects', value, 'kg-CO2e', [sideEffects[stage]], stage);
    return { use: stage === 'use', traced };
  });
}
