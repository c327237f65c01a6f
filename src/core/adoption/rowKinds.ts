import { rememberByText } from '../memo';
import type { RangeRef } from '../workbook/cell';
import { precedents } from '../workbook/precedents';
import type { SheetSnapshot } from '../workbook/snapshot';
import blockWords from './data/blockWords.json';
import { isFilled, isNumeric, span, textAt } from './cellText';
import { headingText } from './choiceWords';
import type { SkipReason } from './types';

/** What a row below the headers looks like by itself. */
export interface RowLook {
  readonly row: number;
  /** Its first text, normalised; `''` where it has none. */
  readonly text: string;
  readonly kind: 'blank' | 'line' | SkipReason;
}

const LONGEST_HEADING = 40;
const SUBTOTALS: ReadonlySet<string> = new Set(blockWords.subtotal);

/** @param range headers and all; @param row sheet row below the headers */
export function rowLook(sheet: SheetSnapshot, range: RangeRef, row: number): RowLook {
  const filled = span(range.left, range.right).filter((column) => isFilled(sheet, row, column));
  const texts = filled.map((column) => textAt(sheet, row, column)).filter((text) => text !== '');
  const text = texts[0] ?? '';
  const hasNumber = filled.some((column) => isNumeric(sheet, row, column) || sheet.formula(row, column) !== null);
  return {
    row,
    text,
    kind: kindOf({ filled: filled.length, texts, hasNumber, sums: sums(sheet, range, row, filled) }),
  };
}

interface RowFacts {
  readonly filled: number;
  readonly texts: readonly string[];
  readonly hasNumber: boolean;
  readonly sums: boolean;
}

function kindOf({ filled, texts, hasNumber, sums: isSum }: RowFacts): RowLook['kind'] {
  if (filled === 0) return 'blank';
  if (texts.slice(0, 2).some(isSubtotalText) || (isSum && texts.length <= 2)) return 'subtotal';
  if (hasNumber) return 'line';
  if (isNote(texts[0] ?? '')) return 'note';
  if (new Set(texts).size > 1) return 'line';
  return (texts[0] ?? '').length > LONGEST_HEADING ? 'note' : 'section';
}

/** `計` alone or set apart: 時計 and 設計 end with it, too. */
export const isSubtotalText = rememberByText((text: string): boolean => {
  const plain = headingText(text).toLowerCase().replace(/\s+/g, ' ');
  const short = plain.replace(/[([〔【].*$/, '').trim();
  const tight = short.replace(/\s+/g, '');
  if (SUBTOTALS.has(short) || SUBTOTALS.has(tight) || short.endsWith(' 計')) return true;
  if (blockWords.subtotalEndings.some((ending) => tight.endsWith(ending))) return true;
  return blockWords.subtotalStarts.some((start) => short === start || short.startsWith(`${start} `));
}, 65_536);

const isNote = (text: string): boolean => blockWords.noteStarts.some((start) => text.toLowerCase().startsWith(start));

/** A formula that sums cells of its own column within the range. */
function sums(sheet: SheetSnapshot, range: RangeRef, row: number, columns: readonly number[]): boolean {
  return columns.some((column) => {
    const formula = sheet.formula(row, column);
    if (formula === null || !/^\s*(?:SUM|SUBTOTAL|AGGREGATE)\(/i.test(formula)) return false;
    return precedents(formula, { sheet: sheet.name, row, column }, []).some(
      (read) =>
        read.kind === 'range' &&
        read.range.sheet === sheet.name &&
        read.range.left === column &&
        read.range.right === column &&
        read.range.bottom > read.range.top &&
        read.range.top >= range.top &&
        read.range.bottom <= range.bottom,
    );
  });
}
