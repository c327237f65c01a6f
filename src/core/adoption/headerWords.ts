import { headerOf, keyOfHeader, LANGUAGES } from '../template/headers';
import { tableSpec } from '../template/tables';
import type { ColumnSpec } from '../template/types';
import { normaliseText } from '../quantity/normalise';
import { comparable } from './cellText';
import headers from './data/headers.json';
import { headerParts } from './headerText';
import type { AdoptableTable } from './types';

type Words = Readonly<Record<string, readonly string[]>>;

const FAMILY: Readonly<Record<AdoptableTable, keyof typeof headers>> = {
  KmcBaseline: 'inventory',
  KmcProduct: 'inventory',
  KmcSideEffects: 'inventory',
  KmcFactors: 'factors',
  KmcSales: 'sales',
  KmcContribution: 'contribution',
  KmcEvidence: 'evidence',
  KmcSegments: 'segments',
  KmcMix: 'mix',
  KmcParameters: 'parameters',
};

/** Columns a mapping may name: all the table has, computed ones too, which are recognised and never read. */
export function keysOf(table: AdoptableTable): readonly ColumnSpec[] {
  return tableSpec(table)!.columns;
}

/** Own words for a column's header, besides the template's two. */
function wordsOf(table: AdoptableTable, key: string): readonly string[] {
  const own = (headers[FAMILY[table]] as Words)[key] ?? [];
  return [...own, ...LANGUAGES.map((language) => headerOf(table, key, language))];
}

/** Exactly the template's header. */
export const CERTAIN = 2;
const EXACT = 1;
/** Texts that only together with the heading above them say what a column holds. */
const GENERIC: ReadonlySet<string> = new Set(
  ['値', '数値', 'value', 'number', '数', '入力値', 'data', 'データ'].map(comparable),
);

/**
 * How well a header names a column of a table.
 * @param header as `headerTexts` gives it
 * @returns 0 for not at all, up to 1 for a known word, 2 for the template's own header
 */
export function headerScore(table: AdoptableTable, key: string, header: string): number {
  if (header === '') return 0;
  if (keyOfHeader(table, header) === key) return CERTAIN;
  const words = wordsOf(table, key);
  return Math.max(...formsOf(header).map(([form, weight]) => weight * bestOf(words, form)));
}

/** The header as a whole, and its levels by themselves; the lowest says most unless it says nothing. */
function formsOf(header: string): readonly (readonly [string, number])[] {
  const { levels } = headerParts(header);
  const last = levels.at(-1) ?? '';
  if (levels.length < 2) return [[last, 1]];
  const group = levels.slice(0, -1);
  if (GENERIC.has(comparable(last))) return [[group.at(-1)!, 0.95]];
  return [[[group.at(-1), last].join(''), 1] as const, [last, 0.85] as const, [levels.join(''), 0.8] as const];
}

function bestOf(words: readonly string[], form: string): number {
  return Math.max(0, ...words.map((word) => closeness(word, form)));
}

function closeness(word: string, form: string): number {
  const [one, other] = [comparable(word), comparable(form)];
  if (one === '' || other === '') return 0;
  if (one === other) return EXACT;
  const within = /^[\x20-\x7e]+$/.test(word) ? holdsWords(form, word) : one.length >= 2 && other.includes(one);
  if (!within) return 0;
  const atEnd = other.endsWith(one) ? 0.1 : 0;
  return 0.45 + atEnd + (0.35 * one.length) / other.length;
}

function holdsWords(form: string, word: string): boolean {
  const plain = (text: string): string =>
    ` ${normaliseText(text)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  return plain(form).includes(plain(word));
}
