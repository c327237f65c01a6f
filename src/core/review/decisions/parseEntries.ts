import { DECISION_STATES, type Entry } from './entries';

/** Rounds of a review; a record that tells of more is not one that people wrote. */
export const MOST_ROUNDS = 999;

/**
 * Entries from JSON that anyone may have written.
 * @returns `null` where it is no list of entries: nothing of a damaged record is taken for whole
 */
export function parseEntries(json: unknown): readonly Entry[] | null {
  if (!Array.isArray(json)) return null;
  const entries = json.map(parseEntry);
  return entries.includes(null) ? null : (entries as readonly Entry[]);
}

/** @returns the entry with its own fields alone, or `null` */
export function parseEntry(json: unknown): Entry | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const field = (key: string): unknown =>
    Object.hasOwn(json, key) ? (json as Record<string, unknown>)[key] : undefined;
  const text = (key: string): string => (typeof field(key) === 'string' ? (field(key) as string) : '');
  const [on, by, date, round] = [text('on'), text('by'), text('date'), field('round')];
  const isSound =
    on !== '' && isDate(date) && Number.isInteger(round) && (round as number) >= 1 && (round as number) <= MOST_ROUNDS;
  if (!isSound || typeof field('text') !== 'string') return null;
  const written = { on, by, date, round: round as number, text: text('text') };
  switch (field('kind')) {
    case 'reply':
      return { kind: 'reply', ...written };
    case 'reason':
      return typeof field('basis') === 'string' ? { kind: 'reason', ...written, basis: text('basis') } : null;
    case 'decision': {
      const state = DECISION_STATES.find((known) => known === field('state'));
      const isWhole = state !== undefined && typeof field('basis') === 'string';
      return isWhole ? { kind: 'decision', ...written, state, basis: text('basis') } : null;
    }
    default:
      return null;
  }
}

function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const month = Number(match?.[2]);
  const day = Number(match?.[3]);
  return match !== null && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
