import type { SalesRow } from '../case/types';
import type { Decimal } from '../quantity/decimal';
import { sum } from '../quantity/decimal';
import { normaliseText } from '../quantity/normalise';
import type { Context } from './context';
import type { Traced } from './trace';

/** Units and the rows they were counted from. */
export interface UnitCount {
  readonly count: Traced;
  readonly rows: readonly SalesRow[];
}

export interface SoldUnits {
  /** N_g, sold in the case's fiscal year, by segment (`null`: no segments). */
  readonly sold: ReadonlyMap<string | null, UnitCount>;
  /** On stock basis, what was sold before, by segment and sale year. */
  readonly earlier: ReadonlyMap<string | null, ReadonlyMap<number, UnitCount>>;
}

/** @returns N: units of a row less its returns */
export const netUnits = ({ units, returns }: SalesRow): Decimal => units!.minus(returns ?? 0);

/**
 * N_g = realized sales of the case's fiscal year with place of use outside the city, less returns. Planned and potential sales, other
 * years and places unknown are not counted, and each is said so; on stock basis, earlier years count as what is still in use.
 *
 * @returns `null` after reporting why units cannot be counted
 */
export function unitsOutside(
  context: Context,
  segments: readonly (string | null)[],
  accounting: 'flow' | 'stock',
): SoldUnits | null {
  const { sales } = context.source;
  if (sales.length === 0) return context.block(null, null, 'sales-missing');
  const faults = context.problems.length;
  const year = context.field('fiscalYear')?.number?.toNumber() ?? null;
  const known = new Set(segments);
  const counted = sales.filter((row) => counts(context, row, year, accounting));
  for (const row of counted) {
    if (row.units === null) context.block(row.ref, 'units', 'sales-incomplete', { id: row.ref.id });
    else checkUnit(context, row);
    if (!known.has(row.segment)) context.block(row.ref, 'segment', 'sales-segment', { id: row.ref.id });
  }
  if (context.problems.slice(faults).some(({ severity }) => severity === 'block')) return null;
  const own = groupBy(
    counted.filter(({ period }) => period === year),
    ({ segment }) => segment,
  );
  const before = groupBy(
    counted.filter(({ period }) => period !== year),
    ({ segment }) => segment,
  );
  return {
    sold: new Map(segments.map((segment) => [segment, countOf(context, own.get(segment) ?? [], segment)])),
    earlier: new Map([...before].map(([segment, rows]) => [segment, byYear(context, rows, segment)])),
  };
}

function byYear(context: Context, rows: readonly SalesRow[], segment: string | null): ReadonlyMap<number, UnitCount> {
  const years = [...groupBy(rows, ({ period }) => period!)].sort(([a], [b]) => a - b);
  return new Map(years.map(([year, own]) => [year, countOf(context, own, segment)]));
}

/** @returns the rows by key, in the order in which the keys are met */
export function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

const countOf = (context: Context, rows: readonly SalesRow[], segment: string | null): UnitCount => ({
  count: unitStep(context, 'units-outside', rows, segment),
  rows,
});

/** Σ of units less returns, with the cells they stand in. */
export function unitStep(
  context: Context,
  equation: 'units-outside' | 'units-in-year',
  rows: readonly SalesRow[],
  segment: string | null,
): Traced {
  const cells = rows.flatMap((row) => [
    context.cell(row.ref, 'units'),
    row.returns === null ? null : context.cell(row.ref, 'returns'),
  ]);
  const unit = context.field('soldUnit')?.text ?? '1';
  return context.trace.step(equation, sum(rows.map(netUnits)), unit, cells, segment);
}

function counts(context: Context, row: SalesRow, year: number | null, accounting: 'flow' | 'stock'): boolean {
  if (row.status === null || row.inCity === null || row.period === null) {
    context.block(row.ref, 'units', 'sales-incomplete', { id: row.ref.id });
    return false;
  }
  if (row.status !== 'realized') return said(context, row, 'status', 'sales-not-realized', 'info');
  const inUse = accounting === 'stock' && year !== null && row.period < year;
  if (row.period !== year && !inUse) return said(context, row, 'period', 'sales-other-year', 'warn');
  if (row.inCity === 'unknown') return said(context, row, 'inCity', 'sales-place-unknown', 'warn');
  return row.inCity === 'out';
}

function said(context: Context, row: SalesRow, column: string, code: string, severity: 'info' | 'warn'): false {
  context.report(severity, row.ref, column, code, { id: row.ref.id, units: row.units?.toString() ?? '' });
  return false;
}

/** 千台 beside 台 would be wrong a thousandfold, so the units must be spelled alike. */
function checkUnit(context: Context, row: SalesRow): void {
  const sold = context.field('soldUnit')?.text ?? null;
  if (!unitDiffers(sold, row)) return;
  context.block(row.ref, 'unit', 'sales-unit', { found: row.unit!, expected: sold! });
}

/** @param sold what the case calls one sold unit */
export function unitDiffers(sold: string | null, { unit }: SalesRow): boolean {
  return sold !== null && unit !== null && normaliseText(sold) !== normaliseText(unit);
}
