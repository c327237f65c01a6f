import { normaliseText } from './normalise';
import { SYMBOLS } from './symbolIndex';

const MOST = 3;

const SUBSTANCES = ['kg-CO2e', 't-CO2e', 'g-CO2e', 'kg-CO2', 't-CO2', 'g-CO2', 'kg-CH4', 'kg-N2O', 'kg-C', 't-C'];

const CANDIDATES: readonly (readonly [spelling: string, text: string])[] = [
  ...[...SYMBOLS].map(([spelling, symbol]) => [spelling, symbol.text] as const),
  ...SUBSTANCES.flatMap((text) => [[text, text] as const, [text.replace('-', ''), text] as const]),
];

/**
 * What a mistyped unit may have been meant to be.
 * @param text one unit name, not a compound one
 * @returns at most three canonical spellings, nearest first by edit distance (a change of letter case counts half), ties in table order
 */
export function nearestUnits(text: string): readonly string[] {
  const plain = normaliseText(text);
  const best = new Map<string, number>();
  for (const [spelling, unit] of CANDIDATES) {
    const far = distance(plain, spelling);
    if (far < (best.get(unit) ?? Infinity)) best.set(unit, far);
  }
  return [...best]
    .sort(([, a], [, b]) => a - b)
    .slice(0, MOST)
    .map(([unit]) => unit);
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + substitution(a[i - 1]!, b[j - 1]!)));
    }
    row = next;
  }
  return row[b.length]!;
}

function substitution(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? 0.5 : 1;
}
