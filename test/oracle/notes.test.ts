import { editFileNotes, fileNotes } from '../../src/adapters/xlsx/notes/fileNotes';
import { isOwnNote, ownNote } from '../../src/core/review/notes/ownNotes';
import { sampleBytes } from '../support/reviewedSample';
import { recalculateInLibreOffice } from './libreOffice';

it('notes are read and saved by LibreOffice, and are known again', () => {
  const sheet = '応募製品等';
  const note = ownNote('審査【要修正】排出原単位\n出典を示してください。 <&>\n（審査者、2026-04-01、第1回）');
  const theirs = '山田: この値は？';
  const bytes = editFileNotes(sampleBytes('radar'), [
    { cell: { sheet, row: 6, column: 8 }, was: null, text: note },
    { cell: { sheet, row: 7, column: 8 }, was: null, text: theirs },
  ]);
  const saved = recalculateInLibreOffice(bytes);
  const after = fileNotes(saved);
  expect(after.map(({ cell: { row, column } }) => [row, column])).toEqual([
    [6, 8],
    [7, 8],
  ]);
  expect(after.map(({ text }) => isOwnNote(text))).toEqual([true, false]);
  expect(after[1]!.text).toBe(theirs);
  const without = editFileNotes(saved, [{ cell: after[0]!.cell, was: after[0]!.text, text: null }]);
  expect(fileNotes(recalculateInLibreOffice(without))).toEqual([after[1]]);
});
