import { createExcelHost } from '../../../src/adapters/excel/excelHost';
import type { WorkbookHost } from '../../../src/core/ports';
import type { CellValue } from '../../../src/core/workbook/cell';
import type { Edit } from '../../../src/core/workbook/edit';
import { SheetBuilder } from '../../../src/core/workbook/sheetColumns';
import type { WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { contractWorkbook, CASE_SHEET, LINES_SHEET, NOTES_SHEET } from '../../hosts/contractWorkbook';
import { ExcelWorkbook } from '../../support/officeHost/excelWorkbook';
import { nodeExcel } from '../../support/officeHost/nodeExcel';

const excel = nodeExcel();
let workbook: ExcelWorkbook;
let host: WorkbookHost;

function open(snapshot: WorkbookSnapshot): void {
  workbook = new ExcelWorkbook(snapshot, () => null);
  excel.open(workbook);
  host = createExcelHost();
}
beforeEach(() => open(contractWorkbook()));

const put = (value: CellValue, sheet = CASE_SHEET): Edit => ({
  kind: 'set-value',
  cell: { sheet, row: 2, column: 2 },
  value,
});
const sheetOf = (name: string) => workbook.worksheets.getItem(name);
const refusal = (code: string) => expect.objectContaining({ detail: expect.objectContaining({ code }) });
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('reading', () => {
  it('takes three round trips and one to let go, however many cells there are', async () => {
    await host.snapshot();
    expect(excel.traffic).toHaveLength(4);
  });

  it('leaves out sheets without a KMC table, and reads them when all are wanted', async () => {
    expect((await host.snapshot()).sheets.map(({ name }) => name)).toEqual([CASE_SHEET, LINES_SHEET]);
    expect((await host.snapshot('all')).sheets.map(({ name }) => name)).toContain(NOTES_SHEET);
  });

  it('asks again for less where an answer is too large for Excel', async () => {
    const long = new SheetBuilder('長い表');
    for (let row = 0; row < 200; row++) long.add(row, 0, row).add(row, 1, `行 ${row}`);
    open({ ...contractWorkbook(), sheets: [...contractWorkbook().sheets, long.build()] });
    excel.answerLimit = 12_000;
    const read = (await host.snapshot('all')).sheets.find(({ name }) => name === '長い表')!;
    expect([read.rowCount, read.value(199, 0), read.value(199, 1)]).toEqual([200, 199, '行 199']);
    expect(excel.traffic.length).toBeGreaterThan(6);
  });

  it('says so where not even a row can be handed over', async () => {
    excel.answerLimit = 1_300;
    await expect(host.snapshot()).rejects.toEqual(refusal('excel.too-large'));
  });

  it('begins anew where rows move while it reads', async () => {
    let requests = 0;
    excel.meanwhile = () => {
      requests += 1;
      if (requests === 3) sheetOf(CASE_SHEET).put(40, 0, { value: 'late', formula: null, format: 'General' });
    };
    const sheet = (await host.snapshot()).sheets[0]!;
    expect(sheet.value(40, 0)).toBe('late');
  });

  it('gives up where they do not stop moving', async () => {
    let row = 40;
    excel.meanwhile = () => sheetOf(CASE_SHEET).put(row++, 0, { value: 'late', formula: null, format: 'General' });
    await expect(host.snapshot()).rejects.toEqual(refusal('excel.moving'));
  });

  it('knows the date system of old workbooks from the Mac', async () => {
    open({ ...contractWorkbook(), date1904: true });
    expect((await host.snapshot()).date1904).toBe(true);
  });

  it('says what Excel says', async () => {
    excel.failing = 'GeneralException';
    await expect(host.snapshot()).rejects.toEqual(refusal('excel.failed'));
  });
});

describe('writing', () => {
  it('says that a sheet is protected, and hears of changes again afterwards', async () => {
    sheetOf(CASE_SHEET).isProtected = true;
    await expect(host.apply([put(1)])).rejects.toEqual(refusal('excel.protected'));
    expect(workbook._Runtime.enableEvents).toBe(true);
  });

  it('says that a number became a text in a column formatted as text', async () => {
    sheetOf(CASE_SHEET).put(2, 2, { value: null, formula: null, format: '@' });
    await expect(host.apply([put(5)])).rejects.toEqual(refusal('excel.not-as-written'));
  });

  it('refuses an error that nobody can type', async () => {
    await expect(host.apply([put({ error: '#SPILL!' })])).rejects.toEqual(refusal('excel.error-not-enterable'));
  });

  it('sends a block of cells as one', async () => {
    const cells = Array.from({ length: 600 }, (_, index) => ({ row: Math.floor(index / 6), column: index % 6 }));
    await host.apply(
      cells.map((cell) => ({ kind: 'set-value', cell: { sheet: NOTES_SHEET, ...cell }, value: cell.row })),
    );
    expect(excel.traffic[1]!.asked).toBeLessThan(6_000);
    expect(sheetOf(NOTES_SHEET).cell(99, 5).value).toBe(99);
  });

  it('waits while the user is typing into a cell', async () => {
    excel.editing = true;
    const writing = host.apply([put(77)]);
    await pause(50);
    expect(sheetOf(CASE_SHEET).cell(2, 2).value).toBe(12);
    excel.editing = false;
    await writing;
    expect(sheetOf(CASE_SHEET).cell(2, 2).value).toBe(77);
  });
});

describe('showing a cell', () => {
  it('refuses one on a hidden sheet', async () => {
    const sheets = contractWorkbook().sheets.map((sheet) =>
      sheet.name === NOTES_SHEET ? new SheetBuilder(NOTES_SHEET).setVisibility('hidden').build() : sheet,
    );
    open({ ...contractWorkbook(), sheets });
    await expect(host.reveal({ sheet: NOTES_SHEET, row: 0, column: 0 })).rejects.toEqual(refusal('excel.hidden-sheet'));
    expect(workbook.selected).toBeNull();
  });
});

describe('hearing of changes', () => {
  it('hears a recalculation, since a function of an add-in is done after the edit', async () => {
    const heard = jest.fn();
    const stop = host.onChange(heard);
    await pause(50);
    workbook.tell(16, { worksheetId: '{sheet-0}', address: 'A1' });
    await pause(250);
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
  });

  it('hands out no numbers while it cannot hear', async () => {
    excel.failing = 'ServiceNotAvailable';
    host.onChange(() => {});
    await pause(50);
    excel.failing = null;
    await expect(host.snapshot()).rejects.toEqual(refusal('excel.busy'));
  });
});
