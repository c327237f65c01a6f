import { message } from '../../message';
import type { Problem } from '../../case/types';
import type { NameEdit } from '../../workbook/edit';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import { textFormulas, textOfFormulas } from '../../workbook/textNames';
import { withEntry, type Entry } from './entries';
import { parseEntry } from './parseEntries';

/** `KmcReview_12` and, where one name has no room, `KmcReview_12_2`, … hold the twelfth entry as text constants, hidden. */
const STORED = /^KmcReview_(\d+)(?:_(\d+))?$/i;

const nameOf = (number: number, part: number): string => `KmcReview_${number}${part === 1 ? '' : `_${part}`}`;

/** The review record of a workbook. */
export interface ReviewRecord {
  /** In the order in which they were first written. */
  readonly entries: readonly Entry[];
  /** Entries that cannot be read any more, said rather than passed over. */
  readonly problems: readonly Problem[];
}

interface Stored {
  readonly number: number;
  readonly names: readonly string[];
  readonly entry: Entry | null;
}

/** @returns every decision, reason and reply that a workbook holds */
export function decisionsOf(snapshot: WorkbookSnapshot): ReviewRecord {
  const stored = storedEntries(snapshot);
  return {
    entries: stored.flatMap(({ entry }) => entry ?? []),
    problems: stored.flatMap(({ entry, names }) => (entry ? [] : [unreadable(names[0]!)])),
  };
}

const unreadable = (name: string): Problem => ({
  severity: 'warn',
  message: message('decisions.unreadable', { name }),
  cell: null,
  table: null,
  rowId: null,
  column: null,
});

function storedEntries({ names }: WorkbookSnapshot): readonly Stored[] {
  const byNumber = new Map<number, Map<number, { name: string; formula: string }>>();
  for (const { name, formula, sheet } of names) {
    const match = sheet === null ? STORED.exec(name) : null;
    if (!match) continue;
    const parts = byNumber.get(Number(match[1])) ?? new Map<number, { name: string; formula: string }>();
    byNumber.set(Number(match[1]), parts.set(Number(match[2] ?? 1), { name, formula }));
  }
  return [...byNumber]
    .sort(([a], [b]) => a - b)
    .map(([number, parts]) => ({
      number,
      names: [...parts.values()].map(({ name }) => name),
      entry: entryOf(Array.from({ length: parts.size }, (_, index) => parts.get(index + 1)?.formula)),
    }));
}

/** @param formulas `undefined` where a part is missing */
function entryOf(formulas: readonly (string | undefined)[]): Entry | null {
  if (formulas.includes(undefined)) return null;
  const text = textOfFormulas(formulas as readonly string[]);
  if (text === null) return null;
  try {
    return parseEntry(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * Writes entries into a workbook's record: defined names, and no cell touched. An entry takes the place of the one of its kind on the
 * same thing in the same round.
 * @returns edits to apply in one go
 */
export function recordEdits(snapshot: WorkbookSnapshot, entries: readonly Entry[]): readonly NameEdit[] {
  const stored = storedEntries(snapshot);
  const known = stored.flatMap(({ entry }) => entry ?? []);
  const next = entries.reduce(withEntry, known);
  const free = Math.max(0, ...stored.map(({ number }) => number)) + 1;
  const readable = stored.filter(({ entry }) => entry !== null);
  return next.flatMap((entry, index) => {
    if (isAsStored(entry, known[index])) return [];
    const number = readable[index]?.number ?? free + index - known.length;
    return entryEdits(entry, number, readable[index]?.names ?? []);
  });
}

/** Fields of a stored entry have one order. */
const isAsStored = (entry: Entry, stored: Entry | undefined): boolean =>
  entry === stored || JSON.stringify(parseEntry(entry)) === JSON.stringify(stored);

function entryEdits(entry: Entry, number: number, old: readonly string[]): readonly NameEdit[] {
  const edits = textFormulas(asciiJson(entry)).map((formula, index): NameEdit => ({
    kind: 'set-name',
    name: nameOf(number, index + 1),
    formula,
    hidden: true,
  }));
  const written = new Set(edits.map(({ name }) => name.toLowerCase()));
  const gone = old.filter((name) => !written.has(name.toLowerCase()));
  return [...edits, ...gone.map((name): NameEdit => ({ kind: 'remove-name', name }))];
}

/** @returns edits that make the workbook forget its record, e.g. before the review begins anew */
export const forgetEdits = (snapshot: WorkbookSnapshot): readonly NameEdit[] =>
  storedEntries(snapshot).flatMap(({ names }) => names.map((name): NameEdit => ({ kind: 'remove-name', name })));

/** Characters that XML or a formula cannot carry stand as escapes; Japanese stays readable. */
const asciiJson = (entry: Entry): string =>
  JSON.stringify(entry).replace(
    /[\u007f-\u009f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
