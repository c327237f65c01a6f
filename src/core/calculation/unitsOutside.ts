import type { SalesRow } from '../case/types';
import { Decimal, sum } from '../quantity/decimal';
import { normaliseText } from '../quantity/normalise';
import type { Context } from './context';
import type { Traced } from './trace';

/**
 * N_g = realized sales of the case's fiscal year with place of use outside the city, less returns. Planned and potential sales, other
 * years and places unknown are not counted, and each is said so.
 *
 * @returns units by segment (`null` key: no segments), or `null` after reporting why they cannot be counted
 */
export function unitsOutside(
  context: Context,
  segments: readonly (string | null)[],
): Map<string | null, Traced> | null {
  const { sales } = context.source;
  if (sales.length === 0) return context.block(null, null, 'sales-missing');
  const faults = context.problems.length;
  const year = context.field('fiscalYear')?.number ?? null;
  const counted = sales.filter((row) => counts(context, row, year));
  for (const row of counted) {
    if (row.units === null) context.block(row.ref, 'units', 'sales-incomplete', { id: row.ref.id });
    else checkUnit(context, row);
    if (!segments.includes(row.segment)) context.block(row.ref, 'segment', 'sales-segment', { id: row.ref.id });
  }
  if (context.problems.slice(faults).some(({ severity }) => severity === 'block')) return null;
  return new Map(segments.map((segment) => [segment, count(context, counted, segment)]));
}

function count(context: Context, rows: readonly SalesRow[], segment: string | null): Traced {
  const own = rows.filter((row) => row.segment === segment);
  const value = sum(own.map((row) => row.units!.minus(row.returns ?? new Decimal(0))));
  const cells = own.flatMap((row) => [
    context.cell(row.ref, 'units'),
    row.returns === null ? null : context.cell(row.ref, 'returns'),
  ]);
  return context.trace.step('units-outside', value, context.field('soldUnit')?.text ?? '1', cells, segment);
}

function counts(context: Context, row: SalesRow, year: Decimal | null): boolean {
  if (row.status === null || row.inCity === null || row.period === null) {
    context.block(row.ref, 'units', 'sales-incomplete', { id: row.ref.id });
    return false;
  }
  if (row.status !== 'realized') return said(context, row, 'status', 'sales-not-realized', 'info');
  if (year === null || !year.equals(row.period)) return said(context, row, 'period', 'sales-other-year', 'warn');
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
  if (sold === null || row.unit === null || normaliseText(sold) === normaliseText(row.unit)) return;
  context.block(row.ref, 'unit', 'sales-unit', { found: row.unit, expected: sold });
}
