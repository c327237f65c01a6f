import type { SalesRow } from '../case/types';
import { SALES_STATUSES, type SalesStatus } from '../case/vocabulary';
import { failure, success, type Message, type Outcome } from '../message';
import { sum, type Decimal } from '../quantity/decimal';
import { TONNES } from './attribution';
import type { Context } from './context';
import { readingOf, segmentId, type OutsideReading } from './reading';
import type { SegmentReduction } from './segmentReduction';
import type { SplitTrace } from './splitSteps';
import type { Traced } from './trace';
import type { SalesResult } from './types';
import { groupBy, unitDiffers, unitStep } from './unitsOutside';

/** Units of one status sold outside the city in one year, by segment. */
export interface SalesCohort {
  readonly status: SalesStatus;
  readonly year: number;
  readonly bySegment: ReadonlyMap<string | null, Traced>;
  readonly units: Decimal;
}

/** @returns cohorts in order of status and year, or the first row that cannot be counted */
export function salesCohorts(context: Context, segments: readonly (string | null)[]): Outcome<readonly SalesCohort[]> {
  const known = new Set(segments);
  const soldUnit = context.field('soldUnit')?.text ?? null;
  const outside = context.source.sales.filter(({ inCity }) => inCity === 'out');
  const faulty = outside.find((row) => !countable(row, known) || unitDiffers(soldUnit, row));
  if (faulty) return failure('calculation.sales-not-countable', { id: faulty.ref.id });
  const byStatus = groupBy(outside, ({ status }) => status!);
  return success(
    SALES_STATUSES.flatMap((status) =>
      [...groupBy(byStatus.get(status) ?? [], ({ period }) => period!)]
        .sort(([a], [b]) => a - b)
        .map(([year, rows]) => cohortOf(context, status, year, rows)),
    ),
  );
}

const countable = ({ status, period, units, segment }: SalesRow, segments: ReadonlySet<string | null>) =>
  status !== null && period !== null && units !== null && segments.has(segment);

function cohortOf(context: Context, status: SalesStatus, year: number, rows: readonly SalesRow[]): SalesCohort {
  const groups = [...groupBy(rows, ({ segment }) => segment)];
  const bySegment = new Map(
    groups.map(([segment, own]) => [segment, unitStep(context, 'units-in-year', own, segment)]),
  );
  return { status, year, bySegment, units: sum([...bySegment.values()].map(({ value }) => value)) };
}

export interface CohortInput {
  readonly reductions: readonly SegmentReduction[];
  /** Beside `reductions`; `null` where the life is not known. */
  readonly splits: readonly (SplitTrace | null)[];
  readonly reading: OutsideReading;
  readonly rate: Traced | null;
}

/**
 * Potential, planned and realized sales apart (Project Frame), never added: AE of each status and sale year by c · Σ k · N · ΔE(v), in the
 * case's time sense and on flow basis.
 */
export function salesResults(
  context: Context,
  cohorts: readonly SalesCohort[],
  input: CohortInput,
  why: readonly Message[],
): SalesResult[] {
  return cohorts.map((cohort) => {
    const { status, year, units } = cohort;
    const avoided = avoidedBy(context, cohort, input);
    const nothing = { status, year, units, avoided: null, trace: null };
    if (avoided === null) return { ...nothing, reasons: why };
    if (!avoided.ok) return { ...nothing, reasons: [avoided.message] };
    return { status, year, units, avoided: avoided.value.value, trace: avoided.value.node, reasons: [] };
  });
}

function avoidedBy(
  context: Context,
  cohort: SalesCohort,
  { reductions, splits, reading, rate }: CohortInput,
): Outcome<Traced> | null {
  const parts: Traced[] = [];
  for (const [index, reduction] of reductions.entries()) {
    const units = cohort.bySegment.get(segmentId(reduction));
    if (!units) continue;
    const net = netSoldIn(context, reduction, splits[index] ?? null, reading, cohort.year);
    const k = reduction.functionalUnitsPerUnit;
    if (!net || !k || !rate) return null;
    if (!net.ok) return net;
    const value = rate.value.times(k.value).times(units.value).times(net.value.value);
    const inputs = [rate, k, units, net.value];
    parts.push(context.trace.step('avoided-of-segment', value, 'kg-CO2e', inputs, segmentId(reduction)));
  }
  const total = sum(parts.map(({ value }) => value)).times(TONNES);
  return success(context.trace.step('avoided-of-sales', total, 't-CO2e', parts, `${cohort.year}`));
}

/** ΔE of a unit sold in a year: the certified one, unless a factor changes over the years. */
function netSoldIn(
  context: Context,
  reduction: SegmentReduction,
  splits: SplitTrace | null,
  reading: OutsideReading,
  year: number,
): Outcome<Traced> | null {
  const net = readingOf(reduction, reading)?.net;
  if (!net) return null;
  if (!splits || splits.life.isConstant) return success(net);
  const split = splits.soldIn(year);
  if (!split.ok) return split;
  const parts = [split.value.embodied, ...split.value.use];
  const value = sum(parts.map((part) => part.value));
  return success(context.trace.step('net-in-sale-year', value, 'kg-CO2e', parts, `${year}`));
}
