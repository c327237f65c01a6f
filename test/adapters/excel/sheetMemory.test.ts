import fc from 'fast-check';
import { createExcelHost, type ExcelHost } from '../../../src/adapters/excel/excelHost';
import type { CellValue } from '../../../src/core/workbook/cell';
import type { SheetSnapshot } from '../../../src/core/workbook/snapshot';
import { CASE_SHEET, LINES_SHEET, contractWorkbook } from '../../hosts/contractWorkbook';
import { EVENT } from '../../support/officeHost/excelEvents';
import { ExcelWorkbook } from '../../support/officeHost/excelWorkbook';
import { nodeExcel } from '../../support/officeHost/nodeExcel';

const excel = nodeExcel();
let workbook: ExcelWorkbook;
let host: ExcelHost;
let stop: () => void;

const LONG = 4_000;
const until = async (isSo: () => boolean): Promise<void> => {
  for (let waited = 0; !isSo(); waited += 5) {
    if (waited > LONG) throw new Error('it does not come');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

async function open(): Promise<void> {
  workbook = new ExcelWorkbook(contractWorkbook(), () => null);
  excel.open(workbook);
  host = createExcelHost();
  stop = host.onChange(() => {});
  await until(() => workbook.watched.has(EVENT.changed));
}

const sheetOf = (name: string) => workbook.worksheets.getItem(name);
/** Behind the add-in's back, as what Excel does not tell of. */
const place = (sheet: string, value: CellValue) =>
  sheetOf(sheet).put(2, 2, { value, formula: null, format: 'General' });
const type = (sheet: string, value: number) => (sheetOf(sheet).getCell(2, 2).formulas = [[value]]);
const shown = async (sheet: string) => (await host.snapshot()).sheets.find(({ name }) => name === sheet)!.value(2, 2);

/** Bytes of all answers from the request with that number on. */
const answeredFrom = (first: number): number =>
  excel.traffic.slice(first).reduce((sum, { answered }) => sum + answered, 0);

describe('sheets that nothing was heard of', () => {
  beforeEach(open);
  afterEach(() => stop());

  it('are not read again, and the others are', async () => {
    const first = excel.traffic.length;
    await host.snapshot();
    const whole = answeredFrom(first);
    const second = excel.traffic.length;
    place(CASE_SHEET, 'not told');
    type(LINES_SHEET, 8);
    expect(await shown(LINES_SHEET)).toBe(8);
    expect(answeredFrom(second)).toBeLessThan(whole);
    expect(await shown(CASE_SHEET)).toBe(12);
  });

  it('are not read again where all is wanted, nor by a snapshot that is asked for at the same time', async () => {
    const [one, all] = await Promise.all([host.snapshot(), host.snapshot('all')]);
    expect(all.sheets.find(({ name }) => name === CASE_SHEET)).toBe(one.sheets[0]);
  });

  it('are not read again where the first was asked for at the moment of listening', async () => {
    stop();
    stop = host.onChange(() => {});
    const before = (await host.snapshot()).sheets[0];
    expect((await host.snapshot()).sheets[0]).toBe(before);
  });

  it('are read again once nobody listens', async () => {
    await host.snapshot();
    stop();
    place(CASE_SHEET, 5);
    expect(await shown(CASE_SHEET)).toBe(5);
  });

  it.each<[string, () => void | Promise<void>]>([
    ['its used cells grow', () => sheetOf(CASE_SHEET).put(50, 5, { value: 1, formula: null, format: 'General' })],
    ['it is hidden', () => void (sheetOf(CASE_SHEET).visibility = 'Hidden')],
    ['it is renamed', () => void (sheetOf(CASE_SHEET).name = 'New')],
    ['a format changes', () => workbook.tell(EVENT.formatChanged, { worksheetId: '{sheet-0}', address: 'A1' })],
    ['rows are sorted', () => workbook.tell(EVENT.rowSorted, { worksheetId: '{sheet-0}', address: 'A1' })],
    ['it is calculated', () => workbook.tell(EVENT.calculated, { worksheetId: '{sheet-0}' })],
    ['a co-author edits it', () => workbook.tell(EVENT.changed, { worksheetId: '{sheet-0}', source: 'Remote' })],
    ['Excel does not say where', () => workbook.tell(EVENT.calculated, {})],
    ['the add-in writes elsewhere', () => host.apply([{ ...EDIT, cell: { sheet: LINES_SHEET, row: 20, column: 0 } }])],
    ['the add-in has changed something otherwise', () => host.changed()],
  ])('are read again when %s', async (_what, happens) => {
    await host.snapshot();
    await happens();
    place(sheetOf('{sheet-0}').name, 77);
    expect(await shown(sheetOf('{sheet-0}').name)).toBe(77);
  });

  it('are read again where Excel was still calculating when they were read', async () => {
    workbook.application.calculationState = 'Calculating';
    await host.snapshot();
    place(CASE_SHEET, 78);
    expect(await shown(CASE_SHEET)).toBe(78);
  });

  it('are read again where they changed while they were being read', async () => {
    let request = 0;
    excel.meanwhile = () => {
      request++;
      // The answer to the third request holds the cells.
      if (request === 4) type(CASE_SHEET, 79);
    };
    await host.snapshot();
    await until(() => request >= 4);
    expect(await shown(CASE_SHEET)).toBe(79);
  });
});

const EDIT = { kind: 'set-value', cell: { sheet: CASE_SHEET, row: 4, column: 2 }, value: 1 } as const;

const contents = (sheets: readonly SheetSnapshot[]): unknown =>
  sheets.map((sheet) => {
    const cells: unknown[] = [];
    sheet.forEachCell((...cell) => cells.push(cell));
    return [sheet.name, cells];
  });

it('whatever the user and the add-in do, a snapshot is what stands in the workbook', async () => {
  const sheet = fc.constantFrom(CASE_SHEET, LINES_SHEET);
  const cell = fc.record({ sheet, row: fc.integer({ min: 4, max: 30 }), column: fc.integer({ min: 5, max: 7 }) });
  const step = fc.record({ cell, value: fc.integer(), who: fc.constantFrom('user', 'add-in', 'reads') });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      await open();
      for (const { cell: at, value, who } of steps) {
        if (who === 'user') sheetOf(at.sheet).getCell(at.row, at.column).formulas = [[value]];
        else if (who === 'add-in') await host.apply([{ kind: 'set-value', cell: at, value }]);
        else await host.snapshot(value % 2 === 0 ? 'case' : 'all');
      }
      const remembered = (await host.snapshot('all')).sheets;
      const afresh = (await createExcelHost().snapshot('all')).sheets;
      expect(contents(remembered)).toEqual(contents(afresh));
      stop();
    }),
    { numRuns: 60 },
  );
});
