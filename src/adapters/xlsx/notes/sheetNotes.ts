import { cellAddress, parseRange } from '../../../core/workbook/a1';
import type { CellNote, NoteEdit } from '../../../core/workbook/note';
import { elementsOf, prefixOf } from '../write/patch/elements';
import type { Package } from '../write/patch/package';
import {
  addContentType,
  addDefaultType,
  addRelationship,
  freePath,
  removePart,
  withoutElements,
} from '../write/patch/packageEdits';
import { relationshipsOf, type PartReference } from '../write/patch/relationships';
import type { SheetEntry } from '../write/patch/workbookIndex';
import { notesIn, withNotes, withoutNotes } from './commentsPart';
import { withoutShapes, withShapes } from './noteShapes';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

/** What may stand after `legacyDrawing` in a sheet (ECMA-376 part 1, 18.3.1.99). */
const AFTER_DRAWING = new Set([
  ...['legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems', 'tableParts'],
  ...['AlternateContent', 'extLst'],
]);

const commentsOf = (pack: Package, path: string): PartReference | undefined =>
  relationshipsOf(pack, path).find(({ kind }) => kind === 'comments');

/** @returns a sheet's notes; of a thread of comments the note that stands for it */
export function sheetNotes(pack: Package, { path, name }: SheetEntry): readonly CellNote[] {
  const comments = commentsOf(pack, path);
  if (!comments) return [];
  return notesIn(pack.text(comments.path), comments.path).flatMap(({ ref, text }) => {
    const place = parseRange(ref);
    return place ? [{ cell: { sheet: name, row: place.top, column: place.left }, text }] : [];
  });
}

/** Writes and removes notes of one sheet. Whatever else stands in its parts stays as it was, to the letter. */
export function editSheetNotes(pack: Package, sheet: SheetEntry, edits: readonly NoteEdit[]): void {
  removeNotes(
    pack,
    sheet,
    edits.filter(({ was }) => was !== null),
  );
  addNotes(
    pack,
    sheet,
    edits.flatMap(({ cell, text }) => (text === null ? [] : [{ cell, text }])),
  );
}

function addNotes(pack: Package, sheet: SheetEntry, notes: readonly CellNote[]): void {
  if (notes.length === 0) return;
  const places = notes.map(({ cell }) => cell);
  const listed = notes.map(({ cell, text }) => ({ ref: cellAddress(cell), text }));
  const comments = commentsOf(pack, sheet.path)?.path ?? newComments(pack, sheet);
  pack.write(comments, withNotes(pack.has(comments) ? pack.text(comments) : null, comments, listed));
  const drawing = drawingOf(pack, sheet)?.path ?? newDrawing(pack, sheet);
  pack.write(drawing, withShapes(pack.has(drawing) ? pack.text(drawing) : null, places, Number(sheet.sheetId)));
}

function newComments(pack: Package, sheet: SheetEntry): string {
  const path = freePath(pack, 'xl/comments');
  addContentType(pack, path, COMMENTS_TYPE);
  addRelationship(pack, sheet.path, `${OFFICE}/comments`, `/${path}`);
  return path;
}

function newDrawing(pack: Package, sheet: SheetEntry): string {
  const path = freePath(pack, 'xl/drawings/vmlDrawing', 'vml');
  addDefaultType(pack, 'vml', DRAWING_TYPE);
  const id = addRelationship(pack, sheet.path, `${OFFICE}/vmlDrawing`, `/${path}`);
  pack.write(sheet.path, withDrawing(pack.text(sheet.path), sheet.path, id));
  return path;
}

function withDrawing(xml: string, part: string, id: string): string {
  const elements = elementsOf(xml, part);
  const prefix = prefixOf(/^<([^\s/>]+)/.exec(xml.slice(elements[0]!.start))![1]!);
  const next = elements.find(({ name, depth }) => depth === 1 && AFTER_DRAWING.has(name));
  const at = next?.start ?? xml.lastIndexOf('</');
  return `${xml.slice(0, at)}<${prefix}legacyDrawing xmlns:r="${OFFICE}" r:id="${id}"/>${xml.slice(at)}`;
}

/** The drawing of a sheet's notes; headers and footers may have one of their own. */
function drawingOf(pack: Package, { path }: SheetEntry): PartReference | undefined {
  const element = elementsOf(pack.text(path), path).find(({ name, depth }) => depth === 1 && name === 'legacyDrawing');
  const ids = Object.entries(element?.attributes ?? {}).flatMap(([name, value]) => (name.endsWith(':id') ? value : []));
  return relationshipsOf(pack, path).find(({ id }) => ids.includes(id));
}

function removeNotes(pack: Package, sheet: SheetEntry, edits: readonly NoteEdit[]): void {
  const comments = commentsOf(pack, sheet.path);
  if (!comments || edits.length === 0) return;
  const refs = new Set(edits.map(({ cell }) => cellAddress(cell)));
  const left = withoutNotes(pack.text(comments.path), comments.path, refs);
  if (left === null) removePart(pack, comments.path, sheet.path, comments.id);
  else pack.write(comments.path, left);
  removeShapes(pack, sheet, refs);
}

function removeShapes(pack: Package, sheet: SheetEntry, refs: ReadonlySet<string>): void {
  const drawing = drawingOf(pack, sheet);
  if (!drawing) return;
  const left = withoutShapes(pack.text(drawing.path), (place) => refs.has(cellAddress(place)));
  if (left !== null) return pack.write(drawing.path, left);
  removePart(pack, drawing.path, sheet.path, drawing.id);
  const { path } = sheet;
  pack.write(
    path,
    withoutElements(pack.text(path), path, ({ name }) => name === 'legacyDrawing'),
  );
}
