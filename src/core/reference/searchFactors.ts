import { allFactors } from './dataset';
import type { ReferenceFactor } from './factor';
import { containsWord, foldText, type SearchTerm, searchTerms } from './searchTerms';
import { validity } from './validity';

export interface FactorQuery {
  /** Words in either language; all of them must be found. Blank finds everything. */
  readonly text: string;
  /** `JP` finds Japan, its parts and what holds everywhere (`GLO`). */
  readonly region?: string;
  /** Year of the activity (Japan: fiscal year). What the source prescribes for other years only is left out. */
  readonly year?: number;
  readonly kind?: string;
  /** A whole number ≥ 0; absent: all. */
  readonly limit?: number;
}

interface Entry {
  readonly factor: ReferenceFactor;
  readonly text: string;
  readonly names: readonly string[];
}

let entries: readonly Entry[] | null = null;

/**
 * Finds built-in factors by words of either language, synonyms and refrigerant names included.
 * @returns `matches` best first: exact name, the asked region before the world, the asked year, emission factors before what they are
 *   made of, newer before older, then by id; `total` counts all of them, before `limit`
 * @throws RangeError when `limit` is not a whole number ≥ 0
 */
export function searchFactors(query: FactorQuery): { matches: readonly ReferenceFactor[]; total: number } {
  const { limit } = query;
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 0)) throw new RangeError(`limit: ${limit}`);
  const terms = searchTerms(query.text);
  const found = index()
    .filter((entry) => passes(entry.factor, query) && terms.every((term) => contains(entry.text, term)))
    .map((entry) => ({ factor: entry.factor, rank: rankOf(entry, query, terms) }))
    .sort((a, b) => compareRanks(a.rank, b.rank) || (a.factor.id < b.factor.id ? -1 : 1));
  return { matches: found.slice(0, limit).map(({ factor }) => factor), total: found.length };
}

function index(): readonly Entry[] {
  entries ??= allFactors().map((factor) => ({
    factor,
    text: haystack(factor),
    names: [factor.nameJa, factor.nameEn].map(foldText),
  }));
  return entries;
}

function haystack(factor: ReferenceFactor): string {
  const spaced = [factor.family, factor.parameter, factor.kind].map((word) => word.replaceAll('-', ' '));
  const parts = [
    factor.nameJa,
    factor.nameEn,
    factor.region,
    factor.publisher,
    factor.id,
    factor.family,
    factor.gases ?? '',
    factor.edition ?? '',
    ...spaced,
  ];
  return parts.map(foldText).join(' | ');
}

const contains = (text: string, term: SearchTerm): boolean =>
  term.words.some((word) => containsWord(text, word, term.whole));

function passes(factor: ReferenceFactor, { region, year, kind }: FactorQuery): boolean {
  if (kind !== undefined && factor.kind !== kind) return false;
  if (region !== undefined && regionRank(factor, region) === null) return false;
  return year === undefined || validity(factor, year) !== 'other-years';
}

function regionRank(factor: ReferenceFactor, region: string): number | null {
  const asked = foldText(region);
  const own = foldText(factor.region);
  if (own === asked || own.startsWith(`${asked}-`)) return 0;
  return own === 'glo' ? 1 : null;
}

function rankOf(entry: Entry, query: FactorQuery, terms: readonly SearchTerm[]): readonly number[] {
  const { factor } = entry;
  const exact = terms.length === 1 && terms[0]!.words.some((word) => entry.names.includes(word));
  return [
    exact || entry.names.includes(foldText(query.text)) ? 0 : 1,
    query.region === undefined ? 0 : (regionRank(factor, query.region) ?? 2),
    query.year === undefined || validity(factor, query.year) === 'asked-year' ? 0 : 1,
    factor.kind === 'emission-factor' ? 0 : 1,
    -(factor.activityYear ?? factor.editionYear ?? factor.resultYear ?? 0),
    -(factor.resultYear ?? 0),
  ];
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [position, rank] of a.entries()) {
    const difference = rank - b[position]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
