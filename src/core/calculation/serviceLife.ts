import type { AgeRow, SegmentRow } from '../case/types';
import { Decimal, sum } from '../quantity/decimal';
import type { Context } from './context';
import type { Years } from './serviceChain';
import type { Traced } from './trace';

/** How a unit's service spreads over its years of use. */
export interface ServiceLife {
  /** S(t) · u_t, full years of use delivered at age t = 0, 1, …; without KmcYears 1, and what is left of a year in the last. */
  readonly service: readonly Decimal[];
  /** Σ S(t) · u_t. */
  readonly years: Traced;
  /** w_t = S(t) · u_t ÷ Σ S · u; they sum to 1. */
  readonly weights: readonly Decimal[];
  /** Rows of KmcYears by age; empty where only the service years are stated. */
  readonly rows: readonly AgeRow[];
}

/** Rows of KmcYears by segment (`null`: those without one), each in order of age. */
export type AgeGroups = ReadonlyMap<string | null, readonly AgeRow[]>;

/** Beyond this a number of years is a slip (hours typed as years), and no table of years is made from it. */
const MOST_YEARS = 1000;

/** @returns `null` after reporting gaps, repetitions or values that cannot be */
export function ageGroups(context: Context): AgeGroups | null {
  const bySegment = new Map<string | null, AgeRow[]>();
  for (const row of context.source.ages) {
    const group = bySegment.get(row.segment) ?? [];
    group.push(row);
    bySegment.set(row.segment, group);
  }
  const groups = [...bySegment].map(([segment, rows]) => [segment, checkedAges(context, rows)] as const);
  return groups.every((entry): entry is [string | null, readonly AgeRow[]] => entry[1] !== null)
    ? new Map(groups)
    : null;
}

function checkedAges(context: Context, rows: readonly AgeRow[]): readonly AgeRow[] | null {
  const hole = rows.find(({ age, survival, use }) => age === null || survival === null || use === null);
  if (hole) return context.block(hole.ref, 'age', 'years-incomplete', { id: hole.ref.id });
  const ordered = [...rows].sort((a, b) => a.age! - b.age!);
  for (const [index, row] of ordered.entries()) {
    if (row.age !== index) {
      const code = row.age === ordered[index - 1]?.age ? 'years-age-twice' : 'years-gap';
      return context.block(row.ref, 'age', code, { found: row.age!, expected: index });
    }
    if (!inUnit(row.survival!))
      return context.block(row.ref, 'survival', 'years-survival', { found: row.survival!.toString() });
    if (row.use!.isNegative() && !row.use!.isZero())
      return context.block(row.ref, 'use', 'years-use', { found: row.use!.toString() });
  }
  warnOfRise(context, ordered);
  if (serviceOf(ordered).every((each) => each.isZero()))
    return context.block(ordered[0]!.ref, 'use', 'years-no-service');
  return ordered;
}

const inUnit = (share: Decimal) => share.greaterThanOrEqualTo(0) && share.lessThanOrEqualTo(1);

/** Units that were gone do not come back. */
function warnOfRise(context: Context, ordered: readonly AgeRow[]): void {
  const rise = ordered.find((row, index) => index > 0 && row.survival!.greaterThan(ordered[index - 1]!.survival!));
  if (!rise) return;
  const before = ordered[rise.age! - 1]!.survival!.toString();
  context.report('warn', rise.ref, 'survival', 'years-survival-rises', { found: rise.survival!.toString(), before });
}

const serviceOf = (rows: readonly AgeRow[]) => rows.map(({ survival, use }) => survival!.times(use!));

/** `null` where the workbook does not say how long a unit serves. */
export interface KnownLife {
  readonly life: ServiceLife | null;
}

/**
 * The life of the product in one segment: the segment's own rows of KmcYears, else those of all segments, else the stated service years.
 * @param years service years as stated for the product
 * @returns `null` after reporting that the two contradict each other
 */
export function serviceLife(
  context: Context,
  ages: AgeGroups,
  segment: SegmentRow | null,
  years: Years | null,
): KnownLife | null {
  const rows = (segment && ages.get(segment.ref.id)) ?? ages.get(null);
  if (!rows) return { life: years && plainLife(context, years) };
  if (years && !years.value.equals(rows.length)) {
    return context.block(rows[0]!.ref, 'age', 'years-contradict', {
      stated: years.value.toString(),
      ages: rows.length,
    });
  }
  const service = serviceOf(rows);
  const cells = rows.flatMap(({ ref }) => [context.cell(ref, 'survival'), context.cell(ref, 'use')]);
  const total = context.trace.step('effective-service-years', sum(service), '年', cells, segment?.ref.id ?? null);
  return { life: { service, years: total, weights: weightsOf(service, total.value), rows } };
}

function plainLife(context: Context, years: Years): ServiceLife | null {
  const { value } = years;
  if (!value.isPositive() || value.isZero() || value.greaterThan(MOST_YEARS)) return null;
  const whole = value.floor().toNumber();
  const service = Array.from({ length: whole }, () => new Decimal(1));
  if (!value.equals(whole)) service.push(value.minus(whole));
  const traced = context.trace.step('input', value, '年', [years.source], 'L');
  return { service, years: traced, weights: weightsOf(service, value), rows: [] };
}

const weightsOf = (service: readonly Decimal[], total: Decimal) => service.map((each) => each.dividedBy(total));
