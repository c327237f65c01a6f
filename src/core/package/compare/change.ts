import { canonicalJson, isJsonObject, type Json } from '../json';

/** One thing that is another one in the later package. */
export interface Change {
  readonly kind: 'added' | 'removed' | 'changed';
  /** What it is about: a number, a row by table and id, a factor, a finding. */
  readonly id: string;
  /** Of a changed row the column. */
  readonly field: string | null;
  /** As text; `null` for what is not there or blank. */
  readonly before: string | null;
  readonly after: string | null;
}

type Members = { readonly [key: string]: Json };

/** Texts as they are, everything else as canonical JSON. */
export function shownJson(value: Json | undefined): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : canonicalJson(value);
}

/** What differs between two things of one name, member by member. */
export function changedMembers(id: string, before: Json, after: Json): readonly Change[] {
  if (!isJsonObject(before) || !isJsonObject(after)) return changedValue(id, null, before, after);
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return fields.flatMap((field) => changedValue(id, field, before[field], after[field]));
}

export function changedValue(
  id: string,
  field: string | null,
  before: Json | undefined,
  after: Json | undefined,
): readonly Change[] {
  const [one, other] = [shownJson(before), shownJson(after)];
  return one === other ? [] : [{ kind: 'changed', id, field, before: one, after: other }];
}

/**
 * Compares two lists by what names their entries. Of entries that share a name the first are compared with the first.
 * @param told what is said of an entry that is only in one of them
 */
export function changedEntries(
  before: readonly Members[],
  after: readonly Members[],
  nameOf: (entry: Members) => string,
  told: (entry: Members) => string | null = () => null,
): readonly Change[] {
  const [old, now] = [byName(before, nameOf), byName(after, nameOf)];
  const removed = [...old].filter(([id]) => !now.has(id));
  return [
    ...removed.map(([id, entry]): Change => ({ kind: 'removed', id, field: null, before: told(entry), after: null })),
    ...[...now].flatMap(([id, entry]): readonly Change[] => {
      const known = old.get(id);
      if (known) return changedMembers(id, known, entry);
      return [{ kind: 'added', id, field: null, before: null, after: told(entry) }];
    }),
  ];
}

function byName(entries: readonly Members[], nameOf: (entry: Members) => string): ReadonlyMap<string, Members> {
  const named = new Map<string, Members>();
  for (const entry of entries) {
    const base = nameOf(entry);
    let name = base;
    for (let count = 2; named.has(name); count++) name = `${base} (${count})`;
    named.set(name, entry);
  }
  return named;
}
