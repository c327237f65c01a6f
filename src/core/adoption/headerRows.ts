import { rememberByText } from '../memo';
import { parseUnit } from '../quantity/parseUnit';
import type { RangeRef } from '../workbook/cell';
import type { SheetSnapshot } from '../workbook/snapshot';
import { isFilled, isNumeric, span, textAt } from './cellText';
import { headerScore, keysOf, mayBeHeader } from './headerWords';
import { sideOf } from './sides';
import { ADOPTABLE, type AdoptableTable } from './types';

/** From here a text counts as a known header by itself. */
const KNOWN = 0.75;
const LONGEST_HEADER = 60;
const MOST_LEVELS = 3;

interface BestKey {
  readonly key: string;
  readonly value: number;
}

const bestKeys = new Map(
  ADOPTABLE.map((table) => [
    table,
    rememberByText((text: string): BestKey | null => {
      if (!mayBeHeader(text)) return null;
      const scores = keysOf(table).map(({ key }) => ({ key, value: headerScore(table, key, text) }));
      const best = scores.reduce((a, b) => (b.value > a.value ? b : a));
      return best.value >= KNOWN ? best : null;
    }),
  ]),
);

/** Texts of a row by which it could be a header row. */
function headerCells(sheet: SheetSnapshot, row: number, left: number, right: number): readonly string[] {
  const texts = span(left, right).map((column) => textAt(sheet, row, column));
  return texts.filter((text) => text !== '' && text.length <= LONGEST_HEADER);
}

/** @returns how many different columns of the table the texts of a row name */
export function headerStrength(
  sheet: SheetSnapshot,
  row: number,
  left: number,
  right: number,
  table: AdoptableTable,
): number {
  const best = bestKeys.get(table)!;
  return new Set(headerCells(sheet, row, left, right).flatMap((text) => best(text)?.key ?? [])).size;
}

/** @returns whether the row could head a table of any kind: two known headers, and next to no numbers */
export function isHeaderRow(sheet: SheetSnapshot, row: number, left: number, right: number): boolean {
  const texts = headerCells(sheet, row, left, right).length;
  if (texts < 2) return false;
  const numbers = span(left, right).filter((column) => isNumeric(sheet, row, column)).length;
  if (numbers > texts / 3) return false;
  return ADOPTABLE.some((table) => headerStrength(sheet, row, left, right, table) >= 2);
}

/** Header rows around the one that was recognised, first and last. */
export function headerLevels(
  sheet: SheetSnapshot,
  range: RangeRef,
  row: number,
): { readonly top: number; readonly rows: number } {
  let top = row;
  while (top > range.top && row - top < MOST_LEVELS - 1 && isHeadingAbove(sheet, range, top - 1, top)) top--;
  let bottom = row;
  while (bottom < range.bottom && bottom - top < MOST_LEVELS && isLevelBelow(sheet, range, bottom + 1, bottom))
    bottom++;
  return { top, rows: bottom - top + 1 };
}

/** Headings over several columns, or over a cell that is merged downwards: texts where the row below has none, or several. */
function isHeadingAbove(sheet: SheetSnapshot, { left, right }: RangeRef, row: number, below: number): boolean {
  const columns = span(left, right).filter((column) => isFilled(sheet, row, column));
  if (
    columns.length === 0 ||
    columns.some((column) => textAt(sheet, row, column) === '' || isNumeric(sheet, row, column))
  )
    return false;
  if (columns.length === 1) return columns[0] !== left && isFilled(sheet, below, left);
  return columns.some((column) => textAt(sheet, below, column) === '') || columns.length > 2;
}

/** A row of units, or of more headers under a heading. */
function isLevelBelow(sheet: SheetSnapshot, { left, right }: RangeRef, row: number, above: number): boolean {
  const columns = span(left, right).filter((column) => isFilled(sheet, row, column));
  const texts = columns.map((column) => textAt(sheet, row, column));
  if (texts.length === 0 || texts.some((text) => text === '')) return false;
  if (texts.every(isUnitText)) return true;
  const openAbove = columns.filter((column) => textAt(sheet, above, column) === '').length;
  return (
    openAbove > 0 &&
    texts.filter(isKnownText).length >= 2 &&
    texts.every((text) => isKnownText(text) || isUnitText(text))
  );
}

const isKnownText = (text: string): boolean =>
  sideOf(text) !== null || ADOPTABLE.some((table) => bestKeys.get(table)!(text) !== null);

function isUnitText(text: string): boolean {
  const inside = text.replace(/^[([〔【]|[)\]〕】]$/g, '').trim();
  return /^[-―ー—%]$/.test(inside) || (inside.length <= 20 && /\p{L}/u.test(inside) && parseUnit(inside).ok);
}
