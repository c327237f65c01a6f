import { STAGES, type Stage } from '../case/vocabulary';
import { Decimal, sum } from '../quantity/decimal';
import type { Context } from './context';
import type { EquationId } from './equations';
import { readingOf, segmentId, type OutsideReading } from './reading';
import type { SegmentReduction } from './segmentReduction';
import type { Traced } from './trace';
import type { Deductions, StageResult, Step, Totals } from './types';
import type { SoldUnits } from './unitsOutside';

export interface SegmentParts {
  readonly reductions: readonly SegmentReduction[];
  readonly units: SoldUnits | null;
  /**
   * Each segment's share of the functional units delivered, so that one reduction per functional unit stands for all of them; empty with
   * one segment, which is the whole, `null` where units or k are not known or sum to nothing.
   */
  readonly weights: readonly Traced[] | null;
}

/** Segments with their weights w_g = k_g·N_g ÷ Σ k·N. */
export function segmentParts(
  context: Context,
  reductions: readonly SegmentReduction[],
  units: SoldUnits | null,
): SegmentParts {
  return { reductions, units, weights: segmentWeights(context, reductions, units) };
}

function segmentWeights(
  context: Context,
  reductions: readonly SegmentReduction[],
  units: SoldUnits | null,
): readonly Traced[] | null {
  if (reductions.length === 1) return [];
  const delivered = reductions.map((reduction) => {
    const sold = units?.sold.get(segmentId(reduction))?.count;
    const k = reduction.functionalUnitsPerUnit;
    return sold && k ? { sold, k, amount: sold.value.times(k.value), segment: segmentId(reduction) } : null;
  });
  if (!delivered.every((each) => each !== null)) return null;
  const total = sum(delivered.map(({ amount }) => amount));
  if (total.isZero()) return null;
  return delivered.map(({ sold, k, amount, segment }) =>
    context.trace.step('segment-share', amount.dividedBy(total), '1', [k, sold], segment),
  );
}

/**
 * Σ_g w_g · x_g.
 * @param values one a segment
 * @returns with one segment its own value, without a step; `null` where a value or the weights are not known
 */
export function meanOver(
  context: Context,
  { weights }: SegmentParts,
  values: readonly (Traced | null)[],
  subject: string | null = null,
): Traced | null {
  const [only] = values;
  if (values.length === 1) return only ?? null;
  if (!weights || !values.every((value) => value !== null)) return null;
  return weightedSum(context, 'mean-over-segments', values, weights, subject);
}

/** Σ value × weight, as a step of a value and its weight in turn; kg-CO2e. */
export function weightedSum(
  context: Context,
  equation: EquationId,
  values: readonly Traced[],
  weights: readonly Traced[],
  subject: string | null,
): Traced {
  const total = sum(values.map(({ value }, index) => value.times(weights[index]!.value)));
  const inputs = values.flatMap((value, index) => [value, weights[index]!]);
  return context.trace.step(equation, total, 'kg-CO2e', inputs, subject);
}

/** ΔE = Σ_g w_g · ΔE_g. @returns kg-CO2e per functional unit */
export function meanReduction(context: Context, parts: SegmentParts, reading: OutsideReading): Traced | null {
  const nets = parts.reductions.map((reduction) => readingOf(reduction, reading)?.net ?? null);
  return meanOver(context, parts, nets);
}

/** The stage table over all segments, weighted like the reduction; empty where the weights are not known. */
export function meanStages(
  context: Context,
  parts: SegmentParts,
): { readonly stages: readonly StageResult[]; readonly totals: Totals | null } {
  if (parts.weights === null) return { stages: [], totals: null };
  const sides = { baseline: meanSide(context, parts, 'baseline'), product: meanSide(context, parts, 'product') };
  const stages = STAGES.map((stage, index) => {
    const rows = parts.reductions.map((reduction) => reduction.allStages.stages[index]!);
    const reductions = rows.map((row) => ({ value: row.reduction, node: row.trace }));
    const reduction = meanOver(context, parts, reductions, stage)!;
    const lines = (side: 'baseline' | 'product') => Math.max(...rows.map((row) => row.lines[side]));
    return {
      stage,
      baseline: sides.baseline[stage].value,
      product: sides.product[stage].value,
      reduction: reduction.value,
      lines: { baseline: lines('baseline'), product: lines('product') },
      trace: reduction.node,
    };
  });
  return { stages, totals: totalsOf(context, sides) };
}

type SideStages = Readonly<Record<Stage, Traced>>;

function meanSide(context: Context, parts: SegmentParts, side: 'baseline' | 'product'): SideStages {
  const mean = (stage: Stage) =>
    meanOver(
      context,
      parts,
      parts.reductions.map(({ footprints }) => footprints[side].stages[stage]),
      stage,
    )!;
  return Object.fromEntries(STAGES.map((stage) => [stage, mean(stage)])) as Record<Stage, Traced>;
}

function totalsOf(context: Context, sides: Readonly<Record<'baseline' | 'product', SideStages>>): Totals {
  const total = (side: 'baseline' | 'product') => {
    const stages = STAGES.map((stage) => sides[side][stage]);
    return context.trace.step('side-sum', sum(stages.map(({ value }) => value)), 'kg-CO2e', stages, side);
  };
  const [baseline, product] = [total('baseline'), total('product')];
  const value = baseline.value.minus(product.value);
  const reduction = context.trace.step('stage-reduction', value, 'kg-CO2e', [baseline, product]);
  return { baseline: stepOf(baseline), product: stepOf(product), reduction: stepOf(reduction) };
}

export const stepOf = ({ value, node }: Traced): Step => ({ value, trace: node });

/** What is taken off the sum of the stages in one reading, weighted like the reduction. */
export function meanDeductions(context: Context, parts: SegmentParts, reading: OutsideReading): Deductions | null {
  const nets = parts.reductions.map((reduction) => readingOf(reduction, reading));
  if (parts.weights === null || !nets.every((net) => net !== null)) return null;
  const mean = (key: 'rebound' | 'side-effects', taken: readonly (readonly Traced[])[]) => {
    const steps = taken.flat();
    if (steps.length === 0) return { value: new Decimal(0), trace: null };
    const own = taken.map((each) => sum(each.map(({ value }) => value)));
    const total = own.reduce((all, value, at) => all.plus(value.times(parts.weights![at]?.value ?? 1)), new Decimal(0));
    const inputs = [...steps, ...parts.weights!];
    const traced = context.trace.step('taken-off', total.negated(), 'kg-CO2e', inputs, key);
    return stepOf(traced);
  };
  const rebound = mean(
    'rebound',
    nets.map(({ taken }) => taken.rebound),
  );
  const sideEffects = mean(
    'side-effects',
    nets.map(({ taken }) => taken.sideEffects),
  );
  return {
    rebound: rebound.value,
    sideEffects: sideEffects.value,
    traces: { rebound: rebound.trace, sideEffects: sideEffects.trace },
  };
}

/** The product's total with rebound and side effects; `null` where neither is counted. */
export function productWithEffects(
  context: Context,
  totals: Totals | null,
  deductions: Deductions | null,
): Step | null {
  if (!totals || !deductions) return null;
  const { rebound, sideEffects, traces } = deductions;
  const effects = [
    { value: rebound, node: traces.rebound },
    { value: sideEffects, node: traces.sideEffects },
  ].filter((effect): effect is Traced => effect.node !== null);
  if (effects.length === 0) return null;
  const inputs = [{ value: totals.product.value, node: totals.product.trace }, ...effects];
  const value = sum(inputs.map((input) => input.value));
  return stepOf(context.trace.step('product-with-effects', value, 'kg-CO2e', inputs));
}
