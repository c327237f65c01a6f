import { comparable } from './cellText';
import type { LineGroup } from './types';

/** The mapping remembers each line under a heading: longer lists say stage and place in every line, or those cells count as blank. */
export const MOST_GROUPED = 2000;

/** A line's place: the texts it stands under, and its own text. */
export interface GroupedLine {
  readonly row: number;
  readonly group: string;
  readonly text: string;
}

/** @returns FNV-1a of the text, 32 bits, in base 36: short enough to save and to tell lines of one form apart */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of comparable(text)) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  }
  return hash.toString(36);
}

/** @param lines in sheet order; @returns what is saved of them */
export function groupsOf(lines: readonly GroupedLine[]): readonly LineGroup[] {
  const groups = new Map<string, string[]>();
  for (const { group, text } of lines) groups.set(group, [...(groups.get(group) ?? []), shortHash(text)]);
  return [...groups].map(([text, hashes]) => ({ text, lines: hashes }));
}

/**
 * Lines that stood under one heading when the range was adopted and stand under another now. New lines and lines that are gone are the
 * user's business; a line that is missing in one group and new in another was moved, by a sort as a rule.
 */
export function movedLines(before: readonly LineGroup[], now: readonly GroupedLine[]): readonly GroupedLine[] {
  if (before.length === 0) return [];
  const counts = new Map<string, number>();
  const lost = new Set<string>();
  const count = (group: string, hash: string, change: number): number => {
    const next = (counts.get(`${hash} ${group}`) ?? 0) + change;
    counts.set(`${hash} ${group}`, next);
    return next;
  };
  for (const { text, lines } of before) for (const hash of lines) count(text, hash, -1);
  const surplus = now.filter(({ group, text }) => count(group, shortHash(text), 1) > 0);
  for (const [place, balance] of counts) if (balance < 0) lost.add(place.split(' ')[0]!);
  return surplus.filter(({ text }) => lost.has(shortHash(text)));
}
