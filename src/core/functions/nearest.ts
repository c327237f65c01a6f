import { normaliseText } from '../quantity/normalise';

const MOST = 3;

/**
 * The candidates most like a text, best first, by the letter pairs they share (Dice's coefficient); at most three.
 * Letter case and width do not matter; equally like ones keep their order.
 */
export function nearest(text: string, candidates: readonly string[]): readonly string[] {
  const wanted = pairsOf(text);
  return candidates
    .map((candidate) => ({ candidate, likeness: likeness(wanted, pairsOf(candidate)) }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST)
    .map(({ candidate }) => candidate);
}

function pairsOf(text: string): ReadonlySet<string> {
  const padded = ` ${normaliseText(text).toLowerCase()} `;
  return new Set(Array.from({ length: padded.length - 1 }, (_, index) => padded.slice(index, index + 2)));
}

const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
