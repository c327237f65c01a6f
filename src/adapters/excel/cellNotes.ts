/// <reference types="office-js" />
import { KmcError, message } from '../../core/message';
import { cellAddress, sheetCellAddress } from '../../core/workbook/a1';
import { noteKey, noteText, requireAsRead, type CellNote, type NoteEdit } from '../../core/workbook/note';

/** Notes came with ExcelApi 1.18. Older ones have threads of comments alone: conversations under the user's own name, which are not KMC's to begin or to end. */
export const canWriteNotes = (): boolean =>
  Office.context.requirements.isSetSupported('ExcelApi', '1.18') && 'notes' in Excel.Workbook.prototype;

/** Two round trips: what is written, and where. */
export async function readNotes(context: Excel.RequestContext): Promise<readonly CellNote[]> {
  const { notes, comments } = context.workbook;
  notes.load('items/content');
  comments.load('items/content');
  await context.sync();
  const written = [...notes.items, ...comments.items].map((item) => ({
    text: item.content,
    at: item.getLocation().load('rowIndex,columnIndex,worksheet/name'),
  }));
  await context.sync();
  return written.map(({ text, at }) => ({
    cell: { sheet: at.worksheet.name, row: at.rowIndex, column: at.columnIndex },
    text,
  }));
}

/**
 * Writes notes in one request, and reads back what Excel made of them.
 * @throws KmcError for a sheet that does not exist or is protected, or for a note that has changed, before anything is written; for a note
 *   that is not as written
 */
export async function writeNotes(context: Excel.RequestContext, edits: readonly NoteEdit[]): Promise<void> {
  if (edits.length === 0) return;
  await requireOpenSheets(context, edits);
  requireAsRead(await readNotes(context), edits);
  edits.forEach((edit) => queue(context, edit));
  await context.sync();
  requireWritten(await readNotes(context), edits);
}

function queue({ workbook }: Excel.RequestContext, { cell, was, text }: NoteEdit): void {
  const { notes } = workbook.worksheets.getItem(cell.sheet);
  if (was === null) {
    if (text !== null) notes.add(cellAddress(cell), text);
    return;
  }
  const note = notes.getItem(cellAddress(cell));
  if (text === null) note.delete();
  else note.content = text;
}

/** A protected sheet takes no notes, also where its cells are not locked. */
async function requireOpenSheets(context: Excel.RequestContext, edits: readonly NoteEdit[]): Promise<void> {
  const sheets = [...new Set(edits.map(({ cell }) => cell.sheet))].map((name) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    return { name, sheet: sheet.load('protection/protected') };
  });
  await context.sync();
  const missing = sheets.find(({ sheet }) => sheet.isNullObject);
  if (missing) throw new KmcError(message('host.unknown-sheet', { sheet: missing.name }));
  const shielded = sheets.filter(({ sheet }) => sheet.protection.protected).map(({ name }) => name);
  if (shielded.length > 0) throw new KmcError(message('excel.protected-sheets', { sheets: shielded }));
}

function requireWritten(now: readonly CellNote[], edits: readonly NoteEdit[]): void {
  const byCell = new Map(now.map(({ cell, text }) => [noteKey(cell), noteText(text)]));
  const other = edits.find(({ cell, text }) => (byCell.get(noteKey(cell)) ?? null) !== (text && noteText(text)));
  if (other)
    throw new KmcError(
      message('excel.not-as-written', {
        cell: sheetCellAddress(other.cell),
        found: byCell.get(noteKey(other.cell)) ?? '',
      }),
    );
}
