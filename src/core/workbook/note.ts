import { KmcError, message } from '../message';
import { sheetCellAddress } from './a1';
import type { CellRef } from './cell';

/** What people wrote at a cell, beside its content: a note, or a thread of comments where a note would stand. */
export interface CellNote {
  readonly cell: CellRef;
  readonly text: string;
}

/** One change to the note of a cell, made only while the note is as it was read. */
export interface NoteEdit {
  readonly cell: CellRef;
  /** The note that is there; `null` where there must be none. */
  readonly was: string | null;
  /** The note that takes its place; `null` removes it. */
  readonly text: string | null;
}

/** @returns a note's text as every program keeps it: lines end with `\n`, nothing blank at the end */
export const noteText = (text: string): string => text.replace(/\r\n?/g, '\n').trimEnd();

/** @returns a key of the cell; Excel takes names of sheets without their letter case */
export const noteKey = ({ sheet, row, column }: CellRef): string => `${row},${column},${sheet.toLowerCase()}`;

/**
 * @param notes of the workbook as they are now
 * @throws KmcError where an edit was planned on another note than the one that is there
 */
export function requireAsRead(notes: readonly CellNote[], edits: readonly NoteEdit[]): void {
  const byCell = new Map(notes.map((note) => [noteKey(note.cell), noteText(note.text)]));
  const changed = edits.find(({ cell, was }) => {
    const now = byCell.get(noteKey(cell)) ?? null;
    return now !== (was === null ? null : noteText(was));
  });
  if (changed) throw new KmcError(message('host.note-changed', { cell: sheetCellAddress(changed.cell) }));
}
