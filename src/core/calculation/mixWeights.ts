import type { MixRow, SegmentRow } from '../case/types';
import { conversionFactor } from '../quantity/convert';
import { sum, type Decimal } from '../quantity/decimal';
import { parseUnit } from '../quantity/parseUnit';
import type { Context } from './context';
import type { Window } from './factorPaths';
import type { ServiceLife } from './serviceLife';
import type { Traced } from './trace';
import { weightsByYears } from './yearsOfUse';

export interface MixWeight {
  readonly row: MixRow;
  /** Share of the functional units delivered, 0–1. */
  readonly weight: Traced;
  /** Years of use it serves in, where the variants follow each other; `null`: all years. */
  readonly window: Window | null;
}

/**
 * Shares of the baseline products by functional units delivered. Shares by pieces are converted through the service each piece gives:
 * m_k = n_k·L_k ÷ Σ n_j·L_j, so that 64/36 by pieces with lives of 1,000 and 10,000 h is 15/85 by service.
 *
 * @param life of the product, which the baseline delivers the same service as
 * @returns an empty list where the workbook mixes nothing; `null` after reporting a contradiction
 */
export function mixWeights(
  context: Context,
  segment: SegmentRow | null,
  life: ServiceLife | null,
): readonly MixWeight[] | null {
  const rows = context.source.mix.filter((row) => row.segment === null || row.segment === (segment?.ref.id ?? null));
  const [first] = rows;
  if (!first) return [];
  const repeated = rows.find((row, index) => rows.findIndex((other) => other.variant === row.variant) !== index);
  if (repeated) return context.block(repeated.ref, 'variant', 'mix-variant-twice', { variant: repeated.variant ?? '' });
  if (rows.some((row) => row.shareBasis !== first.shareBasis))
    return context.block(first.ref, 'shareBasis', 'mix-bases');
  if (first.shareBasis === 'years-of-use') return weightsByYears(context, rows, life);
  const shares = rows.map((row) => row.share).filter((share): share is Decimal => share !== null);
  if (shares.length !== rows.length) return context.block(first.ref, 'share', 'mix-incomplete');
  const total = sum(shares);
  if (total.minus(1).abs().greaterThan(context.profile.choices.shareTolerance.value)) {
    return context.block(first.ref, 'share', 'mix-sum', { total: total.toString() });
  }
  return first.shareBasis === 'pieces' ? byPieces(context, rows, first) : byService(context, rows);
}

function byService(context: Context, rows: readonly MixRow[]): readonly MixWeight[] {
  return rows.map((row) => ({
    row,
    weight: context.trace.step('mix-weight', row.share!, '1', [context.cell(row.ref, 'share')], row.variant),
    window: null,
  }));
}

function byPieces(context: Context, rows: readonly MixRow[], first: MixRow): readonly MixWeight[] | null {
  const delivered: Decimal[] = [];
  for (const row of rows) {
    const service = serviceIn(row, first.serviceUnit);
    if (service === null) return context.block(row.ref, 'service', 'mix-service', { variant: row.variant ?? '' });
    delivered.push(row.share!.times(service));
  }
  const total = sum(delivered);
  const cells = rows.flatMap((row) => [context.cell(row.ref, 'share'), context.cell(row.ref, 'service')]);
  return rows.map((row, index) => ({
    row,
    weight: context.trace.step('mix-weight-by-pieces', delivered[index]!.dividedBy(total), '1', cells, row.variant),
    window: null,
  }));
}

function serviceIn(row: MixRow, unit: string | null): Decimal | null {
  if (row.service === null || !row.service.isPositive() || row.service.isZero()) return null;
  if (row.serviceUnit === null || unit === null) return null;
  const [from, to] = [parseUnit(row.serviceUnit), parseUnit(unit)];
  if (!from.ok || !to.ok) return null;
  const factor = conversionFactor(from.value, to.value);
  return factor.ok ? row.service.times(factor.value) : null;
}
