import { unzipSync } from 'fflate';
import { applyEdits } from '../../../../src/adapters/xlsx/write/applyEdits';
import { KmcError } from '../../../../src/core/message';
import { parseCell } from '../../../../src/core/workbook/a1';
import type { CellRef, CellValue } from '../../../../src/core/workbook/cell';
import type { Edit } from '../../../../src/core/workbook/edit';
import { MORE_TEXTS } from '../../../../src/locales/moreTexts';
import { addTexts, translator } from '../../../../src/locales/translator';
import { partsOf } from './package';
import { rawBook, relationship, SHEET_PATH, worksheet } from './rawBook';

const at = (address: string): CellRef => ({ sheet: 'S', ...parseCell(address)! });
const setValue = (address: string, value: CellValue): Edit => ({ kind: 'set-value', cell: at(address), value });
const calculated = (address: string, value: CellValue): Edit => ({ kind: 'set-calculated', cell: at(address), value });
const setFormula = (address: string, formula: string, value: CellValue = null): Edit => ({
  kind: 'set-formula',
  cell: at(address),
  formula,
  value,
});

/** Rows of the sheet after the edits. */
function rowsAfter(rows: string, ...edits: Edit[]): string {
  const xml = partsOf(applyEdits(rawBook(worksheet(rows)), edits))[SHEET_PATH]!;
  return xml.slice(xml.indexOf('<sheetData>') + 11, xml.indexOf('</sheetData>'));
}

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (!(error instanceof KmcError)) throw error;
    addTexts(MORE_TEXTS);
    for (const say of [translator('en'), translator('ja')]) {
      expect(say(error.detail)).not.toMatch(/xlsx\.|\{\{|undefined/);
    }
    return error.detail.code;
  }
  throw new Error('nothing was refused');
}

describe('set-calculated', () => {
  const formula = (rest: string): string => `<row r="1"><c r="A1" s="3"${rest}</c></row>`;

  test.each([
    ['a number', 0.1 + 0.2, '<c r="A1" s="3"><f>B1</f><v>0.30000000000000004</v></c>'],
    ['a tiny number', 5e-324, '<c r="A1" s="3"><f>B1</f><v>5e-324</v></c>'],
    ['a text', 'a<b&"c"', '<c r="A1" s="3" t="str"><f>B1</f><v>a&lt;b&amp;"c"</v></c>'],
    ['an empty text', '', '<c r="A1" s="3" t="str"><f>B1</f><v></v></c>'],
    ['a truth value', true, '<c r="A1" s="3" t="b"><f>B1</f><v>1</v></c>'],
    ['an error', { error: '#DIV/0!' } as const, '<c r="A1" s="3" t="e"><f>B1</f><v>#DIV/0!</v></c>'],
    [
      'an error the format does not know',
      { error: '#SPILL!' } as const,
      '<c r="A1" s="3" t="e"><f>B1</f><v>#VALUE!</v></c>',
    ],
    ['nothing', null, '<c r="A1" s="3"><f>B1</f></c>'],
  ])('stores %s beside the formula', (_, value, cell) => {
    expect(rowsAfter(formula(' t="str"><f>B1</f><v>old</v>'), calculated('A1', value))).toBe(
      `<row r="1">${cell}</row>`,
    );
  });

  test('leaves every attribute of the formula and all but the type of the cell', () => {
    const rows =
      '<row r="1"><c cm="1" r="A1" t="e" vm="2" ph="1"><f t="array" aca="1" ref="A1" ca=\'1\'>X(&lt;1)</f><v>#VALUE!</v><extLst><ext uri="u"/></extLst></c></row>';
    expect(rowsAfter(rows, calculated('A1', 4))).toBe(
      '<row r="1"><c cm="1" r="A1" ph="1"><f t="array" aca="1" ref="A1" ca=\'1\'>X(&lt;1)</f><v>4</v><extLst><ext uri="u"/></extLst></c></row>',
    );
  });

  test('keeps a shared group as it is', () => {
    const rows =
      '<row r="1"><c r="A1"><f t="shared" ref="A1:B1" si="0">C1</f><v>1</v></c><c r="B1"><f t="shared" si="0"/><v>2</v></c></row>';
    expect(rowsAfter(rows, calculated('A1', 10), calculated('B1', 20))).toBe(
      rows.replace('>1</v>', '>10</v>').replace('>2</v>', '>20</v>'),
    );
  });

  test('is refused where a value was typed in, and where nothing is', () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row>';
    expect(codeOf(() => rowsAfter(rows, calculated('A1', 2)))).toBe('xlsx.write.notAFormula');
    expect(codeOf(() => rowsAfter(rows, calculated('A1', null)))).toBe('xlsx.write.notAFormula');
    expect(codeOf(() => rowsAfter(rows, calculated('B1', 2)))).toBe('xlsx.write.notAFormula');
  });

  test('a number that is none is refused', () => {
    expect(codeOf(() => rowsAfter('<row r="1"><c r="A1"><f>B1</f></c></row>', calculated('A1', NaN)))).toBe(
      'xlsx.write.notFinite',
    );
  });
});

describe('a formula that spills', () => {
  const spill = (ref: string, cells: string, more = ''): string =>
    `<row r="1"><c r="A1" cm="1"><f t="array" ref="${ref}">S(1)</f><v>1</v></c>${cells}</row>${more}`;

  test('keeps its block when its values change', () => {
    expect(rowsAfter(spill('A1:C1', '<c r="B1"><v>2</v></c><c r="C1" t="str"><v>x</v></c>'), calculated('B1', 5))).toBe(
      spill('A1:C1', '<c r="B1"><v>5</v></c><c r="C1" t="str"><v>x</v></c>'),
    );
  });

  test('grows to the right and down, into new cells and rows', () => {
    const edits = [calculated('B1', 2), calculated('A2', 'y'), calculated('B2', 4)];
    expect(rowsAfter(spill('A1', ''), ...edits)).toBe(
      spill('A1:B2', '<c r="B1"><v>2</v></c>', '<row r="2"><c r="A2" t="str"><v>y</v></c><c r="B2"><v>4</v></c></row>'),
    );
  });

  test('shrinks when cells come back blank, and empties them', () => {
    const more = (b: string): string => `<row r="2"><c r="A2" s="1">${b}</c></row>`;
    const rows = spill('A1:A3', '', `${more('<v>2</v>')}<row r="3"><c r="A3"><v>3</v></c></row>`);
    expect(rowsAfter(rows, calculated('A1', 9), calculated('A2', null), calculated('A3', null))).toBe(
      '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1">S(1)</f><v>9</v></c></row><row r="2"><c r="A2" s="1"/></row><row r="3"><c r="A3"/></row>',
    );
  });

  test('holds a blank within it', () => {
    const rows = spill('A1:C1', '<c r="B1"><v>2</v></c><c r="C1"><v>3</v></c>');
    expect(rowsAfter(rows, calculated('B1', null))).toBe(spill('A1:C1', '<c r="B1"/><c r="C1"><v>3</v></c>'));
  });

  test('takes no cell of another formula', () => {
    const rows = spill(
      'A1',
      '<c r="B1" cm="1"><f t="array" ref="B1:B2">T(1)</f><v>5</v></c>',
      '<row r="2"><c r="B2"><v>6</v></c></row>',
    );
    expect(rowsAfter(rows, calculated('A2', 2), calculated('B2', 7))).toBe(
      spill(
        'A1:A2',
        '<c r="B1" cm="1"><f t="array" ref="B1:B2">T(1)</f><v>5</v></c>',
        '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><v>7</v></c></row>',
      ),
    );
  });

  test('does not spill over an entry', () => {
    expect(codeOf(() => rowsAfter(spill('A1', '<c r="B1"><v>7</v></c>'), calculated('B1', 2)))).toBe(
      'xlsx.write.notAFormula',
    );
  });

  test('collapses when something is typed into it: its value is unknown', () => {
    const rows = spill('A1:C1', '<c r="B1"><v>2</v></c><c r="C1"><v>3</v></c>');
    expect(rowsAfter(rows, setValue('B1', 'x'))).toBe(
      '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1">S(1)</f></c><c r="B1" t="inlineStr"><is><t>x</t></is></c><c r="C1"/></row>',
    );
    expect(rowsAfter(rows, setValue('B1', null))).toBe(rows);
  });

  test('takes its values with it when it is replaced', () => {
    const rows = spill('A1:C1', '<c r="B1"><v>2</v></c><c r="C1"><v>3</v></c>');
    expect(rowsAfter(rows, setValue('A1', 8))).toBe('<row r="1"><c r="A1"><v>8</v></c><c r="B1"/><c r="C1"/></row>');
  });
});

describe('set-value', () => {
  test('a text is an inline string, whatever it looks like', () => {
    const rows = '<row r="1"><c r="A1" s="2" t="s"><v>0</v></c></row>';
    expect(rowsAfter(rows, setValue('A1', '=1+1'))).toBe(
      '<row r="1"><c r="A1" s="2" t="inlineStr"><is><t>=1+1</t></is></c></row>',
    );
    expect(rowsAfter(rows, setValue('A1', ' <x> '))).toContain('<is><t xml:space="preserve"> &lt;x&gt; </t></is>');
  });

  test('replaces a formula, an inline string and rich values, and keeps the style', () => {
    const rows =
      '<row r="1"><c r="A1" s="2" cm="1"><f t="array" ref="A1">X()</f><v>1</v></c><c r="B1" t="inlineStr"><is><r><t>a</t></r></is></c><c r="C1" t="e" vm="1"><v>#VALUE!</v></c></row>';
    expect(rowsAfter(rows, setValue('A1', 5), setValue('B1', false), setValue('C1', null))).toBe(
      '<row r="1"><c r="A1" s="2"><v>5</v></c><c r="B1" t="b"><v>0</v></c><c r="C1"/></row>',
    );
  });

  test('the last of several edits of a cell stands', () => {
    const rows = '<row r="1"><c r="A1"/></row>';
    expect(rowsAfter(rows, setFormula('A1', 'B1'), calculated('A1', 3))).toBe(
      '<row r="1"><c r="A1"><f>B1</f><v>3</v></c></row>',
    );
    expect(rowsAfter(rows, setFormula('A1', 'B1'), setValue('A1', 4))).toBe('<row r="1"><c r="A1"><v>4</v></c></row>');
  });

  test('new cells and rows stand in order', () => {
    const rows = '<row r="2" spans="2:3" ht="20"><c r="B2"><v>1</v></c><c r="C2"><v>2</v></c></row><row r="4"/>';
    const edits = ['A1', 'A2', 'D2', 'E2', 'A3', 'B4', 'A4', 'A9'].map((address, value) => setValue(address, value));
    expect(rowsAfter(rows, ...edits)).toBe(
      '<row r="1"><c r="A1"><v>0</v></c></row>' +
        '<row r="2" ht="20"><c r="A2"><v>1</v></c><c r="B2"><v>1</v></c><c r="C2"><v>2</v></c><c r="D2"><v>2</v></c><c r="E2"><v>3</v></c></row>' +
        '<row r="3"><c r="A3"><v>4</v></c></row>' +
        '<row r="4"><c r="A4"><v>6</v></c><c r="B4"><v>5</v></c></row>' +
        '<row r="9"><c r="A9"><v>7</v></c></row>',
    );
  });

  test('cells and rows without an address are counted', () => {
    const rows = '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"/><c><v>4</v></c></row><row/>';
    expect(rowsAfter(rows, setValue('B1', 20), setValue('D5', 40), setValue('A6', 6))).toBe(
      '<row><c><v>1</v></c><c><v>20</v></c></row><row r="5"><c r="C5"/><c><v>40</v></c></row><row><c r="A6"><v>6</v></c></row>',
    );
  });

  test('an empty sheet takes its first cell, and the stated dimension follows', () => {
    const xml = worksheet('', '<dimension ref="B2:C3"/>').replace('<sheetData></sheetData>', '<sheetData/>');
    const written = partsOf(applyEdits(rawBook(xml), [setValue('D5', 1)]))[SHEET_PATH]!;
    expect(written).toContain('<dimension ref="B2:D5"/><sheetData><row r="5"><c r="D5"><v>1</v></c></row></sheetData>');
  });

  test('a new cell takes the style of its row, else of its column', () => {
    const xml = worksheet(
      '<row r="1" s="4" customFormat="1"/><row r="2" s="4"/>',
      '<cols><col min="2" max="3" style="6"/></cols>',
    );
    const written = partsOf(applyEdits(rawBook(xml), [setValue('A1', 1), setValue('C2', 2), setValue('D2', 3)]))[
      SHEET_PATH
    ]!;
    expect(written).toContain('<c r="A1" s="4"><v>1</v></c>');
    expect(written).toContain('<c r="C2" s="6"><v>2</v></c><c r="D2"><v>3</v></c>');
  });

  test('part of an array formula or data table is refused, a whole one replaced', () => {
    const rows =
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c><c r="C1"><f t="array" ref="C1">D1</f></c></row><row r="2"><c r="A2"><v>2</v></c></row>';
    expect(codeOf(() => rowsAfter(rows, setValue('A1', 1)))).toBe('xlsx.write.partOfArray');
    expect(codeOf(() => rowsAfter(rows, setValue('A2', null)))).toBe('xlsx.write.partOfArray');
    expect(rowsAfter(rows, setValue('C1', 1), calculated('A2', 7))).toContain('<c r="A2"><v>7</v></c>');
  });
});

describe('the first cell of a shared formula', () => {
  const rows =
    '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="4">B1*$C$1&amp;"A1"</f><v>1</v></c></row>' +
    '<row r="2"><c r="A2" s="1"><f t="shared" si="4"/><v>2</v></c></row><row r="3"><c r="A3" t="str"><f t="shared" si="4"/><v>x</v></c></row>';

  test('when it goes, the others get their own formula and keep their values', () => {
    expect(rowsAfter(rows, setValue('A1', 9))).toBe(
      '<row r="1"><c r="A1"><v>9</v></c></row><row r="2"><c r="A2" s="1"><f>B2*$C$1&amp;"A1"</f><v>2</v></c></row>' +
        '<row r="3"><c r="A3" t="str"><f>B3*$C$1&amp;"A1"</f><v>x</v></c></row>',
    );
  });

  test('others can be calculated or replaced in the same go', () => {
    expect(rowsAfter(rows, setFormula('A1', 'D1', 5), calculated('A2', 6), setValue('A3', 7))).toBe(
      '<row r="1"><c r="A1"><f>D1</f><v>5</v></c></row><row r="2"><c r="A2" s="1"><f>B2*$C$1&amp;"A1"</f><v>6</v></c></row><row r="3"><c r="A3"><v>7</v></c></row>',
    );
  });
});

describe('forms a sheet may take', () => {
  test('a namespace prefix', () => {
    const xml = worksheet('<row r="1"><c r="A1"><f>B1</f><v>1</v></c></row>')
      .replace(/<(\/?)(worksheet|sheetData|row|c|f|v)\b/g, '<$1x:$2')
      .replace('xmlns=', 'xmlns:x=');
    const edits = [calculated('A1', 'a'), setValue('B1', 'b'), setValue('A2', 3), setFormula('B2', 'A1')];
    expect(partsOf(applyEdits(rawBook(xml), edits))[SHEET_PATH]).toBe(
      xml.replace(
        /<x:row.*<\/x:row>/,
        '<x:row r="1"><x:c r="A1" t="str"><x:f>B1</x:f><x:v>a</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>b</x:t></x:is></x:c></x:row>' +
          '<x:row r="2"><x:c r="A2"><x:v>3</x:v></x:c><x:c r="B2"><x:f>A1</x:f></x:c></x:row>',
      ),
    );
  });

  test('a byte order mark, CRLF, comments, alternate content and characters beyond the basic plane', () => {
    const before = `\uFEFF${worksheet(
      '\r\n<!-- 𠮷 <c r="A1"/> -->\r\n<row r="1"><c r="A1" t="str"><f>"😀"&amp;B1</f>\r\n<v>😀</v></c>\r\n<c r="B1"><v>1</v></c></row>\r\n',
      '<sheetViews>\r\n<sheetView workbookViewId="0"/></sheetViews>',
      '<mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="x14"><c r="A1"><f>no</f></c></mc:Choice></mc:AlternateContent>',
    )}`;
    const written = applyEdits(rawBook(before), [calculated('A1', '𠮷'), setValue('B1', 2)]);
    const bytes = Buffer.from(unzipSync(written)[SHEET_PATH]!).toString('utf8');
    expect(bytes).toBe(before.replace('\r\n<v>😀</v>', '<v>𠮷</v>').replace('<v>1</v>', '<v>2</v>'));
  });

  test('rows or cells out of order are refused', () => {
    const edit = setValue('A1', 1);
    expect(codeOf(() => rowsAfter('<row r="2"/><row r="1"/>', edit))).toBe('xlsx.write.cellOrder');
    expect(codeOf(() => rowsAfter('<row r="1"><c r="B1"/><c r="A1"/></row>', edit))).toBe('xlsx.write.cellOrder');
    expect(codeOf(() => rowsAfter('<row r="1"><c r="A2"/></row>', edit))).toBe('xlsx.write.cellOrder');
  });

  test('what Excel has no room for is refused', () => {
    const cell = (row: number, column: number): Edit => ({
      kind: 'set-value',
      cell: { sheet: 'S', row, column },
      value: 1,
    });
    for (const edit of [cell(1_048_576, 0), cell(0, 16_384), cell(-1, 0), cell(0.5, 0)]) {
      expect(codeOf(() => rowsAfter('', edit))).toBe('xlsx.write.outsideGrid');
    }
    expect(rowsAfter('', cell(1_048_575, 16_383))).toContain('r="XFD1048576"');
    expect(codeOf(() => rowsAfter('', setValue('A1', 'x'.repeat(32_768))))).toBe('xlsx.write.textTooLong');
    expect(codeOf(() => rowsAfter('', setFormula('A1', `1${'+1'.repeat(4_096)}`)))).toBe('xlsx.write.formulaTooLong');
  });

  test('what is no workbook is refused', () => {
    const edits = [setValue('A1', 1)];
    expect(codeOf(() => applyEdits(new Uint8Array([1, 2, 3]), edits))).toBe('xlsx.write.notAPackage');
    expect(codeOf(() => applyEdits(rawBook('<worksheet><sheetData></worksheet>'), edits))).toBe('xlsx.write.notXml');
    expect(
      codeOf(() =>
        applyEdits(rawBook(worksheet('')), [{ ...edits[0]!, cell: { sheet: 'T', row: 0, column: 0 } } as Edit]),
      ),
    ).toBe('xlsx.write.unknownSheet');
  });
});

describe('parts that follow a cell', () => {
  const chain = (cells: string): string =>
    `<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${cells}</calcChain>`;
  const rows = '<row r="1"><c r="A1"><f>B1</f><v>1</v></c><c r="C1"><f>B1</f><v>1</v></c></row>';
  const book = (cells: string): Uint8Array =>
    rawBook(worksheet(rows), { 'xl/calcChain.xml': chain(cells) }, relationship('rId2', 'calcChain', 'calcChain.xml'));

  test('a cell without its formula leaves the calculation chain, the next keeps its sheet', () => {
    const parts = partsOf(
      applyEdits(book('<c r="A1" i="7" l="1"/><c r="C1"/><c r="A1" i="7" s="1"/><c r="A1" i="3"/>'), [
        setValue('A1', 1),
      ]),
    );
    expect(parts['xl/calcChain.xml']).toBe(chain('<c r="C1" i="7"/><c r="A1" i="3"/>'));
  });

  test('a chain without cells goes, with what refers to it', () => {
    const parts = partsOf(applyEdits(book('<c r="A1" i="7"/><c r="C1"/>'), [setValue('A1', 1), setValue('C1', 2)]));
    expect(parts['xl/calcChain.xml']).toBeUndefined();
    expect(parts['xl/_rels/workbook.xml.rels']).not.toContain('calcChain');
  });

  test('a calculated value leaves the chain alone', () => {
    const parts = partsOf(applyEdits(book('<c r="A1" i="7"/><c r="C1"/>'), [calculated('A1', 2)]));
    expect(parts['xl/calcChain.xml']).toBe(chain('<c r="A1" i="7"/><c r="C1"/>'));
  });

  test("a table's header keeps its text", () => {
    const table =
      '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" displayName="T" ref="A1:B3"><tableColumns count="2"><tableColumn id="1" name="a"/><tableColumn id="2" name="b_x000a_c"/></tableColumns></table>';
    const sheet = worksheet('<row r="1"><c r="A1" t="str"><v>a</v></c></row>');
    const tables = rawBook(sheet, {
      'xl/tables/table1.xml': table,
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="r">${relationship('rId1', 'table', '../tables/table1.xml')}</Relationships>`,
    });
    expect(codeOf(() => applyEdits(tables, [setValue('A1', 'x')]))).toBe('xlsx.write.tableHeader');
    expect(codeOf(() => applyEdits(tables, [setFormula('B1', '"b"')]))).toBe('xlsx.write.tableHeader');
    const same = partsOf(
      applyEdits(tables, [setValue('A1', 'a'), setValue('B1', 'b\nc'), setValue('A2', 'x'), setValue('C1', 'x')]),
    );
    expect(same[SHEET_PATH]).toContain('<t xml:space="preserve">b\nc</t>');
  });
});
