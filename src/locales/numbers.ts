import { Decimal } from '../core/quantity/decimal';
import { roundedText, type RoundingSetting } from '../core/quantity/rounding';

/** Significant digits of a step on the way; the digits before the point are always all of them. */
const SHOWN_DIGITS = 6;

/** What a division leaves in the last of 40 digits is no further digit of the value. */
const MEANT_DIGITS = 30;

/** Thousands grouped, a real minus sign, no digit more than the value or its rounding has; alike in both languages. */
export function grouped(plain: string): string {
  const [whole = '', fraction] = plain.replace('-', '').split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${plain.startsWith('-') ? '−' : ''}${digits}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** A result as it is published. */
export const reported = (value: Decimal, setting: RoundingSetting) => grouped(roundedText(value, setting));

/** Every digit the value has. */
export const unrounded = (value: Decimal) => grouped(value.toFixed());

/** For steps on the way, which are not rounded in the calculation: the first six digits as they are, and `…` where there are more. */
export function shown(value: Decimal): string {
  const meant = value.toSignificantDigits(MEANT_DIGITS);
  const before = meant.trunc().precision(true);
  const short = meant.toSignificantDigits(Math.max(SHOWN_DIGITS, before), Decimal.ROUND_DOWN);
  return `${unrounded(short)}${short.equals(meant) ? '' : '…'}`;
}
