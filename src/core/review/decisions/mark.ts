import { rememberByText } from '../../memo';
import { sha256Text } from '../../sha256';
import { isCellError, type CellValue } from '../../workbook/cell';

/** Texts longer than this are kept by their beginning and a hash. */
const LONGEST = 60;
/** 48 bits tell apart what one cell may hold. */
const HASH_DIGITS = 12;
/** Digits that every spreadsheet program keeps of a number. */
const DIGITS = 15;

/**
 * A content in one line. Numbers stand in plain digits, texts behind `'`, a blank is empty.
 * @param value typed, not calculated
 */
export function markOfValue(value: CellValue): string {
  if (value === null || value === '') return '';
  if (isCellError(value)) return `!${value.error}`;
  if (typeof value === 'number') return String(Number(value.toPrecision(DIGITS)));
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const text = value.replaceAll('\r\n', '\n');
  return text.length <= LONGEST ? `'${text}` : `~${hashed(text)} ${beginning(text)}`;
}

/**
 * @param meaning the formula with its references named
 * @param formula as it stands in the cell, to be shown
 */
export const markOfFormula = (meaning: string, formula: string): string => `=${hashed(meaning)} ${beginning(formula)}`;

/** Two marks are of one content when these are equal: how a formula is written is no part of it. */
export const comparableMark = (mark: string): string => (/^[=~]/.test(mark) ? mark.split(' ', 1)[0]! : mark);

/** What a mark shows a person; `null` for a blank. */
export function shownMark(mark: string): string | null {
  if (mark === '') return null;
  if (mark.startsWith('=')) return `=${afterSpace(mark)}`;
  if (mark.startsWith('~')) return afterSpace(mark);
  return mark.startsWith("'") || mark.startsWith('!') ? mark.slice(1) : mark;
}

const afterSpace = (mark: string): string => mark.slice(mark.indexOf(' ') + 1);
const hashed = rememberByText((text) => sha256Text(text).slice(0, HASH_DIGITS));
const beginning = (text: string): string =>
  text.length <= LONGEST ? text : `${[...text.slice(0, LONGEST)].slice(0, -1).join('')}…`;
