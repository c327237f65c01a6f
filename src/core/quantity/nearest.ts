import { normaliseText } from './normalise';

const MOST = 3;

type Search = (text: string) => readonly string[];

/**
 * Finds the candidates most like a text, best first, by the letter pairs they share (Dice's coefficient); at most three.
 * Letter case and width do not matter; equally like ones keep their order.
 * @param candidates asked for once, at the first search
 */
export function nearestAmong(candidates: () => readonly string[]): Search {
  let known: readonly (readonly [string, ReadonlySet<string>])[] | null = null;
  return (text) => {
    known ??= candidates().map((candidate) => [candidate, pairsOf(candidate)] as const);
    const wanted = pairsOf(text);
    return known
      .map(([candidate, pairs]) => ({ candidate, likeness: likeness(wanted, pairs) }))
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, MOST)
      .map(({ candidate }) => candidate);
  };
}

function pairsOf(text: string): ReadonlySet<string> {
  const padded = ` ${normaliseText(text).toLowerCase()} `;
  return new Set(Array.from({ length: padded.length - 1 }, (_, index) => padded.slice(index, index + 2)));
}

const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
