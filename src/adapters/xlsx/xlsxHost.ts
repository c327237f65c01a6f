import { KmcError, message } from '../../core/message';
import type { WorkbookHost } from '../../core/ports';
import { editFileNotes, fileNotes } from './notes/fileNotes';
import { readXlsx } from './read/readXlsx';
import { applyEdits } from './write/applyEdits';

/** An .xlsx file in memory as a host. Nobody else changes it, and it shows nothing. */
export interface XlsxHost extends WorkbookHost {
  /** The file as it is after the edits. */
  bytes(): Promise<Uint8Array>;
}

export function createXlsxHost(file: Uint8Array): XlsxHost {
  let bytes = file;
  return {
    snapshot: async () => (await readXlsx(bytes)).snapshot,
    apply: async (edits) => {
      bytes = applyEdits(bytes, edits);
    },
    reveal: async ({ sheet }) => {
      const { snapshot } = await readXlsx(bytes);
      const isKnown = snapshot.sheets.some(({ name }) => name === sheet);
      if (!isKnown) throw new KmcError(message('host.unknown-sheet', { sheet }));
    },
    onChange: () => () => {},
    bytes: async () => bytes,
    notes: {
      read: async () => fileNotes(bytes),
      write: async (edits) => {
        bytes = editFileNotes(bytes, edits);
      },
    },
  };
}
