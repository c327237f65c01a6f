import { readFileSync } from 'node:fs';
import path from 'node:path';
import { editFileNotes, fileNotes } from '../../../../src/adapters/xlsx/notes/fileNotes';
import { restructure } from '../../../../src/adapters/xlsx/write/structure/restructure';
import { KmcError } from '../../../../src/core/message';
import type { NoteEdit } from '../../../../src/core/workbook/note';
import { partsOf } from '../write/package';
import { rawBook, relationship, SHEET_PATH, worksheet } from '../write/rawBook';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** As Excel writes notes: an author's name in bold before the text, and HTML in the box that it does not close. */
const COMMENTS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<comments xmlns="${MAIN}"><authors><author>山田</author></authors><commentList><comment ref="B2" authorId="0" shapeId="0"><text><r><rPr><b/></rPr><t>山田:</t></r><r><t xml:space="preserve">
この値は？</t></r></text></comment></commentList></comments>`;
const DRAWING = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
 <o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/></v:shapetype>
 <v:shape id="_x0000_s1025" type="#_x0000_t202" style='position:absolute;visibility:hidden'><v:textbox><div style='text-align:left'><br></div></v:textbox><x:ClientData ObjectType="Note"><x:Anchor>2, 15, 1, 10, 4, 15, 5, 4</x:Anchor><x:Row>1</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>`;

const ROWS = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>';

const bare = (): Uint8Array =>
  rawBook(worksheet(ROWS, '', '<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>'));

const noted = (): Uint8Array =>
  rawBook(worksheet(ROWS, '', '<legacyDrawing r:id="rId2"/>'), {
    'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship('rId1', 'comments', '../comments1.xml')}${relationship('rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml')}</Relationships>`,
    'xl/comments1.xml': COMMENTS,
    'xl/drawings/vmlDrawing1.vml': DRAWING,
  });

const cell = (row: number, column: number) => ({ sheet: 'S', row, column });
const add = (row: number, column: number, text: string): NoteEdit => ({ cell: cell(row, column), was: null, text });
const remove = ({ cell: at, text }: NoteEdit): NoteEdit => ({ cell: at, was: text, text: null });

/** Without the one thing that stays: that files ending in `.vml` are drawings. */
const parts = (bytes: Uint8Array): Record<string, string> => {
  const all = partsOf(bytes);
  return { ...all, '[Content_Types].xml': all['[Content_Types].xml']!.replace(/<Default Extension="vml"[^>]*>/, '') };
};

describe('notes in an .xlsx file', () => {
  it('are read as people see them', () => {
    expect(fileNotes(noted())).toEqual([{ cell: cell(1, 1), text: '山田:\nこの値は？' }]);
    expect(fileNotes(bare())).toEqual([]);
  });

  it.each([
    ['a sheet without notes', bare],
    ['a sheet with notes of others', noted],
  ])('in %s come and go without a trace', (_what, book) => {
    const edits = [add(0, 0, 'one'), add(4, 7, 'two\n<&>')];
    const with2 = editFileNotes(book(), edits);
    expect(fileNotes(with2)).toEqual([
      ...fileNotes(book()),
      ...edits.map(({ cell: at, text }) => ({ cell: at, text })),
    ]);
    expect(parts(editFileNotes(with2, edits.map(remove)))).toEqual(parts(book()));
  });

  it('stand after those of others, which stay to the letter', () => {
    const all = parts(editFileNotes(noted(), [add(0, 0, 'one')]));
    const [, foreign] = /(<comment ref="B2".*<\/comment>)<comment ref="A1"/s.exec(all['xl/comments1.xml']!)!;
    expect(COMMENTS).toContain(foreign!);
    expect(all['xl/comments1.xml']).toContain('<author>山田</author><author>KMC</author>');
    expect(all['xl/drawings/vmlDrawing1.vml']!.startsWith(DRAWING.slice(0, -'</xml>'.length))).toBe(true);
    expect(all['xl/drawings/vmlDrawing1.vml']).toContain('<x:Row>0</x:Row><x:Column>0</x:Column>');
    expect(all[SHEET_PATH]).toBe(parts(noted())[SHEET_PATH]);
  });

  it('are known to the package: type, relationships, and the drawing where the format wants it', () => {
    const all = partsOf(editFileNotes(bare(), [add(0, 0, 'one')]));
    expect(all['[Content_Types].xml']).toMatch(
      /<Override PartName="\/xl\/comments1.xml" ContentType="[^"]*comments\+xml"/,
    );
    expect(all['[Content_Types].xml']).toMatch(/<Default Extension="vml" ContentType="[^"]*vmlDrawing"/);
    const [, id] = /Id="(\w+)"[^>]*Target="\/xl\/drawings\/vmlDrawing1.vml"/.exec(
      all['xl/worksheets/_rels/sheet1.xml.rels']!,
    )!;
    expect(all[SHEET_PATH]).toMatch(new RegExp(`<pageMargins[^>]*/><legacyDrawing [^>]*r:id="${id}"/></worksheet>$`));
  });

  it('take the place of a note that is named, and of no other', () => {
    const changed = editFileNotes(editFileNotes(noted(), [add(0, 0, 'one')]), [
      { cell: cell(0, 0), was: 'one', text: 'two' },
    ]);
    expect(fileNotes(changed).map(({ text }) => text)).toEqual(['山田:\nこの値は？', 'two']);
    expect(partsOf(changed)['xl/drawings/vmlDrawing1.vml']!.match(/<x:ClientData/g)).toHaveLength(2);
    expect(() => editFileNotes(noted(), [add(1, 1, 'over')])).toThrow(KmcError);
  });

  it('stay before tables and what else must come after the drawing', () => {
    const bytes = new Uint8Array(readFileSync(path.resolve(__dirname, '../../../../samples/radar.xlsx')));
    const sheet = '応募製品等';
    const after = partsOf(editFileNotes(bytes, [{ cell: { sheet, row: 5, column: 3 }, was: null, text: 'one' }]));
    const changed = Object.entries(after).find(([, text]) => text.includes('<legacyDrawing '))![1];
    expect(changed.indexOf('<legacyDrawing ')).toBeLessThan(changed.indexOf('<tableParts'));
    expect(changed.indexOf('<legacyDrawing ')).toBeGreaterThan(changed.indexOf('<pageSetup'));
  });

  it('go where their rows go, and go with rows that are deleted', () => {
    const book = editFileNotes(noted(), [add(0, 0, 'one'), add(3, 0, 'four')]);
    const rows = [
      { from: 0, count: 1 },
      { from: null, count: 2 },
      { from: 1, count: 2 },
      { from: 4, count: 1_000_000 },
    ];
    const moved = restructure(book, { rows: new Map([['S', rows]]), tables: [], looks: new Map() });
    expect(fileNotes(moved)).toEqual([
      { cell: cell(3, 1), text: '山田:\nこの値は？' },
      { cell: cell(0, 0), text: 'one' },
    ]);
    const drawing = partsOf(moved)['xl/drawings/vmlDrawing1.vml']!;
    expect([...drawing.matchAll(/<x:Row>(\d+)</g)].map(([, row]) => row)).toEqual(['3', '0']);
    expect(drawing).toContain('<x:Anchor>2, 15, 3, 10, 4, 15, 7, 4</x:Anchor>');
  });
});
