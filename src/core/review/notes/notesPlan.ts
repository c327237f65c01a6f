import type { CellRef } from '../../workbook/cell';
import { noteKey, noteText, type CellNote, type NoteEdit } from '../../workbook/note';
import { isOwnNote, ownNote } from './ownNotes';

/** What to write so that a workbook shows certain notes of KMC and no others of KMC. */
export interface NotesPlan {
  readonly edits: readonly NoteEdit[];
  /** Cells where somebody else's words stand; the note wanted there is not written. */
  readonly occupied: readonly CellRef[];
}

/**
 * Words of other people, and a note of KMC that somebody has changed, are left alone.
 * @param present everything that is written at cells now
 * @param wanted at most one a cell, without the line that marks KMC's own; none removes them all
 */
export function notesPlan(present: readonly CellNote[], wanted: readonly CellNote[]): NotesPlan {
  const now = new Map(present.map((note) => [noteKey(note.cell), note]));
  const signed = wanted.map(({ cell, text }) => ({ cell, text: ownNote(text) }));
  const keys = new Set(signed.map(({ cell }) => noteKey(cell)));
  const isFree = ({ cell }: CellNote): boolean => {
    const there = now.get(noteKey(cell));
    return there === undefined || isOwnNote(there.text);
  };
  const gone = present.filter(({ cell, text }) => isOwnNote(text) && !keys.has(noteKey(cell)));
  const written = signed.filter(isFree).flatMap(({ cell, text }): readonly NoteEdit[] => {
    const was = now.get(noteKey(cell))?.text ?? null;
    return was !== null && noteText(was) === text ? [] : [{ cell, was, text }];
  });
  return {
    edits: [...gone.map(({ cell, text }) => ({ cell, was: text, text: null })), ...written],
    occupied: signed.filter((note) => !isFree(note)).map(({ cell }) => cell),
  };
}
