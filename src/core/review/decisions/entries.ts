import { CRITERIA, type Criterion } from '../finding';

/** What a reviewer sets a criterion or a finding to. `open`: not decided, e.g. a question to the author. */
export const DECISION_STATES = ['open', 'accepted', 'needs-change', 'rejected'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** What every entry of the record has. Plain texts and whole numbers, so that it can be written as JSON and declared in a schema. */
interface Written {
  /** Id of a finding, or a criterion (`A2`). */
  readonly on: string;
  readonly by: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** 1 for the first submission. */
  readonly round: number;
}

/** A reviewer's decision. */
export interface Decision extends Written {
  readonly kind: 'decision';
  readonly state: DecisionState;
  /** Empty where none was written. */
  readonly text: string;
  /** What it rests on, as `basisText` writes it. */
  readonly basis: string;
}

/** The author's written reason, which clears a `warn`. */
export interface Reason extends Written {
  readonly kind: 'reason';
  readonly text: string;
  readonly basis: string;
}

/** The author's answer to a decision. */
export interface Reply extends Written {
  readonly kind: 'reply';
  readonly text: string;
}

/** One entry of the review record. */
export type Entry = Decision | Reason | Reply;

export const isCriterion = (on: string): on is Criterion => (CRITERIA as readonly string[]).includes(on);

/** The same kind of entry on the same thing in the same round is written over; earlier rounds stay. */
const sameEntry = (a: Entry, b: Entry): boolean => a.kind === b.kind && a.on === b.on && a.round === b.round;

/** @returns the record with an entry added, or put in place of the one of its round */
export function withEntry(entries: readonly Entry[], entry: Entry): readonly Entry[] {
  const at = entries.findIndex((one) => sameEntry(one, entry));
  return at < 0 ? [...entries, entry] : entries.map((one, index) => (index === at ? entry : one));
}

/** @returns of each kind and thing the entry of the latest round; a later one of the same round wins */
export function latest<Kind extends Entry['kind']>(
  entries: readonly Entry[],
  kind: Kind,
): ReadonlyMap<string, Extract<Entry, { kind: Kind }>> {
  const found = new Map<string, Extract<Entry, { kind: Kind }>>();
  for (const entry of entries) {
    if (entry.kind !== kind) continue;
    const known = found.get(entry.on);
    if (!known || entry.round >= known.round) found.set(entry.on, entry as Extract<Entry, { kind: Kind }>);
  }
  return found;
}
