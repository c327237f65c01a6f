import { normaliseText } from './normalise';
import { SYMBOLS } from './symbolIndex';

const MOST = 3;

const SUBSTANCES = ['kg-CO2e', 't-CO2e', 'g-CO2e', 'kg-CO2', 't-CO2', 'g-CO2', 'kg-CH4', 'kg-N2O', 'kg-C', 't-C'];

const CANDIDATES: readonly (readonly [spelling: string, text: string])[] = [
  ...[...SYMBOLS].map(([spelling, symbol]) => [spelling, symbol.text] as const),
  ...SUBSTANCES.flatMap((text) => [[text, text] as const, [text.replace('-', ''), text] as const]),
];

/** Nothing longer is a mistyped unit. */
const MOST_CHARACTERS = 30;

/**
 * What a mistyped unit may have been meant to be.
 * @param text one unit name, not a compound one
 * @returns at most three canonical spellings, nearest first by edit distance (a change of letter case counts half), ties in table order;
 *   none where no unit has a letter in common
 */
export function nearestUnits(text: string): readonly string[] {
  const plain = normaliseText(text).slice(0, MOST_CHARACTERS);
  const best: { unit: string; far: number }[] = [];
  for (const [spelling, unit] of CANDIDATES) {
    const last = best.length < MOST ? Infinity : best[MOST - 1]!.far;
    if (2 * Math.abs(spelling.length - plain.length) >= last) continue;
    const far = halfSteps(plain, spelling, last);
    const hasCommon = far < 2 * Math.max(plain.length, spelling.length);
    if (far < last && hasCommon) place(best, unit, far);
  }
  return best.map(({ unit }) => unit);
}

/** Keeps `best` sorted, each unit once with its nearest spelling. */
function place(best: { unit: string; far: number }[], unit: string, far: number): void {
  const known = best.findIndex((entry) => entry.unit === unit);
  if (known >= 0 && best[known]!.far <= far) return;
  if (known >= 0) best.splice(known, 1);
  const at = best.findIndex((entry) => entry.far > far);
  best.splice(at < 0 ? best.length : at, 0, { unit, far });
  best.length = Math.min(best.length, MOST);
}

/** Edit distance in half steps: 2 for a letter put in, left out or changed, 1 for a change of case; `limit` from there on. */
function halfSteps(a: string, b: string, limit: number): number {
  const [lowerA, lowerB] = [a.toLowerCase(), b.toLowerCase()];
  let row = Array.from({ length: b.length + 1 }, (_, j) => 2 * j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [2 * i];
    let least = 2 * i;
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : lowerA[i - 1] === lowerB[j - 1] ? 1 : 2;
      const changed = row[j - 1]! + change;
      const shifted = (row[j]! < next[j - 1]! ? row[j]! : next[j - 1]!) + 2;
      const cost = changed < shifted ? changed : shifted;
      next.push(cost);
      if (cost < least) least = cost;
    }
    if (least >= limit) return limit;
    row = next;
  }
  return row[b.length]!;
}
