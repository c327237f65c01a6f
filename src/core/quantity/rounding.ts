import { Decimal } from './decimal';
import type { Decimal as DecimalJs } from 'decimal.js';

export const ROUNDING_MODES = ['half-up', 'half-even', 'down', 'up'] as const;
export type RoundingMode = (typeof ROUNDING_MODES)[number];

/** How a reported number is rounded: once, at output. */
export interface RoundingSetting {
  readonly mode: RoundingMode;
  /** Digits after the decimal point; negative rounds to tens, hundreds. */
  readonly digits: number;
}

const MODES: Readonly<Record<RoundingMode, DecimalJs.Rounding>> = {
  'half-up': Decimal.ROUND_HALF_UP,
  'half-even': Decimal.ROUND_HALF_EVEN,
  down: Decimal.ROUND_DOWN,
  up: Decimal.ROUND_UP,
};

/** More digits than the arithmetic carries would print what was never calculated. */
const MOST_DIGITS = 30;

/**
 * Every mode treats a number and its negative alike: half-up takes a half away from zero (−2.5 → −3, as Excel's ROUND),
 * half-even takes it to the even neighbour, down goes towards zero (切捨て), up away from zero (切上げ).
 * @param setting `digits` is a whole number from −30 to 30
 * @returns the rounded value; never −0
 * @throws RangeError for a value that is not finite or digits outside that range
 */
export function round(value: Decimal, { mode, digits }: RoundingSetting): Decimal {
  if (!value.isFinite()) throw new RangeError(`not a finite number: ${value.toString()}`);
  if (!Number.isInteger(digits) || Math.abs(digits) > MOST_DIGITS) throw new RangeError(`rounding digits: ${digits}`);
  const rounded = value.toNearest(new Decimal(10).toPower(-digits), MODES[mode]);
  return rounded.isZero() ? new Decimal(0) : rounded;
}

/** Digits of a result that a chain of divisions in 40-digit arithmetic leaves sound … */
const SOUND_DIGITS = 34;
/** … and decimals, where large terms cancelled each other. */
const SOUND_DECIMALS = 24;

/** A third taken three times is 1, not 0.999…9: what divisions leave in the last digits must not decide a rounding. */
const settled = (value: Decimal): Decimal => value.toSignificantDigits(SOUND_DIGITS).toDecimalPlaces(SOUND_DECIMALS);

/**
 * A result of the 40-digit arithmetic as it is reported.
 * @returns its rounded value as plain digits: no exponent, no grouping, trailing zeros kept up to `digits`
 */
export function roundedText(value: Decimal, setting: RoundingSetting): string {
  return round(settled(value), setting).toFixed(Math.max(setting.digits, 0));
}
