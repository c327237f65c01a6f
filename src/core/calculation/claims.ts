import type { Context } from './context';

/** What the case says of itself that the numbers must be read with. */
export function warnOfClaims(context: Context): void {
  const component = context.field('isComponent');
  if (component?.text === 'yes' && !context.field('setProduct')?.text)
    context.report('warn', component.ref, 'value', 'set-product-missing');
}

/** r is the share of a saving that is taken back. @returns false after reporting one that is no share */
export function reboundInRange(context: Context): boolean {
  const rebound = context.field('rebound');
  const r = rebound?.number;
  if (!r || (r.greaterThanOrEqualTo(0) && r.lessThanOrEqualTo(1))) return true;
  context.block(rebound.ref, 'value', 'rebound-range', { found: r.toString() });
  return false;
}
