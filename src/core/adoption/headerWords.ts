import { rememberByText } from '../memo';
import { headerOf, keyOfHeader, LANGUAGES } from '../template/headers';
import { tableSpec } from '../template/tables';
import type { ColumnSpec } from '../template/types';
import { normaliseText } from '../quantity/normalise';
import { comparable } from './cellText';
import headers from './data/headers.json';
import { headerParts } from './headerText';
import { ADOPTABLE, type AdoptableTable } from './types';

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

interface Word {
  /** As `comparable` gives it. */
  readonly tight: string;
  /** Words apart, for those in Latin letters: only whole words count. */
  readonly spaced: string | null;
}

const words = rememberByText((place: string): readonly Word[] => {
  const [table = '', key = ''] = place.split(' ');
  const own = (headers[FAMILY[table as AdoptableTable]] as Words)[key] ?? [];
  const template = LANGUAGES.map((language) => headerOf(table as AdoptableTable, key, language));
  return [...own, ...template].map((text) => ({
    tight: comparable(text),
    spaced: /^[\x20-\x7e]+$/.test(text) ? spaced(text) : null,
  }));
});

/** Exactly the template's header. */
export const CERTAIN = 2;
const EXACT = 1;
/** Texts that only together with the heading above them say what a column holds. */
const GENERIC: ReadonlySet<string> = new Set(
  ['値', '数値', 'value', 'number', '数', '入力値', 'data', 'データ'].map(comparable),
);

const scores = rememberByText((place: string): number => {
  const [table = '', key = '', ...rest] = place.split(' ');
  return scoreOf(table as AdoptableTable, key, rest.join(' '));
}, 65_536);

/**
 * How well a header names a column of a table.
 * @param header as `headerTexts` gives it
 * @returns 0 for not at all, up to 1 for a known word, 2 for the template's own header
 */
export function headerScore(table: AdoptableTable, key: string, header: string): number {
  return header === '' ? 0 : scores(`${table} ${key} ${header}`);
}

/** Every word of every table once. */
const allWords = rememberByText((): readonly Word[] => {
  const every = ADOPTABLE.flatMap((table) => keysOf(table).flatMap(({ key }) => words(`${table} ${key}`)));
  return [...new Map(every.map((word) => [`${word.tight} ${word.spaced !== null}`, word])).values()];
});

/** Whether a text is worth being scored: most texts of a sheet hold no word of any header. */
export const mayBeHeader = rememberByText((text: string): boolean =>
  forms(text).some((form) => bestOf(allWords(''), form) > 0.6),
);

function scoreOf(table: AdoptableTable, key: string, header: string): number {
  if (keyOfHeader(table, header) === key) return CERTAIN;
  const known = words(`${table} ${key}`);
  return Math.max(0, ...forms(header).map(({ weight, ...form }) => weight * bestOf(known, form)));
}

interface Form {
  readonly tight: string;
  readonly spaced: string;
  readonly weight: number;
}

/** The header as a whole, and its levels by themselves; the lowest says most unless it says nothing. */
const forms = rememberByText((header: string): readonly Form[] => {
  const { levels } = headerParts(header);
  const last = levels.at(-1) ?? '';
  const form = (text: string, weight: number): Form => ({ tight: comparable(text), spaced: spaced(text), weight });
  if (levels.length < 2) return [form(last, 1)];
  const above = levels.at(-2)!;
  if (GENERIC.has(comparable(last))) return [form(above, 0.95)];
  return [form(`${above} ${last}`, 1), form(last, 0.85), form(levels.join(' '), 0.8)];
});

function bestOf(known: readonly Word[], form: Pick<Form, 'tight' | 'spaced'>): number {
  return known.reduce((best, word) => Math.max(best, closeness(word, form)), 0);
}

function closeness(word: Word, form: Pick<Form, 'tight' | 'spaced'>): number {
  if (word.tight === '' || form.tight === '') return 0;
  if (word.tight === form.tight) return EXACT;
  const isWithin =
    word.spaced === null
      ? word.tight.length >= 2 && form.tight.includes(word.tight)
      : form.spaced.includes(word.spaced);
  if (!isWithin) return 0;
  const atEnd = form.tight.endsWith(word.tight) ? 0.1 : 0;
  return 0.45 + atEnd + (0.35 * word.tight.length) / form.tight.length;
}

function spaced(text: string): string {
  return ` ${normaliseText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}
