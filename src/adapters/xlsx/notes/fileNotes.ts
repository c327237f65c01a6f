import { requireAsRead, type CellNote, type NoteEdit } from '../../../core/workbook/note';
import { Package } from '../write/patch/package';
import { requireSheet, workbookIndex } from '../write/patch/workbookIndex';
import { editSheetNotes, sheetNotes } from './sheetNotes';

/**
 * @param bytes an .xlsx file
 * @returns its notes, sheet by sheet; a thread of comments by the note that stands for it
 * @throws KmcError when the file is damaged
 */
export function fileNotes(bytes: Uint8Array): readonly CellNote[] {
  const pack = new Package(bytes);
  return workbookIndex(pack).sheets.flatMap((sheet) => sheetNotes(pack, sheet));
}

/**
 * @param bytes an .xlsx file
 * @returns the file with the edits; other notes, cells and parts stay as they were, to the letter
 * @throws KmcError when the file is damaged, a sheet is not there, or a note is another one than an edit says
 */
export function editFileNotes(bytes: Uint8Array, edits: readonly NoteEdit[]): Uint8Array {
  if (edits.length === 0) return bytes.slice();
  const pack = new Package(bytes);
  const index = workbookIndex(pack);
  const concerned = new Set(edits.map(({ cell }) => requireSheet(index, cell.sheet)));
  requireAsRead(
    [...concerned].flatMap((sheet) => sheetNotes(pack, sheet)),
    edits,
  );
  for (const sheet of concerned) {
    editSheetNotes(
      pack,
      sheet,
      edits.filter(({ cell }) => cell.sheet === sheet.name),
    );
  }
  return pack.bytes();
}
