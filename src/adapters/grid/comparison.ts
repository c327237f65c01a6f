import type { CellValue } from '../../core/workbook/cell';

/** Excel compares the first 15 significant digits. */
const DIGITS = 15;

type Known = number | string | boolean;

/**
 * Excel's order: numbers before texts before FALSE before TRUE; texts without regard to letter case; a blank cell counts as 0, "" or
 * FALSE, whichever the other side is. The engine takes the text "1" for the number 1, and `*` in a text for a wildcard.
 *
 * @returns negative, 0 or positive
 */
export function compareValues(left: CellValue, right: CellValue): number {
  const one = filledIn(left, right);
  const other = filledIn(right, left);
  const kinds = kindOf(one) - kindOf(other);
  if (kinds !== 0) return kinds;
  if (typeof one === 'string') return compareTexts(one.toLowerCase(), String(other).toLowerCase());
  return compareNumbers(Number(one), Number(other));
}

/** Numbers farther apart than this, relative to the larger, differ in their first 15 digits: to write them down is most of a look-up's time. */
const FAR_APART = 1e-13;

export function compareNumbers(one: number, other: number): number {
  if (Math.abs(one - other) > FAR_APART * Math.max(Math.abs(one), Math.abs(other))) return one < other ? -1 : 1;
  if (one === other || Number(one.toPrecision(DIGITS)) === Number(other.toPrecision(DIGITS))) return 0;
  return one < other ? -1 : 1;
}

/** @returns whether a look-up takes one for the other: the same kind of value, and equal */
export function isSameValue(wanted: CellValue, found: CellValue): boolean {
  return found !== null && typeof wanted === typeof found && compareValues(wanted, found) === 0;
}

function filledIn(value: CellValue, other: CellValue): Known {
  if (value !== null) return value as Known;
  if (typeof other === 'string') return '';
  return typeof other === 'boolean' ? false : 0;
}

function kindOf(value: Known): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
