import { cellAddress, parseRange } from '../../../core/workbook/a1';
import { elementsOf } from '../write/patch/elements';
import type { Package } from '../write/patch/package';
import { withoutElements } from '../write/patch/packageEdits';
import { relationshipsOf } from '../write/patch/relationships';
import type { SheetEntry } from '../write/patch/workbookIndex';
import { replaced, withAttribute } from '../write/structure/replacements';
import type { RowMap } from '../write/structure/rowMap';
import { SHAPES, placeOfNote } from './noteShapes';

/** Elements that name the cell a note or a comment of a thread is about. */
const NOTES = new Set(['comment', 'threadedComment']);
const PARTS = new Set(['comments', 'threadedComment']);

/** Notes and threads of comments go where their rows go; those of a deleted row go with it, as in Excel. */
export function moveNotes(pack: Package, sheet: SheetEntry, map: RowMap): void {
  for (const { kind, path } of relationshipsOf(pack, sheet.path)) {
    if (PARTS.has(kind)) pack.write(path, movedNotes(pack.text(path), path, map));
    if (kind === 'vmlDrawing') pack.write(path, movedShapes(pack.text(path), map));
  }
}

/** @returns whether a drawing holds nothing but boxes of notes and pictures, which know no other cells */
export const drawsNotesAlone = (drawing: string): boolean =>
  [...drawing.matchAll(/ObjectType=["'](\w+)["']/g)].every(([, kind]) => kind === 'Note' || kind === 'Pict');

function movedNotes(xml: string, part: string, map: RowMap): string {
  const left = withoutElements(
    xml,
    part,
    ({ name, attributes }) => NOTES.has(name) && movedRef(attributes.ref ?? '', map) === null,
  );
  return replaced(
    left,
    elementsOf(left, part).flatMap(({ name, attributes, start, tagEnd }) => {
      const ref = NOTES.has(name) ? movedRef(attributes.ref ?? '', map) : null;
      return ref === null ? [] : [{ start, end: tagEnd, text: withAttribute(left.slice(start, tagEnd), 'ref', ref) }];
    }),
  );
}

function movedRef(ref: string, map: RowMap): string | null {
  const place = parseRange(ref);
  const row = place ? map.row(place.top) : null;
  return place && row !== null ? cellAddress({ row, column: place.left }) : null;
}

const movedShapes = (drawing: string, map: RowMap): string =>
  drawing.replace(SHAPES, (shape) => {
    const place = placeOfNote(shape);
    if (!place) return shape;
    const row = map.row(place.row);
    return row === null ? '' : movedShape(shape, row - place.row);
  });

/** The third and the seventh number of an anchor are rows. */
const movedShape = (shape: string, by: number): string =>
  shape
    .replace(/(<x:Row>\s*)(\d+)/, (_, tag: string, row: string) => tag + (Number(row) + by))
    .replace(/(<x:Anchor>)([^<]*)/, (_, tag: string, anchor: string) => {
      const numbers = anchor.split(',').map((each) => Number(each.trim()));
      const moved = numbers.map((each, index) => (index === 2 || index === 6 ? Math.max(each + by, 0) : each));
      return tag + moved.join(', ');
    });
