import { normaliseText } from '../quantity/normalise';
import { parseUnit } from '../quantity/parseUnit';
import type { Unit } from '../quantity/unit';
import type { RangeRef } from '../workbook/cell';
import type { SheetSnapshot } from '../workbook/snapshot';
import { span, textAt } from './cellText';

/** Between the header rows of one column. */
export const LEVEL = ' / ';

/**
 * Header text of every column of a range, from left to right. Over several header rows a blank cell of an upper row takes the text to its
 * left (a heading over several columns), as long as the column has a text of its own further down. Merged cells are not asked for: what a
 * live workbook and its file say must be the same.
 */
export function headerTexts(sheet: SheetSnapshot, range: RangeRef, headerRows: number): readonly string[] {
  const rows = span(range.top, range.top + headerRows - 1);
  return span(range.left, range.right).map((column) => headerText(sheet, range.left, rows, column));
}

function headerText(sheet: SheetSnapshot, left: number, rows: readonly number[], column: number): string {
  const own = rows.map((row) => textAt(sheet, row, column));
  const levels = own.map((text, level) => {
    const hasOwnBelow = own.slice(level + 1).some((below) => below !== '');
    return text === '' && hasOwnBelow ? textToTheLeft(sheet, left, rows[level]!, column) : text;
  });
  return levels.filter((text, level) => text !== '' && text !== levels[level - 1]).join(LEVEL);
}

function textToTheLeft(sheet: SheetSnapshot, left: number, row: number, column: number): string {
  for (let at = column - 1; at >= left; at--) {
    const text = textAt(sheet, row, at);
    if (text !== '') return text;
  }
  return '';
}

/** A header without what stands in brackets, and the unit found in brackets or as a level of its own. */
export interface HeaderParts {
  readonly levels: readonly string[];
  readonly unit: { readonly text: string; readonly unit: Unit } | null;
  /** `%` or a counting word such as 千台. */
  readonly times: Multiple | null;
}

export interface Multiple {
  readonly power: string;
  /** What is counted, where a counting word says so. */
  readonly counted: string | null;
}

const BRACKETS = /[([{〔【［〈<]([^()[\]{}〕】］〉>]*)[)\]}〕】］〉>]/g;
const MULTIPLES: readonly (readonly [string, string])[] = [
  ['百万', '1000000'],
  ['千', '1000'],
  ['万', '10000'],
];

/** @param text as `headerTexts` gives it */
export function headerParts(text: string): HeaderParts {
  const header = normaliseText(text);
  const bracketed = [...header.matchAll(BRACKETS)].map((match) => withoutLabel(match[1]!));
  const levels = header.split(LEVEL).map((level) => normaliseText(level.replace(BRACKETS, ' ')));
  const candidates = [...bracketed, ...levels.slice(1), ...afterComma(header)];
  const units = candidates.flatMap((text) => unitOf(text) ?? []);
  return {
    levels: levels.filter((level) => level !== ''),
    unit: units[0] ?? null,
    times: candidates.map(multipleOf).find((multiple) => multiple !== null) ?? null,
  };
}

/** `単位:kWh` names the unit after a word for it. */
const withoutLabel = (text: string): string => normaliseText(text).replace(/^(?:単位|unit|in)\s*[::]?\s*/i, '');

/** `Electricity, kWh` */
const afterComma = (header: string): string[] => header.split(/[,、]/).slice(1).map(normaliseText);

function unitOf(text: string): HeaderParts['unit'] {
  if (!/[\p{L}%]/u.test(text)) return null;
  const unit = parseUnit(text);
  const isPlain = !unit.ok || Object.keys(unit.value.dimension).length === 0;
  return isPlain ? null : { text, unit: unit.value };
}

function multipleOf(text: string): Multiple | null {
  if (/^(?:%|パーセント|percent)$/i.test(text)) return { power: '0.01', counted: null };
  const found = MULTIPLES.find(([word]) => text.startsWith(word));
  const counted = found && text.slice(found[0].length);
  return found && counted && /^(?:台|個|本|枚|式|基|件|セット|戸|軒)$/.test(counted)
    ? { power: found[1], counted }
    : null;
}
