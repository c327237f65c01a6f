import * as XLSX from '@e965/xlsx';
import { readXlsx } from 'hucre/xlsx';
import { writeXlsx } from '../../../../src/adapters/xlsx/write/writeXlsx';
import { KmcError } from '../../../../src/core/message';
import { cell, demoPlan, LONG_LIST, plan, sheet } from './demoPlan';
import { partsOf } from './package';

const bytes = writeXlsx(demoPlan());

describe('a workbook written from a plan', () => {
  test('holds the planned values and formulas, by SheetJS', () => {
    const read = XLSX.read(bytes, { type: 'array', cellFormula: true, sheetStubs: true });
    expect(read.SheetNames).toEqual(['応募製品等', "Result's", 'Lists']);
    const product = read.Sheets['応募製品等']!;
    expect(product['A4'].v).toBe('ID');
    expect(product['C5'].v).toBe(5);
    expect(product['C6'].v).toBe(6.25);
    expect(product['E5']).toMatchObject({
      f: '_xldudf_KMC_UNIT_RATIO(KmcProduct[[#This Row],[単位]],"kg-CO2e/kWh")',
      F: 'E5',
    });
    expect(product['F9']).toMatchObject({ f: 'SUM(KmcProduct[計])', v: 12.5 });
    expect(product['B7'].v).toBeUndefined();
    expect(read.Sheets["Result's"]!['B4']).toMatchObject({ t: 'b', v: true });
  });

  test('a formula whose value is not known carries none', () => {
    const xml = partsOf(bytes)['xl/worksheets/sheet1.xml']!;
    expect(/<c r="F5"[^>]*><f>[^<]*<\/f><\/c>/.test(xml)).toBe(true);
    expect(/<c r="E5"[^>]* cm="1"><f t="array" ref="E5">[^<]*<\/f><\/c>/.test(xml)).toBe(true);
  });

  test('has its tables, names, validations and page, by hucre', async () => {
    const book = await readXlsx(bytes);
    const product = book.sheets[0]!;
    expect(product.tables).toMatchObject([
      {
        name: 'KmcProduct',
        range: 'A4:F7',
        columns: demoPlan().sheets[0]!.tables[0]!.columns.map(({ header }) => ({ name: header })),
      },
    ]);
    expect(book.namedRanges).toContainEqual(expect.objectContaining({ name: 'KMC_Total', range: '応募製品等!$F$9' }));
    expect(product.dataValidations).toMatchObject([
      {
        type: 'list',
        range: 'B5:B7',
        values: ['原材料調達', '生産', '使用'],
        errorMessage: '一覧にある段階を選んでください。',
      },
      { type: 'decimal', range: 'C5:C7', operator: 'between', formula1: '-1000000000', formula2: '1000000000' },
      { type: 'list', range: 'D5:D7', formula1: 'Lists!$A$1:$A$60' },
    ]);
    expect(product.merges).toHaveLength(1);
    expect(product.freezePane).toMatchObject({ rows: 4, columns: 1 });
    expect(product.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape' });
    expect(book.sheets[2]).toMatchObject({ name: 'Lists', hidden: true });
    expect(book.sheets[2]!.rows.map((row) => row[0])).toEqual(LONG_LIST);
  });

  test('the same plan gives the same bytes, without the clock', () => {
    jest.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z') });
    const later = writeXlsx(demoPlan());
    jest.useRealTimers();
    expect(Buffer.from(later).equals(Buffer.from(bytes))).toBe(true);
    const core = partsOf(bytes)['docProps/core.xml']!;
    expect(core.match(/\d{4}-\d\d-\d\dT[\d:]+Z/g)).toEqual(['2000-01-01T00:00:00Z', '2000-01-01T00:00:00Z']);
    expect(core).toContain('<dc:title>削減貢献量 算定 &amp; 審査</dc:title>');
  });

  test('does not ask Excel to recalculate values that stand', () => {
    const workbook = partsOf(bytes)['xl/workbook.xml']!;
    expect(workbook).toContain('<calcPr calcId="191029"/>');
    expect(workbook).not.toContain('fullCalcOnLoad');
  });

  test('a workbook without add-in functions has none of the add-in parts', () => {
    const plain = partsOf(writeXlsx(plan([sheet({ cells: [cell(0, 0, null, { formula: 'SUM(B1:B2)' })] })])));
    expect(Object.keys(plain)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/worksheets/sheet1.xml',
      'xl/styles.xml',
      'xl/sharedStrings.xml',
      'docProps/core.xml',
      'docProps/app.xml',
    ]);
  });

  test('texts that look like formulas, markup or escapes stay the texts they are', () => {
    const texts = [
      '=1+1',
      '<b>&amp;"',
      '_x0041_',
      ' edge ',
      'two\nlines',
      '𠮷野家 😀',
      'bell\u0007',
      '',
      "'quoted",
      'CO₂',
    ];
    const written = writeXlsx(plan([sheet({ cells: texts.map((text, row) => cell(row, 0, text)) })]));
    const read = XLSX.read(written, { type: 'array', cellFormula: true }).Sheets['Sheet']!;
    const expected = texts.filter((text) => !text.startsWith('_x'));
    expected.forEach((text) => {
      const found = read[`A${texts.indexOf(text) + 1}`];
      expect([found.t, found.v, found.f]).toEqual(['s', text, undefined]);
    });
    expect(partsOf(written)['xl/sharedStrings.xml']).toContain('<t>_x005F_x0041_</t>');
  });
});

describe('a plan that Excel could not open as it stands is refused', () => {
  const table = (header: string, rows: number) => ({
    name: 'T',
    block: { top: 0, left: 0, bottom: rows, right: 0 },
    columns: [{ header, formula: null }],
  });
  const header = cell(0, 0, 'a');

  test.each([
    ['plan.noSheet', plan([])],
    ['plan.sheetName', plan([sheet({ name: 'a/b' })])],
    ['plan.sheetName', plan([sheet({ name: 'x'.repeat(32) })])],
    ['plan.repeatedName', plan([sheet({ name: 'A' }), sheet({ name: 'a' })])],
    ['plan.repeatedCell', plan([sheet({ cells: [header, header] })])],
    ['plan.headerDiffers', plan([sheet({ cells: [header], tables: [table('A', 1)] })])],
    ['plan.tableShape', plan([sheet({ cells: [header], tables: [table('a', 0)] })])],
    [
      'plan.overlap',
      plan([sheet({ cells: [header], tables: [table('a', 1)], merges: [{ top: 1, left: 0, bottom: 1, right: 2 }] })]),
    ],
    ['textTooLong', plan([sheet({ cells: [cell(0, 0, 'x'.repeat(32_768))] })])],
    ['formulaTooLong', plan([sheet({ cells: [cell(0, 0, null, { formula: 'x'.repeat(8_193) })] })])],
    ['notFinite', plan([sheet({ cells: [cell(0, 0, Infinity)] })])],
  ])('%s', (code, refused) => {
    expect(() => writeXlsx(refused)).toThrow(new KmcError({ code: `xlsx.write.${code}`, params: {} }));
  });
});
