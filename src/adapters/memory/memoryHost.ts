import { KmcError, message } from '../../core/message';
import type { WorkbookHost } from '../../core/ports';
import type { CellRef } from '../../core/workbook/cell';
import { editsByKind, type WorkbookEdit } from '../../core/workbook/edit';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { noteKey, requireAsRead, type CellNote, type NoteEdit } from '../../core/workbook/note';
import { withEdits } from '../../core/workbook/withEdits';

/** A host without a spreadsheet: for tests and demonstrations. It calculates nothing. */
export interface MemoryHost extends WorkbookHost {
  /** Edits as someone other than the host's owner: listeners hear of them. */
  edit(edits: readonly WorkbookEdit[]): void;
  /** The cell shown last. */
  readonly revealed: CellRef | null;
}

export function createMemoryHost(workbook: WorkbookSnapshot): MemoryHost {
  const listeners = new Set<() => void>();
  let telling: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    telling = undefined;
    listeners.forEach((listener) => listener());
  };
  let current = workbook;
  let revealed: CellRef | null = null;
  let notes: readonly CellNote[] = [];
  return {
    notes: {
      read: async () => notes,
      write: async (changes) => {
        changes.forEach(({ cell }) => requireSheet(current, cell.sheet));
        notes = withNotes(notes, changes);
      },
    },
    snapshot: async () => current,
    apply: async (edits) => {
      current = edited(current, edits);
    },
    reveal: async (cell) => {
      requireSheet(current, cell.sheet);
      revealed = cell;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    edit: (edits) => {
      current = edited(current, edits);
      telling ??= setTimeout(tell, 0);
    },
    get revealed() {
      return revealed;
    },
  };
}

function withNotes(notes: readonly CellNote[], edits: readonly NoteEdit[]): readonly CellNote[] {
  requireAsRead(notes, edits);
  const changed = new Set(edits.map(({ cell }) => noteKey(cell)));
  const added = edits.flatMap(({ cell, text }) => (text === null ? [] : [{ cell, text }]));
  return [...notes.filter(({ cell }) => !changed.has(noteKey(cell))), ...added];
}

function edited(workbook: WorkbookSnapshot, edits: readonly WorkbookEdit[]): WorkbookSnapshot {
  editsByKind(edits).cells.forEach(({ cell }) => requireSheet(workbook, cell.sheet));
  return withEdits(workbook, edits);
}

function requireSheet({ sheets }: WorkbookSnapshot, name: string): void {
  if (!sheets.some((sheet) => sheet.name === name)) throw new KmcError(message('host.unknown-sheet', { sheet: name }));
}
