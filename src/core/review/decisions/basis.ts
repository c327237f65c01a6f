import { sha256Text } from '../../sha256';
import type { CellRef } from '../../workbook/cell';
import type { TablePlace } from '../places';
import type { RestingCell } from './closure';
import { comparableMark, shownMark } from './mark';
import { isStoredCells, marksOf, storedCells, type StoredCells } from './storedCells';

/** What a decision rests on: the cells, and what else was before the reviewer's eyes. */
export interface Basis {
  readonly cells: readonly RestingCell[];
  /** What a finding without a cell said; `null` where cells speak for it. */
  readonly said: string | null;
  /** Ids of a criterion's findings, information aside. Empty for a finding. */
  readonly findings: readonly string[];
  /**
   * Those that would be news: what blocks and what warns. One less is none, nor is one that cannot be decided, as where a file that the
   * decision was made with is not at hand.
   */
  readonly news: readonly string[];
}

/** One thing that is another one than when the decision was made. */
export interface BasisChange {
  /** `undetailed`: something is, but so much was decided on that single cells were not kept. */
  readonly kind: 'changed' | 'added' | 'removed' | 'row' | 'said' | 'finding' | 'undetailed';
  /** Of a cell in a table; of a `row` without the column. */
  readonly place: (Omit<TablePlace, 'column'> & { readonly column: string | null }) | null;
  /** Where it is now; `null` for what is gone. */
  readonly cell: CellRef | null;
  /** Contents as texts, `null` for a blank; of a new finding `to` is its id. */
  readonly from: string | null;
  readonly to: string | null;
}

/** A basis as it is stored. Keys are short because a workbook may hold hundreds. */
interface Stored {
  /** SHA-256 of the contents by their keys. */
  readonly d: string;
  readonly c?: StoredCells;
  /** Where that would be too much: a hash of each row by `table|row id`. */
  readonly r?: Readonly<Record<string, string>>;
  readonly s?: string;
  /** Hashes of the findings' ids. */
  readonly f?: string;
}

/** Contents are kept cell by cell up to this many characters, beyond it row by row. */
const MOST_CHARACTERS = 200_000;
const ROW_DIGITS = 8;
const FINDING_DIGITS = 6;

/** @returns the basis as one line of text, to be stored with a decision */
export function basisText({ cells, said, findings }: Basis): string {
  const contents = storedCells(cells);
  const isSmall = JSON.stringify(contents).length <= MOST_CHARACTERS;
  const stored: Stored = {
    d: digestOf({ cells, said }),
    ...(isSmall ? { c: contents } : { r: rowHashes(cells) }),
    ...(said === null ? {} : { s: said }),
    ...(findings.length === 0 ? {} : { f: findings.map(findingHash).sort().join('') }),
  };
  return JSON.stringify(stored);
}

/** @returns the digest of a stored basis, the same for the same contents wherever they stand; `null` for what is no basis */
export const basisDigest = (text: string): string | null => parsed(text)?.d ?? null;

/** The same for the same contents, wherever the cells stand. */
export function digestOf({ cells, said }: Pick<Basis, 'cells' | 'said'>): string {
  return sha256Text(JSON.stringify([said, ...cells.map(({ key, mark }) => [key, comparableMark(mark)])]));
}

function rowHashes(cells: readonly RestingCell[]): Readonly<Record<string, string>> {
  const rows = new Map<string, string[]>();
  for (const { key, place, mark } of cells) {
    const row = place ? rowKey(place) : '';
    const known = rows.get(row);
    const part = JSON.stringify([key, comparableMark(mark)]);
    if (known) known.push(part);
    else rows.set(row, [part]);
  }
  return Object.fromEntries([...rows].map(([row, parts]) => [row, sha256Text(parts.join()).slice(0, ROW_DIGITS)]));
}

const rowKey = ({ table, rowId }: Pick<TablePlace, 'table' | 'rowId'>): string => `${table}|${rowId}`;
const findingHash = (id: string): string => sha256Text(id).slice(0, FINDING_DIGITS);

/**
 * What has changed since a basis was stored.
 * @param text as `basisText` gave it
 * @param now the basis of the same thing in the workbook of now
 * @returns empty where the decision still stands on the same formulas and inputs
 */
export function basisChanges(text: string, now: Basis): readonly BasisChange[] {
  const then = parsed(text);
  if (!then) return [change('undetailed')];
  const found = then.d === digestOf(now) ? [] : contentChanges(then, now);
  return [...found, ...newFindings(then.f ?? '', now.news)];
}

function contentChanges(then: Stored, now: Basis): readonly BasisChange[] {
  const said = (then.s ?? null) === now.said ? [] : [change('said')];
  const cells = then.c ? cellChanges(marksOf(then.c), now.cells) : rowChanges(then.r ?? {}, now.cells);
  const all = [...said, ...cells];
  return all.length > 0 ? all : [change('undetailed')];
}

function cellChanges(then: ReadonlyMap<string, string>, now: readonly RestingCell[]): readonly BasisChange[] {
  const known = new Map(then);
  const found = now.flatMap(({ key, place, cell, mark }): BasisChange[] => {
    const before = known.get(key);
    known.delete(key);
    if (before === undefined) return [{ kind: 'added', place, cell, from: null, to: shownMark(mark) }];
    if (comparableMark(before) === comparableMark(mark)) return [];
    return [{ kind: 'changed', place, cell, from: shownMark(before), to: shownMark(mark) }];
  });
  const gone = [...known].map(([key, mark]): BasisChange => ({
    kind: 'removed',
    place: placeOfKey(key),
    cell: null,
    from: shownMark(mark),
    to: null,
  }));
  return withoutFollowers([...found, ...gone]);
}

/** A changed formula reads other cells than before: that they came or went says no more than the formula does. */
function withoutFollowers(changes: readonly BasisChange[]): readonly BasisChange[] {
  const contents = changes.filter(({ kind }) => kind === 'changed');
  return contents.length > 0 ? contents : changes;
}

function placeOfKey(key: string): TablePlace | null {
  const [table, rowId, column, ...more] = key.split('|');
  if (more.length > 0 || column === undefined || column.includes('>')) return null;
  return { table: table!, rowId: rowId!, column };
}

function rowChanges(then: Readonly<Record<string, string>>, now: readonly RestingCell[]): readonly BasisChange[] {
  const hashes = rowHashes(now);
  const first = new Map<string, RestingCell>();
  for (const cell of now) {
    const row = cell.place ? rowKey(cell.place) : '';
    if (!first.has(row)) first.set(row, cell);
  }
  const rows = [...new Set([...Object.keys(then), ...Object.keys(hashes)])].filter((row) => then[row] !== hashes[row]);
  return rows.map((row) => {
    const [table, rowId] = row.split('|');
    const place = row === '' ? null : { table: table!, rowId: rowId!, column: null };
    return { kind: 'row', place, cell: first.get(row)?.cell ?? null, from: null, to: null };
  });
}

function newFindings(then: string, now: readonly string[]): readonly BasisChange[] {
  const known = new Set(then.match(new RegExp(`.{${FINDING_DIGITS}}`, 'g')) ?? []);
  return now.filter((id) => !known.has(findingHash(id))).map((id) => ({ ...change('finding'), to: id }));
}

const change = (kind: BasisChange['kind']): BasisChange => ({ kind, place: null, cell: null, from: null, to: null });

function parsed(text: string): Stored | null {
  try {
    const json = JSON.parse(text) as unknown;
    return isStored(json) ? json : null;
  } catch {
    return null;
  }
}

function isStored(json: unknown): json is Stored {
  if (typeof json !== 'object' || json === null) return false;
  const { d, c, r, s, f } = json as Record<string, unknown>;
  const isTexts = (one: unknown): boolean =>
    one === undefined ||
    (typeof one === 'object' && one !== null && Object.values(one).every((value) => typeof value === 'string'));
  const isText = (one: unknown): boolean => one === undefined || typeof one === 'string';
  return typeof d === 'string' && (c === undefined || isStoredCells(c)) && isTexts(r) && isText(s) && isText(f);
}
