import { COUNT_GROUPS } from './countTable';
import { Decimal } from './decimal';
import type { SymbolGroup } from './symbolRow';
import { SYMBOL_GROUPS } from './symbolTable';
import type { UnitSymbol } from './unit';

export const ALL_GROUPS: readonly SymbolGroup[] = [...SYMBOL_GROUPS, ...COUNT_GROUPS];

/** Every spelling of the table, letter for letter. */
export const SYMBOLS: ReadonlyMap<string, UnitSymbol> = buildIndex(ALL_GROUPS);

/** Spellings that mean different units to different people; never guessed. */
export const AMBIGUOUS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...['ton', 'tons', 'Ton', 'TON'].map((text) => [text, ['t', 'short ton', 'long ton']] as const),
  ...['gal', 'gallon', 'gallons', 'ガロン'].map((text) => [text, ['US gal', 'UK gal']] as const),
  ...['therm', 'therms', 'Therm'].map((text) => [text, ['therm(US)', 'therm(EC)']] as const),
  ...['mt', 'MT', 'mT'].map((text) => [text, ['t', 'Mt']] as const),
  ...['Cal', 'CAL'].map((text) => [text, ['cal', 'kcal']] as const),
  ...['p', 'P'].map((text) => [text, ['人', '個', 'pkm']] as const),
  ...['M'].map((text) => [text, ['m', '百万']] as const),
]);

const FOLDED: ReadonlyMap<string, readonly string[]> = fold([...SYMBOLS.keys()]);

/**
 * Spellings that differ from `text` in letter case only.
 * @returns `certain`: the one symbol meant (kwh, KWH → kWh); `possible`: what it may mean where the case decides (mw → MW or mW)
 */
export function foldedSymbol(text: string): { certain: UnitSymbol | null; possible: readonly string[] } {
  const spellings = text.length > 1 ? (FOLDED.get(text.toLowerCase()) ?? []) : [];
  const symbols = [...new Set(spellings.map((spelling) => SYMBOLS.get(spelling)!))];
  const safe = symbols.length === 1 && spellings.some((spelling) => spelling[0] === text[0] || !isPrefixed(spelling));
  return { certain: safe ? symbols[0]! : null, possible: symbols.map((symbol) => symbol.text) };
}

/** Milli or mega, pico or peta before a unit (mJ, MJ): there the case of the first letter carries meaning. */
function isPrefixed(spelling: string): boolean {
  return /^[mp]/i.test(spelling) && SYMBOLS.has(spelling.slice(1));
}

function buildIndex(groups: readonly SymbolGroup[]): ReadonlyMap<string, UnitSymbol> {
  const index = new Map<string, UnitSymbol>();
  for (const { dimension, rows } of groups) {
    for (const [text, factor, ...spellings] of rows) {
      const symbol = { text, factor: new Decimal(factor), dimension, co2Only: false };
      for (const spelling of new Set([text, ...spellings])) {
        if (index.has(spelling)) throw new Error(`two units are spelled ${spelling}`);
        index.set(spelling, symbol);
      }
    }
  }
  return index;
}

function fold(spellings: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const folded = new Map<string, string[]>();
  for (const spelling of spellings) {
    const key = spelling.toLowerCase();
    folded.set(key, [...(folded.get(key) ?? []), spelling]);
  }
  return folded;
}
