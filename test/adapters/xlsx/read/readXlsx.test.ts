import { readXlsx } from '../../../../src/adapters/xlsx/read/readXlsx';
import { parseCell } from '../../../../src/core/workbook/a1';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../../src/core/workbook/snapshot';
import { handMade, relationship, withRows, zipped, handMadeParts, type HandMade } from './handMade';

const read = async (bytes: Uint8Array): Promise<WorkbookSnapshot> => (await readXlsx(bytes)).snapshot;
const firstSheet = async (bytes: Uint8Array): Promise<SheetSnapshot> => (await read(bytes)).sheets[0]!;
const value = (sheet: SheetSnapshot, address: string) => {
  const { row, column } = parseCell(address)!;
  return sheet.value(row, column);
};
const formula = (sheet: SheetSnapshot, address: string) => {
  const { row, column } = parseCell(address)!;
  return sheet.formula(row, column);
};
const format = (sheet: SheetSnapshot, address: string) => {
  const { row, column } = parseCell(address)!;
  return sheet.format(row, column);
};

describe('cell values', () => {
  it.each([
    ['<c r="A1"><v>1.5</v></c>', 1.5],
    ['<c r="A1" t="n"><v>-1.2E-3</v></c>', -0.0012],
    ['<c r="A1"><v>0.30000000000000004</v></c>', 0.30000000000000004],
    ['<c r="A1" t="str"><v>0012</v></c>', '0012'],
    ['<c r="A1" t="b"><v>1</v></c>', true],
    ['<c r="A1" t="b"><v>0</v></c>', false],
    ['<c r="A1" t="e"><v>#DIV/0!</v></c>', { error: '#DIV/0!' }],
    ['<c r="A1" t="e"><v>#PYTHON!</v></c>', { error: '#UNKNOWN!' }],
    ['<c r="A1"/>', null],
    ['<c r="A1" t="s"/>', null],
    ['<c r="A1"><v/></c>', null],
    ['<c r="A1" t="d"><v>2024-04-01</v></c>', 45383],
    ['<c r="A1" t="d"><v>2024-04-01T12:00:00</v></c>', 45383.5],
    ['<c r="A1" t="inlineStr"><is><t>直接</t></is></c>', '直接'],
    ['<c r="A1" t="inlineStr"><is><r><t>t-</t></r><r><rPr><b/></rPr><t>CO2</t></r></is></c>', 't-CO2'],
    ['<c r="A1" t="str"><v>a&amp;b &lt;c&gt; <![CDATA[<d>]]></v></c>', 'a&b <c> <d>'],
  ])('%s is %p', async (cell, expected) => {
    expect(value(await firstSheet(withRows(`<row r="1">${cell}</row>`)), 'A1')).toStrictEqual(expected);
  });

  it('reads shared strings: runs joined, furigana left out, escapes undone, white space kept', async () => {
    const sharedStrings = [
      '<si><t>kg</t></si>',
      '<si><r><t xml:space="preserve">応募 </t></r><r><t>製品</t></r></si>',
      '<si><t>川崎</t><rPh sb="0" eb="2"><t>カワサキ</t></rPh><phoneticPr fontId="1"/></si>',
      '<si><t>one_x000D_\ntwo _x005F_x000D_ _xZZZZ_</t></si>',
      '<si><t xml:space="preserve">  both sides  </t></si>',
      '<si><t/></si>',
      '<si/>',
    ].join('');
    const cells = [0, 1, 2, 3, 4, 5, 6].map((index) => `<c t="s"><v>${index}</v></c>`).join('');
    const sheet = await firstSheet(withRows(`<row>${cells}</row>`, { sharedStrings }));
    expect([0, 1, 2, 3, 4, 5, 6].map((column) => sheet.value(0, column))).toStrictEqual([
      'kg',
      '応募 製品',
      '川崎',
      'one\r\ntwo _x000D_ _xZZZZ_',
      '  both sides  ',
      '',
      '',
    ]);
  });

  it('keeps a date as a serial number, in either date system, with its format', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="ggge&quot;年&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="57"/></cellXfs>';
    const rows = '<row r="1"><c r="A1" s="1"><v>45383</v></c><c r="B1" s="2"/><c r="C1" s="3"><v>1</v></c></row>';
    const { sheets, date1904 } = await read(
      withRows(rows, { styles, workbookProperties: '<workbookPr date1904="1"/>' }),
    );
    expect(value(sheets[0]!, 'A1')).toBe(45383);
    expect(['A1', 'B1', 'C1', 'D1'].map((address) => format(sheets[0]!, address))).toStrictEqual([
      'mm-dd-yy',
      'ggge"年"',
      '[$-411]ge.m.d',
      'General',
    ]);
    expect(date1904).toBe(true);
    const iso = '<row><c t="d"><v>1904-01-02</v></c></row>';
    expect(value(await firstSheet(withRows(iso, { workbookProperties: '<workbookPr date1904="1"/>' })), 'A1')).toBe(1);
  });

  it('places rows and cells without an address after the one before', async () => {
    const rows =
      '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="5"><c><v>4</v></c></row><row><c><v>5</v></c></row>';
    const sheet = await firstSheet(withRows(rows));
    expect(['A1', 'D1', 'E1', 'A5', 'A6'].map((address) => value(sheet, address))).toStrictEqual([1, 2, 3, 4, 5]);
  });

  it('reads names of elements whatever their prefix, and passes over extensions', async () => {
    const sheet =
      '<x:worksheet xmlns:x="urn:a"><x:sheetData><x:row r="1"><x:c r="A1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData>' +
      '<x:extLst><x:ext><x:c r="A1"><x:v>9</x:v></x:c><m:f xmlns:m="urn:m">S!$A$1</m:f></x:ext></x:extLst></x:worksheet>';
    const parts = { ...handMadeParts({ sheets: [{ name: 'S', xml: '' }] }), 'xl/sheets/sheet1.xml': sheet };
    const read1 = await firstSheet(zipped(parts));
    expect([value(read1, 'A1'), formula(read1, 'A1'), read1.cellCount]).toStrictEqual([2, '1+1', 1]);
  });
});

describe('formulas', () => {
  it('come with the value the file stores, errors and texts included', async () => {
    const rows =
      '<row r="1"><c r="A1"><f>1/3</f><v>0.333333333333333</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c>' +
      '<c r="C1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="D1"><f>NOW()</f></c><c r="E1" t="str"><f>""</f><v></v></c></row>';
    const sheet = await firstSheet(withRows(rows));
    expect(
      ['A1', 'B1', 'C1', 'D1', 'E1'].map((address) => [value(sheet, address), formula(sheet, address)]),
    ).toStrictEqual([
      [0.333333333333333, '1/3'],
      [{ error: '#DIV/0!' }, '1/0'],
      ['ab', '"a"&"b"'],
      [null, 'NOW()'],
      ['', '""'],
    ]);
  });

  it("of a shared group are each cell's own", async () => {
    const rows =
      '<row r="1"><c r="B1"><f t="shared" ref="B1:C3" si="0">A1*2+"A1"</f><v>2</v></c><c r="C1"><f t="shared" si="0"/><v>4</v></c></row>' +
      '<row r="2"><c r="B2"><f t="shared" si="0"/><v>6</v></c><c r="C2"><f t="shared" ref="C2:C3" si="1">SUM($A:$A)</f><v>1</v></c></row>' +
      '<row r="3"><c r="C3"><f t="shared" si="1"/><v>1</v></c></row>';
    const sheet = await firstSheet(withRows(rows));
    expect(['B1', 'C1', 'B2', 'C2', 'C3'].map((address) => formula(sheet, address))).toStrictEqual([
      'A1*2+"A1"',
      'B1*2+"A1"',
      'A2*2+"A1"',
      'SUM($A:$A)',
      'SUM($A:$A)',
    ]);
  });

  it('of the add-in are KMC.X, with the cells a formula spills into', async () => {
    const rows =
      '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:B2">_xldudf_KMC_STAGES(D1:D5)</f><v>1</v></c><c r="B1"><v>2</v></c></row>' +
      '<row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c><c r="D2" cm="1"><f t="array" ref="D2">_xldudf_KMC_VERSION()</f><v>1</v></c></row>';
    const sheet = await firstSheet(withRows(rows));
    expect([formula(sheet, 'A1'), formula(sheet, 'B2'), value(sheet, 'B2')]).toStrictEqual([
      'KMC.STAGES(D1:D5)',
      null,
      4,
    ]);
    expect(sheet.spills).toStrictEqual([{ sheet: 'S', top: 0, left: 0, bottom: 1, right: 1 }]);
    expect(formula(sheet, 'D2')).toBe('KMC.VERSION()');
  });

  it('of a what-if table are shown as Excel shows them', async () => {
    const rows =
      '<row r="1"><c r="A1"><f t="dataTable" ref="A1:B2" dt2D="1" dtr="1" r1="D1" r2="D2"/><v>1</v></c><c r="B1"><v>2</v></c>' +
      '<c r="E1"><f t="dataTable" ref="E1:E2" r1="D3"/><v>1</v></c><c r="F1"><f t="dataTable" ref="F1:G1" dtr="1" r1="D4"/><v>1</v></c></row>';
    const sheet = await firstSheet(withRows(rows));
    expect(['A1', 'E1', 'F1'].map((address) => formula(sheet, address))).toStrictEqual([
      'TABLE(D1,D2)',
      'TABLE(,D3)',
      'TABLE(D4,)',
    ]);
    expect(sheet.spills).toHaveLength(3);
  });
});

describe('sheets', () => {
  const sheets = (...xml: string[]): HandMade => ({
    sheets: xml.map((content, at) => ({ name: `S${at}`, xml: content })),
  });

  it('say which rows and columns are hidden, and which cells are merged', async () => {
    const sheet = await firstSheet(
      handMade(
        sheets(
          '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="9"/><col min="6" max="16384" width="0"/></cols>' +
            '<sheetData><row r="1"/><row r="2" hidden="1"/><row r="3" hidden="true"/><row r="9" ht="0" customHeight="1"/></sheetData>' +
            '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>',
        ),
      ),
    );
    expect(sheet.hiddenColumns).toEqual([
      [1, 2],
      [5, 16_383],
    ]);
    expect(sheet.hiddenRows).toEqual([
      [1, 2],
      [8, 8],
    ]);
    expect(sheet.merges).toEqual([{ sheet: 'S0', top: 0, left: 0, bottom: 0, right: 2 }]);
  });

  it('that hide rows by default show only those they list', async () => {
    const xml = '<sheetFormatPr zeroHeight="1"/><sheetData><row r="2"/><row r="3"/><row r="4" hidden="1"/></sheetData>';
    expect((await firstSheet(handMade(sheets(xml)))).hiddenRows).toEqual([
      [0, 0],
      [3, 1_048_575],
    ]);
  });

  it('with a boundless dimension cost nothing', async () => {
    const xml =
      '<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>';
    const sheet = await firstSheet(handMade(sheets(xml)));
    expect([sheet.rowCount, sheet.columnCount, sheet.cellCount]).toStrictEqual([1_048_576, 16_384, 1]);
  });

  it('keep their order and visibility; those without cells are named', async () => {
    const { snapshot, notices } = await readXlsx(
      handMade({
        sheets: [
          { name: 'A', xml: '<sheetData/>', state: 'hidden' },
          { name: 'Chart', xml: '', type: 'chartsheet' },
          { name: 'Dialog', xml: '', type: 'dialogsheet' },
          { name: 'B &amp; C', xml: '<sheetData/>', state: 'veryHidden' },
        ],
        workbook:
          '<definedNames><definedName name="Rate">A!$B$1</definedName>' +
          '<definedName name="Local" localSheetId="3" hidden="1">\'B &amp; C\'!$A$1</definedName></definedNames><calcPr calcMode="manual"/>',
        parts: { 'xl/vbaProject.bin': 'x' },
      }),
    );
    expect(snapshot.sheets.map(({ name, visibility }) => [name, visibility])).toStrictEqual([
      ['A', 'hidden'],
      ['B & C', 'veryHidden'],
    ]);
    expect(notices).toStrictEqual([
      { code: 'xlsx.read.chartSheet', params: { sheet: 'Chart' } },
      { code: 'xlsx.read.otherSheet', params: { sheet: 'Dialog' } },
      { code: 'xlsx.read.macros', params: {} },
    ]);
    expect(snapshot.names).toStrictEqual([
      { name: 'Rate', formula: 'A!$B$1', sheet: null, hidden: false },
      { name: 'Local', formula: "'B & C'!$A$1", sheet: 'B & C', hidden: true },
    ]);
    expect(snapshot.calculationMode).toBe('manual');
  });

  it('bring their tables, with header and totals rows, and links to other workbooks', async () => {
    const table = (attributes: string, columns: string) =>
      `<table ${attributes}><tableColumns>${columns}</tableColumns></table>`;
    const { tables, externalLinks } = await read(
      handMade({
        sheets: [
          {
            name: '応募製品等',
            xml: '<sheetData/>',
            relationships:
              relationship('t1', 'table', '../tables/table1.xml') +
              relationship('t2', 'table', '/xl/tables/Table2.xml'),
          },
        ],
        workbook: '<externalReferences><externalReference r:id="x1"/></externalReferences>',
        relationships: relationship('x1', 'externalLink', 'externalLinks/externalLink1.xml'),
        parts: {
          'xl/tables/table1.xml': table(
            'displayName="KmcProduct" ref="B2:C9" totalsRowCount="1"',
            '<tableColumn name="id"/><tableColumn name="排出量_x000a_(kg)"/>',
          ),
          'xl/tables/table2.xml': table('displayName="Bare" ref="A1:A2" headerRowCount="0"', '<tableColumn name="1"/>'),
          'xl/externalLinks/externalLink1.xml': '<externalLink/>',
          'xl/externalLinks/_rels/externalLink1.xml.rels': `<Relationships>${relationship('r', 'externalLinkPath', 'file:///C:/a%20b.xlsx', 'External')}</Relationships>`,
        },
      }),
    );
    expect(tables).toStrictEqual([
      {
        name: 'KmcProduct',
        range: { sheet: '応募製品等', top: 1, left: 1, bottom: 8, right: 2 },
        columns: ['id', '排出量\n(kg)'],
        headerRow: true,
        totalsRow: true,
      },
      {
        name: 'Bare',
        range: { sheet: '応募製品等', top: 0, left: 0, bottom: 1, right: 0 },
        columns: ['1'],
        headerRow: false,
        totalsRow: false,
      },
    ]);
    expect(externalLinks).toStrictEqual(['file:///C:/a%20b.xlsx']);
  });

  it('report their progress, ending at the whole', async () => {
    const shares: number[] = [];
    await readXlsx(handMade(sheets('<sheetData/>', '<sheetData/>')), (share) => shares.push(share));
    expect(shares.at(-1)).toBe(1);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  });
});
