import * as React from 'react';
import type { Adoption } from '../../core/adoption/types';
import { placeColumn } from '../../core/adoption/changeAdoption';
import { readOwnList, type OwnList } from '../../core/entry/ownList';
import { parseDelimited, separatorOf } from '../../core/entry/parseDelimited';
import type { AdoptableTable } from '../../core/adoption/types';
import { message, type Outcome } from '../../core/message';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { decodeText } from './decodeText';

/** A list that is brought along, while it is looked at. */
export interface OwnListState {
  readonly table: AdoptableTable;
  readonly text: string;
  /** The key each column was placed under by hand, by its place; `null`: not read. */
  readonly placed: Readonly<Record<number, string | null>>;
  /** Lines that stand in the workbook by now, from 1: they are not offered again. */
  readonly added: ReadonlySet<number>;
}

const NOTHING: Omit<OwnListState, 'table'> = { text: '', placed: {}, added: new Set() };

export interface OwnListControl {
  readonly state: OwnListState;
  /** `null` while there is no text. */
  readonly list: Outcome<OwnList> | null;
  readonly setText: (text: string) => void;
  readonly setTable: (table: AdoptableTable) => void;
  readonly place: (column: number, key: string | null) => void;
  readonly addedLines: (lines: readonly number[]) => void;
  readonly readFile: (file: Blob) => Promise<void>;
}

export function useOwnList(snapshot: WorkbookSnapshot): OwnListControl {
  const [state, setState] = React.useState<OwnListState>({ table: 'KmcFactors', ...NOTHING });
  const [unreadable, setUnreadable] = React.useState(false);
  const list = React.useMemo(() => (state.text.trim() === '' ? null : listOf(snapshot, state)), [snapshot, state]);
  const setText = (text: string) => {
    setUnreadable(false);
    setState((last) => ({ ...NOTHING, table: last.table, text }));
  };
  return {
    state,
    list: unreadable ? { ok: false, message: message('inventory.own.encoding') } : list,
    setText,
    setTable: (table) => setState((last) => ({ ...last, table, placed: {}, added: new Set() })),
    place: (column, key) => setState((last) => ({ ...last, placed: { ...last.placed, [column]: key } })),
    addedLines: (lines) => setState((last) => ({ ...last, added: new Set([...last.added, ...lines]) })),
    readFile: async (file) => {
      const text = decodeText(new Uint8Array(await file.arrayBuffer()));
      setText(text ?? '');
      setUnreadable(text === null);
    },
  };
}

/** The list as it would stand in this workbook, without the lines that stand there already. */
export function listOf(snapshot: WorkbookSnapshot, { text, table, placed, added }: OwnListState): Outcome<OwnList> {
  const cells = parseDelimited(text, separatorOf(text));
  if (!cells.ok) return cells;
  const left = cells.value.map((line, index) => (added.has(index + 1) ? [] : line));
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
