import type { SalesRow } from '../case/types';
import { SALES_STATUSES, type SalesStatus } from '../case/vocabulary';
import { failure, success, type Message, type Outcome } from '../message';
import { Decimal, sum } from '../quantity/decimal';
import { TONNES } from './attribution';
import type { Context } from './context';
import type { LifeReduction } from './lifeReduction';
import { readingOf, segmentId, type OutsideReading } from './reading';
import type { SegmentReduction } from './segmentReduction';
import type { Traced } from './trace';
import type { SalesResult } from './types';
import { groupBy, netUnits, unitDiffers } from './unitsOutside';

/** Units of one status sold outside the city in one year, by segment. */
export interface SalesCohort {
  readonly status: SalesStatus;
  readonly year: number;
  readonly bySegment: ReadonlyMap<string | null, Decimal>;
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
        .map(([year, rows]) => cohortOf(status, year, rows)),
    ),
  );
}

const countable = ({ status, period, units, segment }: SalesRow, segments: ReadonlySet<string | null>) =>
  status !== null && period !== null && units !== null && segments.has(segment);

function cohortOf(status: SalesStatus, year: number, rows: readonly SalesRow[]): SalesCohort {
  const groups = [...groupBy(rows, ({ segment }) => segment)];
  const bySegment = new Map(groups.map(([segment, own]) => [segment, sum(own.map(netUnits))]));
  return { status, year, bySegment, units: sum([...bySegment.values()]) };
}

export interface CohortInput {
  readonly reductions: readonly SegmentReduction[];
  /** Beside `reductions`; `null` where the life is not known. */
  readonly lives: readonly (LifeReduction | null)[];
  readonly reading: OutsideReading;
  readonly rate: Traced | null;
}

/**
 * Potential, planned and realized sales apart (Project Frame), never added: AE of each status and sale year by c · Σ k · N · ΔE(v), in the
 * case's time sense and on flow basis.
 */
export function salesResults(
  cohorts: readonly SalesCohort[],
  input: CohortInput,
  why: readonly Message[],
): SalesResult[] {
  return cohorts.map((cohort) => {
    const { status, year, units } = cohort;
    const avoided = avoidedBy(cohort, input);
    if (avoided === null) return { status, year, units, avoided: null, reasons: why };
    return avoided.ok
      ? { status, year, units, avoided: avoided.value, reasons: [] }
      : { status, year, units, avoided: null, reasons: [avoided.message] };
  });
}

function avoidedBy(cohort: SalesCohort, { reductions, lives, reading, rate }: CohortInput): Outcome<Decimal> | null {
  let total = new Decimal(0);
  for (const [index, reduction] of reductions.entries()) {
    const units = cohort.bySegment.get(segmentId(reduction));
    if (!units) continue;
    const net = netSoldIn(reduction, lives[index] ?? null, reading, cohort.year);
    const k = reduction.functionalUnitsPerUnit;
    if (!net || !k || !rate) return null;
    if (!net.ok) return net;
    total = total.plus(rate.value.times(k.value).times(units).times(net.value));
  }
  return success(total.times(TONNES));
}

/** ΔE of a unit sold in a year: the certified one, unless a factor changes over the years. */
function netSoldIn(
  reduction: SegmentReduction,
  life: LifeReduction | null,
  reading: OutsideReading,
  year: number,
): Outcome<Decimal> | null {
  const net = readingOf(reduction, reading)?.net;
  if (!net) return null;
  if (!life || life.isConstant) return success(net.value);
  const split = life.soldIn(year);
  return split.ok ? success(split.value.embodied.plus(sum(split.value.use))) : split;
}
