import { failure, success, type Outcome } from '../message';
import { Decimal, sum } from '../quantity/decimal';
import { TONNES } from './attribution';
import type { LifeReduction } from './lifeReduction';
import { segmentId } from './reading';
import type { CohortInput, SalesCohort } from './salesCohorts';
import type { SegmentReduction } from './segmentReduction';
import type { SaleYearRow, YearTables } from './types';
import type { YearRow } from './yearBasis';

/**
 * The realized sales' avoided emissions by sale year (flow) and by the calendar year in which they arise (stock booking), over the whole
 * life of the units: c · k · N_v · embodied difference in year v, c · k · N_v · w_t · use saving in year v + t. Both sum to one total.
 * t-CO2e, k over the life.
 *
 * @returns why there are no tables, where a life, k or a year of a factor's path is not known
 */
export function yearTables(cohorts: readonly SalesCohort[], input: CohortInput): Outcome<YearTables> {
  const calendar = new Map<number, Decimal>();
  const saleYears: SaleYearRow[] = [];
  for (const cohort of cohorts.filter(({ status }) => status === 'realized')) {
    const booked = bookedYears(cohort, input);
    if (!booked.ok) return booked;
    const years = inOrder(booked.value);
    for (const { year, avoided } of years) calendar.set(year, (calendar.get(year) ?? new Decimal(0)).plus(avoided));
    saleYears.push({ year: cohort.year, units: cohort.units, avoided: sum(years.map((row) => row.avoided)), years });
  }
  return success({ saleYears, calendarYears: inOrder(calendar), total: sum(saleYears.map(({ avoided }) => avoided)) });
}

const inOrder = (byYear: ReadonlyMap<number, Decimal>): YearRow[] =>
  [...byYear].map(([year, avoided]) => ({ year, avoided })).sort((a, b) => a.year - b.year);

/** One cohort over all segments, by calendar year. */
function bookedYears(cohort: SalesCohort, { reductions, lives, rate }: CohortInput): Outcome<Map<number, Decimal>> {
  const years = new Map<number, Decimal>();
  const book = (year: number, value: Decimal) => years.set(year, (years.get(year) ?? new Decimal(0)).plus(value));
  for (const [index, reduction] of reductions.entries()) {
    const units = cohort.bySegment.get(segmentId(reduction));
    if (!units) continue;
    const delivered = deliveredOver(reduction, lives[index] ?? null);
    if (!delivered || !rate) return failure('calculation.years-need-life');
    const split = delivered.life.soldIn(cohort.year);
    if (!split.ok) return split;
    const scale = rate.value.times(delivered.k).times(units).times(TONNES);
    book(cohort.year, scale.times(split.value.embodied));
    split.value.use.forEach((saving, age) => {
      if (!delivered.life.life.service[age]!.isZero()) book(cohort.year + age, scale.times(saving));
    });
  }
  return success(years);
}

function deliveredOver(
  { setting }: SegmentReduction,
  life: LifeReduction | null,
): { readonly k: Decimal; readonly life: LifeReduction } | null {
  const k = setting.chain.lifetime;
  return life && k && { k: k.value, life };
}
