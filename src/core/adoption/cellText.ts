import { rememberByText } from '../memo';
import { parseNumber } from '../quantity/parseNumber';
import { normaliseText } from '../quantity/normalise';
import { isCellError } from '../workbook/cell';
import type { SheetSnapshot } from '../workbook/snapshot';

/** Columns repeat their texts, and every reading asks for them again. */
const MOST_TEXTS = 65_536;

/** One spelling, as `normaliseText` gives it. */
export const plainText = rememberByText(normaliseText, MOST_TEXTS);

const isNumberText = rememberByText((text: string) => /[0-9０-９]/.test(text) && parseNumber(text).ok, MOST_TEXTS);

/** @returns a text cell in normalised spelling; `''` for blanks, numbers, truth values and errors */
export function textAt(sheet: SheetSnapshot, row: number, column: number): string {
  const value = sheet.value(row, column);
  return typeof value === 'string' ? plainText(value) : '';
}

/** Whether a cell shows or calculates anything; an empty text does not. */
export function isFilled(sheet: SheetSnapshot, row: number, column: number): boolean {
  const value = sheet.value(row, column);
  return value === null ? sheet.formula(row, column) !== null : value !== '';
}

/** A number, or a text of digits alone (full-width too). */
export function isNumeric(sheet: SheetSnapshot, row: number, column: number): boolean {
  const value = sheet.value(row, column);
  return typeof value === 'number' || (typeof value === 'string' && isNumberText(value));
}

/** @returns whether the cell holds an error value */
export function isError(sheet: SheetSnapshot, row: number, column: number): boolean {
  return isCellError(sheet.value(row, column));
}

/** @returns `first, first + 1, …, last` */
export function span(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index);
}

/** One form for texts that are compared: width, letter case, spaces and punctuation make no difference. */
export function comparable(text: string): string {
  return normaliseText(text)
    .toLowerCase()
    .replace(/[\s・.,:;*※_"'’“”／/\\|-]+/g, '');
}
