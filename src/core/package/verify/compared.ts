import { differences } from '../differences';
import { canonicalJson, isJsonObject, type Json } from '../json';
import type { FaultCode, NotChecked } from './codes';
import type { Evaluation } from './context';
import { fault, type Fault } from './fault';

/** What was found of a check that was made in part, or of which another version's word had to be taken. */
export interface PartlyChecked {
  readonly faults: readonly Fault[];
  readonly reason: NotChecked;
}

/** What a check gives for a package that has nothing of the kind: no more than that nothing is wrong with it. */
export const NONE_THERE: PartlyChecked = { faults: [], reason: 'none-there' };

/** What a check gives. */
export type Checked = readonly Fault[] | NotChecked | PartlyChecked;

/** Why a check that needs the workbook is not made. */
export const whyClosed = (workbook: Evaluation): NotChecked =>
  !workbook.ok && typeof workbook.reason === 'string' ? workbook.reason : 'unreadable';

/** Stands for what is not there. */
export const NOTHING = '–';

/**
 * Places of a document that are not as they follow from the rest of the package.
 * @param id of what they are part of, where it has one
 */
export function compared(code: FaultCode, path: string, expected: Json, found: Json, id = NOTHING): readonly Fault[] {
  return differences(expected, found).map((difference) =>
    fault(code, `${path}#${difference.path}`, {
      id,
      expected: difference.expected ?? NOTHING,
      found: difference.found ?? NOTHING,
    }),
  );
}

/** Entries of two lists beside each other by what names them; entries of one name in their order. */
export function byKey(
  kind: 'factor' | 'finding' | 'decision' | 'answer',
  path: string,
  expected: Json,
  found: Json,
  keys: readonly string[],
): readonly Fault[] {
  const [wanted, given] = [grouped(expected, keys), grouped(found, keys)];
  const all = [...new Set([...wanted.keys(), ...given.keys()])];
  const faults = all.flatMap((id) => {
    const [one, other] = [wanted.get(id), given.get(id)];
    if (one === undefined) return [fault(`${kind}-added`, path, { id })];
    if (other === undefined) return [fault(`${kind}-missing`, path, { id })];
    return differences(one, other, 3).map((difference) =>
      fault(`${kind}-differs`, `${path}${difference.path}`, {
        id,
        expected: difference.expected ?? NOTHING,
        found: difference.found ?? NOTHING,
      }),
    );
  });
  const isMovedOnly = faults.length === 0 && canonicalJson(expected) !== canonicalJson(found);
  return isMovedOnly ? [fault(`${kind}-order`, path)] : faults;
}

function grouped(entries: Json, keys: readonly string[]): ReadonlyMap<string, Json> {
  const groups = new Map<string, Json>();
  for (const entry of entries as readonly Json[]) {
    const base = keys.map((key) => (isJsonObject(entry) ? String(entry[key]) : '')).join(' ');
    let id = base;
    for (let count = 2; groups.has(id); count++) id = `${base} (${count})`;
    groups.set(id, entry);
  }
  return groups;
}
