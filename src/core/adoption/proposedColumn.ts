import { normaliseText } from '../quantity/normalise';
import { parseNumber } from '../quantity/parseNumber';
import type { ColumnSpec } from '../template/types';
import type { SheetSnapshot } from '../workbook/snapshot';
import { isFilled, textAt } from './cellText';
import { wordOf } from './choiceWords';
import { yearOf } from './years';
import { columnSpec } from './columnSpec';
import { headerParts } from './headerText';
import { quantityIn, UNIT_KEYS } from './quantityText';
import { MOST_GROUPED } from './groups';
import type { AdoptableTable, AdoptedColumn } from './types';

/** Where a column stands: the headers of the range, its first sheet column, and the rows that look like lines. */
export interface ColumnPlace {
  readonly headers: readonly string[];
  readonly left: number;
  readonly lines: readonly number[];
}

/** A sheet column placed under a key, with how its cells are to be read. @param column sheet column, from 0 */
export function adoptedColumn(
  sheet: SheetSnapshot,
  table: AdoptableTable,
  key: string,
  column: number,
  { headers, left, lines }: ColumnPlace,
): AdoptedColumn {
  const header = headers[column - left]!;
  const alike = headers.flatMap((text, index) => (text === header ? [index] : []));
  const spec = columnSpec(table, key);
  const times = timesOf(spec, header);
  const words = wordsOf(sheet, spec, column, lines);
  return {
    key,
    header,
    nth: alike.indexOf(column - left),
    of: alike.length,
    ...(repeatsDown(sheet, key, column, lines) ? { below: true as const } : {}),
    ...(hasTextNumbers(sheet, spec, column, lines) ? { textNumbers: true as const } : {}),
    ...(hasUnits(sheet, key, column, lines) ? { withUnit: true as const } : {}),
    ...(times === null ? {} : { times }),
    ...(words === null ? {} : { words }),
  };
}

/** What forms write once for several rows. */
const OFTEN_ONCE: ReadonlySet<string> = new Set(['stage', 'period', 'place', 'status', 'inCity']);
const ONCE_WHERE_MERGED: ReadonlySet<string> = new Set([
  'variant',
  'segment',
  'process',
  'partner',
  'flow',
  'per',
  'region',
  'year',
]);

function repeatsDown(sheet: SheetSnapshot, key: string, column: number, lines: readonly number[]): boolean {
  const blank = lines.filter((row) => !isFilled(sheet, row, column));
  if (blank.length === 0 || blank[0] === lines[0] || lines.length > MOST_GROUPED) return false;
  if (OFTEN_ONCE.has(key)) return true;
  return ONCE_WHERE_MERGED.has(key) && blank.every((row) => isUnderMerge(sheet, row, column));
}

const isUnderMerge = (sheet: SheetSnapshot, row: number, column: number): boolean =>
  sheet.merges.some(({ top, left, bottom, right }) => top < row && row <= bottom && left <= column && column <= right);

function hasTextNumbers(
  sheet: SheetSnapshot,
  { key, kind }: ColumnSpec,
  column: number,
  lines: readonly number[],
): boolean {
  if (!['number', 'share', 'score', 'place'].includes(kind)) return false;
  return lines.some((row) => {
    const text = textAt(sheet, row, column);
    if (text === '') return false;
    return parseNumber(text).ok || (key === 'year' && yearOf(text) !== null) || (kind === 'share' && /%$/.test(text));
  });
}

const hasUnits = (sheet: SheetSnapshot, key: string, column: number, lines: readonly number[]): boolean =>
  key in UNIT_KEYS && lines.some((row) => quantityIn(textAt(sheet, row, column)) !== null);

function timesOf({ key, kind }: ColumnSpec, header: string): string | null {
  const { times } = headerParts(header);
  if (!times) return null;
  const isShare = kind === 'share' || kind === 'place';
  if (times.power === '0.01') return isShare ? times.power : null;
  return key === 'units' || key === 'returns' ? times.power : null;
}

/** Texts of the column that stand for words of its vocabulary; others stay as they are and are refused when read. */
function wordsOf(
  sheet: SheetSnapshot,
  spec: ColumnSpec,
  column: number,
  lines: readonly number[],
): Readonly<Record<string, string>> | null {
  const set = spec.kind === 'place' ? 'place' : spec.choices;
  if (!set) return null;
  const words: Record<string, string> = {};
  for (const text of new Set(lines.map((row) => textAt(sheet, row, column)))) {
    const word = text === '' ? null : wordOf(set, text);
    if (word !== null) words[normaliseText(text)] = word;
  }
  return Object.keys(words).length > 0 ? words : null;
}
