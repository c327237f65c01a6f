import * as React from 'react';
import type { Message } from '../../../core/message';
import type { WorkbookHost, WorkbookNotes } from '../../../core/ports';
import { notesPlan } from '../../../core/review/notes/notesPlan';
import type { CellRef } from '../../../core/workbook/cell';
import type { CellNote } from '../../../core/workbook/note';
import { useFileSaver } from '../../files';
import { reasonOf } from '../../outcome/followWorkbook';
import { useStart } from '../../start/session';

/** What became of the notes. */
export interface NotesDone {
  /** Cells that have a note of KMC now. */
  readonly written: number;
  /** Notes of KMC that are gone. */
  readonly removed: number;
  /** Cells where somebody else's words stand. */
  readonly occupied: readonly CellRef[];
  /** The copy, where one was written, to be saved. */
  readonly copy: Uint8Array | null;
}

export interface Notes {
  /** `workbook`: notes go into the open workbook. `copy`: into a copy of it. `nowhere`: the host has neither. */
  readonly place: 'workbook' | 'copy' | 'nowhere';
  readonly busy: boolean;
  readonly done: NotesDone | null;
  readonly failure: Message | null;
  /** Lets these notes, and none of KMC's but these, stand at the cells. */
  readonly put: (wanted: readonly CellNote[]) => void;
}

/** Writes notes where the host can keep them. */
export function useNotes(): Notes {
  const { host, workbooks } = useStart();
  const saver = useFileSaver();
  const [state, setState] = React.useState<Pick<Notes, 'busy' | 'done' | 'failure'>>(IDLE);
  React.useEffect(() => setState(IDLE), [host]);
  const asFile = host.bytes && saver ? workbooks?.asFile : undefined;
  const write = async (wanted: readonly CellNote[]): Promise<NotesDone> => {
    if (host.notes) return { ...(await written(host.notes, wanted)), copy: null };
    const copy = await asFile!(await host.bytes!());
    const done = await written(copy.notes!, wanted);
    return { ...done, copy: await copy.bytes!() };
  };
  const put = (wanted: readonly CellNote[]) => {
    setState({ ...IDLE, busy: true });
    write(wanted).then(
      (done) => setState({ ...IDLE, done }),
      (error: unknown) => setState({ ...IDLE, failure: reasonOf(error) }),
    );
  };
  return { ...state, place: placeOf(host, asFile !== undefined), put };
}

const IDLE = { busy: false, done: null, failure: null } as const;

const placeOf = ({ notes }: WorkbookHost, hasCopies: boolean): Notes['place'] =>
  notes ? 'workbook' : hasCopies ? 'copy' : 'nowhere';

async function written(notes: WorkbookNotes, wanted: readonly CellNote[]): Promise<Omit<NotesDone, 'copy'>> {
  const { edits, occupied } = notesPlan(await notes.read(), wanted);
  await notes.write(edits);
  const removed = edits.filter(({ text }) => text === null).length;
  return { written: wanted.length - occupied.length, removed, occupied };
}
