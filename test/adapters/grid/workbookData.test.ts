import { sheetId, workbookData } from '../../../src/adapters/grid/workbookData';
import { SheetBuilder } from '../../../src/core/workbook/sheetColumns';
import { formula, table, workbook } from '../recalc/workbook';

const book = workbook({
  sheets: {
    応募製品等: {
      B1: 'Amount',
      B2: 2,
      B3: 3,
      C2: formula('KmcProduct[[#This Row],[Amount]]*2', 4),
      D1: formula('SEQUENCE(2)', 1),
      D2: 2,
    },
    Result: {
      A1: formula('SUM(KmcProduct[Amount])', 5),
      A2: formula('SUM(Gone[X])', 7),
      A3: true,
      A4: { error: '#N/A' },
      A5: '',
      A6: '=1+1',
    },
  },
  tables: [table('KmcProduct', '応募製品等', 'B1:C3', ['Amount', 'Twice'])],
  names: [
    { name: 'total', formula: 'Result!$A$1', sheet: null, hidden: false },
    { name: 'own', formula: 'KmcProduct[Amount]', sheet: 'Result', hidden: true },
  ],
  spills: { 応募製品等: ['D1:D2'] },
});

describe('workbookData', () => {
  const { data, problems } = workbookData(book, 'book');
  const cells = (position: number) => data.sheets[sheetId(position)]!.cellData!;

  it('gives formulas in A1 with their stored values', () => {
    expect(cells(0)[1]![2]).toEqual({ f: '=$B2*2', v: 4, t: 2 });
    expect(cells(1)[0]![0]).toEqual({ f: '=SUM(応募製品等!$B$2:$B$3)', v: 5, t: 2 });
  });

  it('keeps the value, and no formula, where a table reference cannot be resolved, and says so', () => {
    expect(cells(1)[1]![0]).toEqual({ v: 7, t: 2 });
    expect(problems).toEqual([
      {
        cell: { sheet: 'Result', row: 1, column: 0 },
        message: expect.objectContaining({ code: 'recalc.reference.unknown-table' }),
      },
    ]);
  });

  it('keeps truth values, errors and texts apart, and never takes a text for a formula', () => {
    expect([2, 3, 4, 5].map((row) => cells(1)[row]![0])).toEqual([
      { v: 1, t: 3 },
      { v: '#N/A', t: 1 },
      { v: '', t: 1 },
      { v: '=1+1', t: 1 },
    ]);
  });

  it('leaves filled cells to their formula', () => {
    expect(cells(0)[0]![3]).toEqual({ f: '=SEQUENCE(2)', v: 1, t: 2 });
    expect(cells(0)[1]![3]).toBeUndefined();
  });

  it('carries names with their scope', () => {
    const names = Object.values(JSON.parse(data.resources![0]!.data) as Record<string, object>);
    expect(names).toMatchObject([
      { name: 'total', formulaOrRefString: 'Result!$A$1', localSheetId: 'AllDefaultWorkbook', hidden: false },
      { name: 'own', formulaOrRefString: '応募製品等!$B$2:$B$3', localSheetId: sheetId(1), hidden: true },
    ]);
  });

  it('carries hidden sheets, rows and columns, merges, formats and sizes', () => {
    const sheet = new SheetBuilder('S')
      .add(4, 2, 0.5, null, '0.0%')
      .setVisibility('veryHidden')
      .hideRows(1, 2)
      .hideColumns(0, 0)
      .merge({ top: 0, left: 0, bottom: 1, right: 1 })
      .build();
    const made = workbookData({ ...book, sheets: [sheet], tables: [], names: [] }, 'b').data.sheets[sheetId(0)]!;
    expect(made).toMatchObject({
      hidden: 1,
      rowData: { 1: { hd: 1 }, 2: { hd: 1 } },
      columnData: { 0: { hd: 1 } },
      mergeData: [{ startRow: 0, startColumn: 0, endRow: 1, endColumn: 1 }],
      cellData: { 4: { 2: { v: 0.5, t: 2, s: { n: { pattern: '0.0%' } } } } },
    });
    expect(made.rowCount).toBeGreaterThan(5);
  });
});
