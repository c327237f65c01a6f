import type { CellRef } from '../../../core/workbook/cell';

type Place = Pick<CellRef, 'row' | 'column'>;

/** The box of a note that is closed until someone points at the cell: its width in columns, its height in rows. */
const COLUMNS = 3;
const ROWS = 8;
/** Pixels by which the box stands off the cell. */
const OFF = 12;

const TEXT_BOX =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** @param number of the sheet, for shape numbers that no other sheet has */
const emptyDrawing = (number: number): string =>
  `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${number}"/></o:shapelayout></xml>`;

/** Shapes of a drawing with the text that follows each. The format is XML in name only: Excel itself writes tags that it does not close. */
export const SHAPES = /<v:shape\s[^]*?<\/v:shape>\s*/g;

/** @param drawing `null` for a sheet without one @returns the drawing with a box for each cell's note */
export function withShapes(drawing: string | null, places: readonly Place[], sheet: number): string {
  const before = drawing ?? emptyDrawing(sheet);
  const first = nextNumber(before, sheet);
  const type = before.includes('id="_x0000_t202"') ? '' : TEXT_BOX;
  const shapes = places.map((place, index) => shapeOf(place, first + index));
  const end = before.lastIndexOf('</xml>');
  return before.slice(0, end) + type + shapes.join('') + before.slice(end);
}

/** @returns the drawing without the notes' boxes of these cells; `null` where nothing is drawn any more */
export function withoutShapes(drawing: string, isGone: (place: Place) => boolean): string | null {
  const left = drawing.replace(SHAPES, (shape) => {
    const place = placeOfNote(shape);
    return place && isGone(place) ? '' : shape;
  });
  return /<v:(?!shapetype|stroke|path)/.test(left) ? left : null;
}

/** @returns the cell of a note's box, `null` for any other shape */
export function placeOfNote(shape: string): Place | null {
  if (!/ObjectType=["']Note["']/.test(shape)) return null;
  const [row, column] = ['Row', 'Column'].map((name) => new RegExp(`<x:${name}>\\s*(\\d+)\\s*<`).exec(shape)?.[1]);
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}

/** Excel gives each drawing a thousand numbers of its own. */
function nextNumber(drawing: string, sheet: number): number {
  const taken = [...drawing.matchAll(/_x0000_s(\d+)/g)].map(([, number]) => Number(number));
  return Math.max(sheet * 1024, ...taken) + 1;
}

function shapeOf({ row, column }: Place, number: number): string {
  const top = Math.max(row - 1, 0);
  const anchor = [column + 1, OFF, top, OFF, column + 1 + COLUMNS, OFF, top + ROWS, OFF].join(', ');
  return (
    `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}
