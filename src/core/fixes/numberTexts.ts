import { decimalOfDouble, doubleOf, type Decimal } from '../quantity/decimal';
import { normaliseText } from '../quantity/normalise';
import { parseNumber } from '../quantity/parseNumber';

/** `1,234` is 1234 to one writer and 1.234 to another; a full-width comma is no decimal comma anywhere. */
const EITHER_COMMA = /^[^,]*,[^,.]*$/;
/** `0,123` groups nothing. */
const LEADING_ZERO_GROUP = /^[+-]?0\d{0,2},/;
const MOST_PERCENT = 100;

/**
 * @param text a number typed as text, full-width digits included
 * @returns the one number it can mean; `null` where it can mean two, is no number, or has more digits than a cell keeps
 */
export function numberMeant(text: string): number | null {
  const number = parseNumber(text);
  if (!number.ok || EITHER_COMMA.test(text) || LEADING_ZERO_GROUP.test(normaliseText(text))) return null;
  return exactDouble(number.value);
}

/** @returns the share (0–1) that a text such as `45%` or `４５ ％` means; `null` for any other text and for percentages outside 0–100 */
export function shareMeant(text: string): number | null {
  const percent = /^(.+?) ?%$/.exec(normaliseText(text));
  const number = percent && parseNumber(percent[1]!);
  if (!number?.ok || percent![1]!.includes(',')) return null;
  const { value } = number;
  return value.lessThan(0) || value.greaterThan(MOST_PERCENT) ? null : exactDouble(value.dividedBy(MOST_PERCENT));
}

const LARGEST_EXPONENT = 300;

function exactDouble(value: Decimal): number | null {
  if (!value.isZero() && Math.abs(value.e) > LARGEST_EXPONENT) return null;
  const double = doubleOf(value);
  return decimalOfDouble(double).equals(value) ? double : null;
}
