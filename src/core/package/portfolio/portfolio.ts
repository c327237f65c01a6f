import { STAGES, type Stage } from '../../case/vocabulary';
import type { Decimal } from '../../quantity/decimal';
import { sum } from '../../quantity/decimal';
import type { Basis, PortfolioEntry } from './entry';

/**
 * What becomes of a package in the sum. `broken`: it is not sound. `no-number`: it gives no amount or no year. `draft`: 下書き. `duplicate`: the same
 * package twice. `conflict`: another package counts the same product in the same market and year.
 */
export const STANDINGS = ['counted', 'broken', 'no-number', 'draft', 'duplicate', 'conflict'] as const;
export type PortfolioStanding = (typeof STANDINGS)[number];

export interface PlacedEntry extends PortfolioEntry {
  readonly standing: PortfolioStanding;
  /** The file that is counted in its place; `null` where none is. */
  readonly instead: string | null;
}

/** Amounts of one fiscal year on one basis, in t-CO2e. Amounts of two bases are never added. */
export interface PortfolioSum {
  readonly year: number;
  readonly basis: Basis;
  /** Company, product or stage; `null` for all. */
  readonly of: string | null;
  readonly packages: number;
  readonly avoided: Decimal;
}

/**
 * A product of one name that is counted more than once in a year: by several companies, allowed where they share it, or by one in markets of
 * different names. Told, so that somebody looks whether it is the same twice.
 */
export interface SharedProduct {
  readonly product: string;
  readonly year: number;
  readonly by: 'companies' | 'markets';
  readonly files: readonly string[];
}

export interface Portfolio {
  readonly entries: readonly PlacedEntry[];
  readonly totals: readonly PortfolioSum[];
  readonly companies: readonly PortfolioSum[];
  readonly products: readonly PortfolioSum[];
  /** Of stages, of `deducted` (rebound and side effects), of `unsplit` (packages that do not split) and of `rounding`; they sum to the total. */
  readonly stages: readonly PortfolioSum[];
  readonly shared: readonly SharedProduct[];
}

/**
 * Adds packages up. Each product × market × year counts once: of packages that overlap the one with the lowest amount is counted, a
 * negative one before all and of equal ones the one that could be checked, and every other is listed as a conflict for a person to settle.
 */
export function portfolioOf(all: readonly PortfolioEntry[]): Portfolio {
  const entries = placed(all);
  const counted = entries.filter(({ standing }) => standing === 'counted') as readonly CountedEntry[];
  return {
    entries,
    totals: sums(counted, () => null),
    companies: sums(counted, ({ company }) => company ?? ''),
    products: sums(counted, ({ product, model }) => [product, model].filter((part) => part !== null).join(' ')),
    stages: stageSums(counted),
    shared: sharedProducts(counted),
  };
}

type CountedEntry = PlacedEntry & { readonly avoided: Decimal; readonly fiscalYear: number; readonly basis: Basis };

function standingAlone(entry: PortfolioEntry, same: PortfolioEntry | undefined): PortfolioStanding {
  if (entry.problem) return 'broken';
  if (same) return 'duplicate';
  if (entry.avoided === null || entry.fiscalYear === null) return 'no-number';
  return entry.draft ? 'draft' : 'counted';
}

function placed(all: readonly PortfolioEntry[]): readonly PlacedEntry[] {
  const known = firstOfEach(all);
  const alone = all.map((entry): PlacedEntry => {
    const same = sameAs(entry, known);
    const standing = standingAlone(entry, same);
    return { ...entry, standing, instead: standing === 'duplicate' ? same!.file : null };
  });
  const beaten = conflictsAmong(alone.filter(({ standing }) => standing === 'counted'));
  return alone.map((entry) => {
    const instead = beaten.get(entry);
    return instead === undefined ? entry : { ...entry, standing: 'conflict', instead };
  });
}

/** By id the package that stands for it: the first sound one. A damaged copy has the id of the sound one and stands for nothing. */
function firstOfEach(all: readonly PortfolioEntry[]): ReadonlyMap<string, PortfolioEntry> {
  const known = new Map<string, PortfolioEntry>();
  for (const entry of all) if (entry.id !== null && !entry.problem && !known.has(entry.id)) known.set(entry.id, entry);
  return known;
}

/** The same package beside this one: a copy, or the full version of a public one. */
function sameAs(entry: PortfolioEntry, known: ReadonlyMap<string, PortfolioEntry>): PortfolioEntry | undefined {
  const of = (id: string | null) => (id === null ? undefined : known.get(id));
  const same = of(entry.fullPackage) ?? of(entry.id);
  return same === entry ? undefined : same;
}

const plainName = (text: string | null): string => (text ?? '').normalize('NFKC').replace(/\s+/g, '').toLowerCase();
const productKey = ({ product, model, fiscalYear }: PortfolioEntry): string =>
  JSON.stringify([plainName(product), plainName(model), fiscalYear]);

/** @returns by package that is not counted the file counted in its place */
function conflictsAmong(entries: readonly PlacedEntry[]): ReadonlyMap<PlacedEntry, string> {
  const beaten = new Map<PlacedEntry, string>();
  for (const group of groups(entries, (entry) => JSON.stringify([plainName(entry.company), productKey(entry)]))) {
    const byAmount = [...group].sort(
      (one, other) =>
        one.avoided!.comparedTo(other.avoided!) ||
        Number(one.isOtherVersion) - Number(other.isOtherVersion) ||
        (one.file < other.file ? -1 : 1),
    );
    const kept: PlacedEntry[] = [];
    for (const entry of byAmount) {
      const rival = kept.find((one) => overlap(one.markets, entry.markets));
      if (rival) beaten.set(entry, rival.file);
      else kept.push(entry);
    }
  }
  return beaten;
}

/** Markets nobody names may be any. */
function overlap(one: readonly string[] | null, other: readonly string[] | null): boolean {
  if (one === null || other === null) return true;
  const names = new Set(one.map(plainName));
  return other.some((place) => names.has(plainName(place)));
}

function groups<T>(all: readonly T[], keyOf: (one: T) => string): readonly (readonly T[])[] {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const group = found.get(keyOf(one));
    if (group) group.push(one);
    else found.set(keyOf(one), [one]);
  }
  return [...found.values()];
}

const basisKey = ({ timeSense, accounting, attribution }: Basis): string => `${timeSense} ${accounting} ${attribution}`;

function sums(entries: readonly CountedEntry[], of: (entry: CountedEntry) => string | null): readonly PortfolioSum[] {
  const found = groups(entries, (one) => JSON.stringify([one.fiscalYear, basisKey(one.basis), of(one)]));
  return inOrder(
    found.map((group) => ({
      year: group[0]!.fiscalYear,
      basis: group[0]!.basis,
      of: of(group[0]!),
      packages: group.length,
      avoided: sum(group.map(({ avoided }) => avoided)),
    })),
  );
}

const inOrder = (all: readonly PortfolioSum[]): readonly PortfolioSum[] =>
  [...all].sort((one, other) => {
    const [a, b] = [`${one.year} ${basisKey(one.basis)}`, `${other.year} ${basisKey(other.basis)}`];
    if (a !== b) return a < b ? -1 : 1;
    return (one.of ?? '') < (other.of ?? '') ? -1 : 1;
  });

/** What a stage table holds beside the stages, so that it sums to the total. */
export const BESIDE_STAGES = ['deducted', 'unsplit', 'rounding'] as const;

function stageSums(entries: readonly CountedEntry[]): readonly PortfolioSum[] {
  return groups(entries, (one) => `${one.fiscalYear} ${basisKey(one.basis)}`).flatMap((group) => {
    const split = group.filter(({ stages }) => stages !== null);
    const rest = group.filter(({ stages }) => stages === null);
    const exact = split.map(({ stages, deducted }) => sum(Object.values(stages!)).minus(deducted!));
    const line = (of: string, packages: number, avoided: Decimal): PortfolioSum => ({
      year: group[0]!.fiscalYear,
      basis: group[0]!.basis,
      of,
      packages,
      avoided,
    });
    return [
      ...STAGES.map((stage: Stage) => line(stage, split.length, sum(split.map(({ stages }) => stages![stage])))),
      line('deducted', split.length, sum(split.map(({ deducted }) => deducted!)).negated()),
      line('unsplit', rest.length, sum(rest.map(({ avoided }) => avoided))),
      line('rounding', split.length, sum(split.map(({ avoided }) => avoided)).minus(sum(exact))),
    ];
  });
}

function sharedProducts(entries: readonly CountedEntry[]): readonly SharedProduct[] {
  return groups(entries, productKey)
    .filter((group) => group.length > 1)
    .map((group) => ({
      product: group[0]!.product ?? '',
      year: group[0]!.fiscalYear,
      by: new Set(group.map(({ company }) => plainName(company))).size > 1 ? 'companies' : 'markets',
      files: group.map(({ file }) => file),
    }));
}

/** Counted, although the package names another version of the product, so that its findings and reports were not checked. */
export const onTrust = ({ entries }: Portfolio): readonly PlacedEntry[] =>
  entries.filter(({ standing, isOtherVersion }) => standing === 'counted' && isOtherVersion);

/** Kept apart from the sums so that a total of nothing is not 0. */
export const countOf = (entries: readonly PlacedEntry[], standing: PortfolioStanding): number =>
  entries.filter((entry) => entry.standing === standing).length;
