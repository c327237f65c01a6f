import { Decimal } from '../quantity/decimal';
import type { SegmentWhole } from './avoidedWhole';
import type { Context } from './context';
import { lifeReduction, type LifeReduction } from './lifeReduction';
import type { SegmentParts } from './overSegments';
import { readingOf, segmentId, type OutsideReading } from './reading';
import type { SegmentReduction } from './segmentReduction';
import { embodiedStep, useSavingStep } from './splitSteps';
import type { Traced } from './trace';
import type { UnitCount } from './unitsOutside';

/** What a segment's units in use in the year come from. */
interface Stock {
  readonly reduction: SegmentReduction;
  readonly life: LifeReduction;
  /** k over the whole life. */
  readonly k: Traced;
  readonly reading: OutsideReading;
  readonly year: number;
}

/**
 * Stock basis: k · { N_Y · embodied difference + Σ_{v≤Y} N_v · w_{Y−v} · use saving at the factors of Y }, with k over the life and
 * w_t = S(t) · u_t ÷ Σ S · u, so that k · w_t is what a unit delivers at age t (stock equation, docs/method). kg-CO2e in the fiscal year Y.
 *
 * @returns `null` after reporting why the case cannot be booked so, or where a part is missing
 */
export function wholesOnStock(
  context: Context,
  parts: SegmentParts,
  reading: OutsideReading,
): readonly SegmentWhole[] | null {
  const year = context.field('fiscalYear')?.number?.toNumber();
  if (year === undefined || !parts.units || !bookable(context)) return null;
  const wholes: SegmentWhole[] = [];
  for (const reduction of parts.reductions) {
    const whole = readingOf(reduction, reading) && wholeOnStock(context, parts, reduction, reading, year);
    if (!whole) return null;
    wholes.push(whole);
  }
  return wholes;
}

function bookable(context: Context): boolean {
  const place = context.field('accounting')?.ref ?? null;
  if (context.field('timeSense')?.text !== 'annual') {
    context.block(place, 'value', 'stock-needs-annual');
    return false;
  }
  const windowed = context.source.mix.find(({ shareBasis }) => shareBasis === 'years-of-use');
  if (windowed) context.block(windowed.ref, 'shareBasis', 'stock-with-years-of-use');
  return !windowed;
}

function wholeOnStock(
  context: Context,
  { units }: SegmentParts,
  reduction: SegmentReduction,
  reading: OutsideReading,
  year: number,
): SegmentWhole | null {
  const segment = segmentId(reduction);
  const life = lifeReduction(reduction, reading, context.field('rebound')?.number ?? null);
  const k = reduction.setting.chain.lifetime;
  const sold = units!.sold.get(segment)!;
  const annual = reduction.functionalUnitsPerUnit;
  if (!life || !k || !annual)
    return context.block(reduction.setting.segment?.ref ?? null, 'productServiceYears', 'stock-needs-life');
  const stock: Stock = { reduction, life, k, reading, year };
  const cohorts = [...(units!.earlier.get(segment) ?? []), [year, sold] as const];
  const steps: Traced[] = [embodiedPart(context, stock, sold)];
  for (const [saleYear, cohort] of cohorts) {
    const age = year - saleYear;
    if (age >= life.life.service.length) continue;
    const saving = life.savingAt(saleYear, age);
    if (!saving.ok)
      return context.block(cohort.rows[0]?.ref ?? null, 'period', 'path-years-missing', saving.message.params);
    steps.push(cohortPart(context, stock, cohort, saving.value, saleYear));
  }
  const value = steps.reduce((total, step) => total.plus(step.value), new Decimal(0));
  const whole = context.trace.step('stock-of-segment', value, 'kg-CO2e', steps, segment);
  return { reduction, k: annual, sold: sold.count, whole };
}

function embodiedPart(context: Context, { reduction, k, reading }: Stock, { count }: UnitCount): Traced {
  const difference = embodiedStep(context, reduction, reading);
  const value = k.value.times(count.value).times(difference.value);
  return context.trace.step('stock-embodied', value, 'kg-CO2e', [k, count, difference]);
}

function cohortPart(
  context: Context,
  { reduction, life, k, reading, year }: Stock,
  { count }: UnitCount,
  saved: Decimal,
  saleYear: number,
): Traced {
  const saving = useSavingStep(context, reduction, life, reading, saved, year, year - saleYear);
  const value = k.value.times(count.value).times(saved);
  return context.trace.step('stock-cohort', value, 'kg-CO2e', [k, count, saving], `${saleYear}`);
}
