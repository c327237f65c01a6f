import { failure, type Outcome, success } from '../message';
import { Decimal } from './decimal';
import { normaliseText } from './normalise';

const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:(?<=\d)|(?=\.\d))(?:\.\d+)?(?:e[+-]?\d{1,3})?$/i;

/**
 * Reads a number that stands in a cell as text.
 * @param text digits (full-width too) with a decimal point, groups of three set off by commas, a sign (U+2212 too), an exponent
 * @returns every digit of the text, or `quantity.blank-number` / `quantity.not-a-number`; `1,23`, `5%`, `▲3` and `約10` are refused, not guessed
 */
export function parseNumber(text: string): Outcome<Decimal> {
  const plain = normaliseText(text);
  if (plain === '') return failure('quantity.blank-number');
  if (!NUMBER.test(plain)) return failure('quantity.not-a-number', { text });
  return success(new Decimal(plain.replaceAll(',', '').replace(/^\+/, '')));
}
