import { failure, success, type Outcome } from '../message';
import { sum } from '../quantity/decimal';
import { TONNES } from './attribution';
import type { Context } from './context';
import type { EquationId } from './equations';
import { segmentId } from './reading';
import type { CohortInput, SalesCohort } from './salesCohorts';
import type { Traced } from './trace';
import type { SaleYearRow, YearTables } from './types';
import { groupBy } from './unitsOutside';

/**
 * The realized sales' avoided emissions by sale year (flow) and by the calendar year in which they arise (stock booking), over the whole
 * life of the units: c · k · N_v · embodied difference in year v, c · k · N_v · w_t · use saving in year v + t. Both sum to one total.
 * t-CO2e, k over the life.
 *
 * @returns why there are no tables, where a life, k or a year of a factor's path is not known
 */
export function yearTables(context: Context, cohorts: readonly SalesCohort[], input: CohortInput): Outcome<YearTables> {
  const bookings: Booking[] = [];
  const saleYears: SaleYearRow[] = [];
  for (const cohort of cohorts.filter(({ status }) => status === 'realized')) {
    const booked = bookingsOf(context, cohort, input);
    if (!booked.ok) return booked;
    bookings.push(...booked.value);
    const own = totalStep(context, 'avoided-of-sale-year', booked.value.map(({ part }) => part), `${cohort.year}`); // prettier-ignore
    const years = byYear(booked.value).map(([year, parts]) => ({
      year,
      avoided: sum(parts.map(({ value }) => value)),
    }));
    saleYears.push({ year: cohort.year, units: cohort.units, avoided: own.value, years, trace: own.node });
  }
  const calendarYears = byYear(bookings).map(([year, parts]) => {
    const { value, node } = totalStep(context, 'avoided-in-calendar-year', parts, `${year}`);
    return { year, avoided: value, trace: node };
  });
  const sold = saleYears.map(({ avoided, trace }) => ({ value: avoided, node: trace }));
  const total = totalStep(context, 'avoided-over-life', sold, null);
  return success({ saleYears, calendarYears, total: total.value, totalTrace: total.node });
}

/** What one cohort's units of one segment avoid in one calendar year, t-CO2e. */
interface Booking {
  readonly year: number;
  readonly part: Traced;
}

const totalStep = (context: Context, equation: EquationId, parts: readonly Traced[], subject: string | null): Traced =>
  context.trace.step(equation, sum(parts.map(({ value }) => value)), 't-CO2e', parts, subject);

/** In order of the years. */
const byYear = (bookings: readonly Booking[]): (readonly [number, readonly Traced[]])[] =>
  [...groupBy(bookings, ({ year }) => year)]
    .sort(([a], [b]) => a - b)
    .map(([year, own]) => [year, own.map(({ part }) => part)] as const);

/** One cohort over all segments, by calendar year. */
function bookingsOf(
  context: Context,
  cohort: SalesCohort,
  { reductions, splits, rate }: CohortInput,
): Outcome<readonly Booking[]> {
  const bookings: Booking[] = [];
  for (const [index, reduction] of reductions.entries()) {
    const units = cohort.bySegment.get(segmentId(reduction));
    if (!units) continue;
    const life = splits[index];
    const k = reduction.setting.chain.lifetime;
    if (!life || !k || !rate) return failure('calculation.years-need-life');
    const split = life.soldIn(cohort.year);
    if (!split.ok) return split;
    const { embodied, use } = split.value;
    const factors = [rate, k, units];
    use.forEach((saving, age) => {
      const year = cohort.year + age;
      const subject = [cohort.year, year, segmentId(reduction) ?? ''].join(' ').trim();
      if (age === 0) bookings.push({ year, part: bookingStep(context, factors, [embodied, saving], subject) });
      else if (!life.life.life.service[age]!.isZero())
        bookings.push({ year, part: bookingStep(context, factors, [saving], subject) });
    });
  }
  return success(bookings);
}

/** rate × k × units × Σ of what a functional unit saves in the year. @param subject sale year, year and, where there are some, segment */
function bookingStep(context: Context, factors: readonly Traced[], saved: readonly Traced[], subject: string): Traced {
  const each = sum(saved.map(({ value }) => value));
  const value = factors.reduce((product, factor) => product.times(factor.value), each).times(TONNES);
  const equation = saved.length > 1 ? 'booked-in-sale-year' : 'booked-in-year';
  return context.trace.step(equation, value, 't-CO2e', [...factors, ...saved], subject);
}
