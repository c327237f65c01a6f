import type { CellValue } from '../workbook/cell';
import { shortHash } from './groups';
import type { AdoptableTable } from './types';

/** Columns whose texts make a line's id where the user's range has no column of ids. */
const NAMED_BY: Readonly<Record<AdoptableTable, readonly string[]>> = {
  KmcBaseline: ['stage', 'variant', 'segment', 'process'],
  KmcProduct: ['stage', 'variant', 'segment', 'process'],
  KmcSideEffects: ['stage', 'segment', 'process'],
  KmcFactors: ['nameJa'],
  KmcSales: ['segment', 'period', 'place', 'status'],
  KmcContribution: ['partner', 'role'],
  KmcEvidence: ['title'],
  KmcSegments: ['description'],
  KmcMix: ['variant', 'segment'],
  KmcParameters: ['item'],
};

/** Where the first has no text. */
const OTHERWISE: Readonly<Partial<Record<AdoptableTable, string>>> = { KmcFactors: 'nameEn' };

/** A line whose id is to be made; `value` gives what it states under a key. */
export interface UnnamedLine {
  /** Part of the table and sheet row: names the line in the answer only. */
  readonly place: string;
  value(key: string): CellValue;
  /** @returns all it states: settles the order of lines that are named alike */
  content(): string;
}

/**
 * Ids made of what lines say, never of where they stand: inserting and sorting rows leaves them as they are. Lines that are named alike
 * are numbered in the order of the rest of their content.
 * @returns id by place
 */
export function lineIds(table: AdoptableTable, lines: readonly UnnamedLine[]): ReadonlyMap<string, string> {
  const named = new Map<string, UnnamedLine[]>();
  for (const line of lines) {
    const name = nameOf(table, line);
    named.set(name, [...(named.get(name) ?? []), line]);
  }
  const ids = new Map<string, string>();
  for (const [name, alike] of named) {
    const ordered = alike.length === 1 ? alike : inOrder(alike);
    ordered.forEach(({ place }, index) => ids.set(place, index === 0 ? name : `${name} ~${index + 1}`));
  }
  return ids;
}

function inOrder(alike: readonly UnnamedLine[]): readonly UnnamedLine[] {
  const contents = alike.map((line) => ({ line, content: line.content() }));
  return contents.sort((a, b) => (a.content < b.content ? -1 : a.content > b.content ? 1 : 0)).map(({ line }) => line);
}

function nameOf(table: AdoptableTable, line: UnnamedLine): string {
  const texts = (keys: readonly string[]): string[] =>
    keys
      .map((key) => line.value(key))
      .flatMap((value) => (typeof value === 'string' || typeof value === 'number' ? [String(value)] : []));
  const own = texts(NAMED_BY[table]).filter((text) => text !== '');
  const other = OTHERWISE[table] ? texts([OTHERWISE[table]]) : [];
  const name = (own.length > 0 ? own : other).join(' · ');
  return name === '' ? `#${shortHash(line.content())}` : name;
}
