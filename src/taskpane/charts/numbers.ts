import { decimalOfDouble, type Decimal } from '../../core/quantity/decimal';
import type { RoundingSetting } from '../../core/quantity/rounding';
import { reported, shown, unrounded } from '../../locales/numbers';
import type { Shown } from './ChartTable';

/** A step on the way, with all its digits for who points at it. */
export const step = (value: Decimal): Shown => ({ text: shown(value), exact: unrounded(value) });

/** A number that is published, rounded as it would be there. */
export const published = (value: Decimal, setting: RoundingSetting): Shown => ({
  text: reported(value, setting),
  exact: unrounded(value),
});

/** More digits of an estimate would be chance. */
const ESTIMATE_DIGITS = 4;

/** An estimate, with no more digits than the number it speaks of has, nor than four that mean something. */
export function estimated(value: Decimal, { mode, digits }: RoundingSetting): string {
  const meaningful = ESTIMATE_DIGITS - 1 - (value.isZero() ? 0 : value.e);
  return reported(value, { mode, digits: Math.min(digits, Math.max(meaningful, 0)) });
}

export const ofDouble = decimalOfDouble;
