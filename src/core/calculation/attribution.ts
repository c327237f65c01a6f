import { Decimal, sum } from '../quantity/decimal';
import type { SegmentWhole } from './avoidedWhole';
import type { Context } from './context';
import type { Traced } from './trace';
import type { PartnerPart } from './types';

/** Tonnes in a kilogram. */
export const TONNES = new Decimal('0.001');

/** c = 1: the value chain's whole, belonging to no partner alone. */
export function unallocatedRate(context: Context): Traced {
  const field = context.field('attribution');
  return context.trace.step('unallocated', new Decimal(1), '1', [field ? context.cell(field.ref, 'value') : null]);
}

/** Σ_g k_g · N_g · ΔE_g before any rate, in t-CO2e. */
export function unallocatedWhole(context: Context, wholes: readonly SegmentWhole[]): Traced {
  const value = sum(wholes.map(({ whole }) => whole.value)).times(TONNES);
  return context.trace.step(
    'unallocated-whole',
    value,
    't-CO2e',
    wholes.map(({ whole }) => whole),
  );
}

/** What each partner may claim of the whole, in or outside the city; together the whole when their shares sum to 1. */
export function partnerParts(context: Context, whole: Traced): readonly PartnerPart[] {
  return context.source.contribution.flatMap(({ ref, partner, inCity, share }): PartnerPart[] => {
    if (share === null) return [];
    const value = share.times(whole.value);
    const traced = context.trace.step('partner-part', value, 't-CO2e', [whole, context.cell(ref, 'share')], ref.id);
    return [{ ref, partner, inCity, share, avoided: value, trace: traced.node }];
  });
}
