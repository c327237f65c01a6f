import * as React from 'react';
import type { AdoptableTable, Adoption } from '../../core/adoption/types';
import { placeColumn } from '../../core/adoption/changeAdoption';
import { rowsOf } from '../../core/template/caseRows';
import { readOwnList, type OwnList } from '../../core/entry/ownList';
import { parseDelimited, separatorOf } from '../../core/entry/parseDelimited';
import type { Case } from '../../core/case/types';
import { failure, success, type Message, type Outcome } from '../../core/message';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { reasonOf, type Known } from '../outcome/followWorkbook';
import { decodeText } from './decodeText';

/** A list that is brought along, while it is looked at. */
export interface OwnListState {
  readonly table: AdoptableTable;
  readonly text: string;
  /** The key each column was placed under by hand, by its place; `null`: not read. */
  readonly placed: Readonly<Record<number, string | null>>;
  /** Lines that were added, from 1, each with the id it got: while that stands in the table the line is not offered again. */
  readonly added: ReadonlyMap<number, string>;
}

const NOTHING: Omit<OwnListState, 'table'> = { text: '', placed: {}, added: new Map() };

export interface OwnListControl {
  readonly state: OwnListState;
  /** `null` while there is no text. */
  readonly list: Outcome<OwnList> | null;
  readonly setText: (text: string) => void;
  readonly setTable: (table: AdoptableTable) => void;
  readonly place: (column: number, key: string | null) => void;
  readonly addedLines: (ids: ReadonlyMap<number, string>) => void;
  readonly readFile: (file: Blob) => Promise<void>;
}

/** What is typed is judged a moment behind the field. */
export function useOwnList({ snapshot, outcome }: Known): OwnListControl {
  const [state, setState] = React.useState<OwnListState>({ table: 'KmcFactors', ...NOTHING });
  const [unreadable, setUnreadable] = React.useState<Message | null>(null);
  const late = React.useDeferredValue(state);
  const list = React.useMemo(
    () => (late.text.trim() === '' ? null : listOf(snapshot, outcome.case, late)),
    [snapshot, outcome, late],
  );
  const setText = (text: string) => {
    setUnreadable(null);
    setState((last) => ({ ...NOTHING, table: last.table, text }));
  };
  return {
    state,
    list: unreadable ? { ok: false, message: unreadable } : list,
    setText,
    setTable: (table) => setState((last) => ({ ...last, table, placed: {}, added: new Map() })),
    place: (column, key) => setState((last) => ({ ...last, placed: { ...last.placed, [column]: key } })),
    addedLines: (ids) => setState((last) => ({ ...last, added: new Map([...last.added, ...ids]) })),
    readFile: async (file) => {
      const text = await textOf(file);
      setText(text.ok ? text.value : '');
      setUnreadable(text.ok ? null : text.message);
    },
  };
}

async function textOf(file: Blob): Promise<Outcome<string>> {
  try {
    const text = decodeText(new Uint8Array(await file.arrayBuffer()));
    return text === null ? failure('inventory.own.encoding') : success(text);
  } catch (error) {
    return { ok: false, message: reasonOf(error) };
  }
}

/**
 * The list as it would stand in a workbook, without the lines that were added and stand there.
 * @param read the case in `snapshot`
 */
export function listOf(
  snapshot: WorkbookSnapshot,
  read: Case,
  { text, table, placed, added }: OwnListState,
): Outcome<OwnList> {
  const cells = parseDelimited(text, separatorOf(text));
  if (!cells.ok) return cells;
  const ids = new Set(rowsOf(read, table).map(({ id }) => id));
  const isThere = (line: number): boolean => ids.has(added.get(line) ?? '');
  const left = cells.value.map((cells, index) => (isThere(index + 1) ? [] : cells));
  return readOwnList(snapshot, table, left, (beside, proposed) => placedByHand(beside, proposed, placed));
}

const placedByHand = (
  beside: WorkbookSnapshot,
  proposed: Adoption,
  placed: Readonly<Record<number, string | null>>,
): Adoption =>
  Object.entries(placed).reduce(
    (adoption, [column, key]) => placeColumn(beside, adoption, Number(column), key),
    proposed,
  );
