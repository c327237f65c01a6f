import { createExcelHost } from '../../../src/adapters/excel/excelHost';
import type { WorkbookHost } from '../../../src/core/ports';
import type { CellValue } from '../../../src/core/workbook/cell';
import type { Edit } from '../../../src/core/workbook/edit';
import { SheetBuilder } from '../../../src/core/workbook/sheetColumns';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { contractWorkbook, CASE_SHEET, LINES_SHEET, NOTES_SHEET } from '../../hosts/contractWorkbook';
import { ExcelWorkbook } from '../../support/officeHost/excelWorkbook';
import { snapshotOf } from '../../support/officeHost/modelFile';
import { HostError } from '../../support/officeHost/hostError';
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
/** A sheet hands out its cells by methods. */
const contentsToo = (_key: string, value: unknown): unknown => {
  const sheet = value as Partial<SheetSnapshot> | null;
  if (typeof sheet !== 'object' || !sheet?.forEachCell) return value;
  const cells: unknown[] = [];
  sheet.forEachCell((...cell) => cells.push(cell));
  return cells;
};
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
  it('names the sheets that are protected, and writes nothing, on no other sheet either', async () => {
    sheetOf(CASE_SHEET).isProtected = true;
    await expect(host.apply([put(1, NOTES_SHEET), put(1)])).rejects.toMatchObject({
      detail: { code: 'excel.protected-sheets', params: { sheets: [CASE_SHEET] } },
    });
    expect(sheetOf(NOTES_SHEET).cell(2, 2).value).toBeNull();
    expect(workbook._Runtime.enableEvents).toBe(true);
  });

  it('enters into cells that a protected sheet leaves open', async () => {
    sheetOf(CASE_SHEET).isProtected = true;
    sheetOf(CASE_SHEET).unlocked.add('C3');
    await host.apply([put(41)]);
    expect(sheetOf(CASE_SHEET).cell(2, 2).value).toBe(41);
  });

  it('says that a sheet was protected at the last moment, and hears of changes again afterwards', async () => {
    let asked = false;
    excel.meanwhile = () => {
      sheetOf(CASE_SHEET).isProtected = asked;
      asked = true;
    };
    await expect(host.apply([put(1)])).rejects.toEqual(refusal('excel.protected'));
    expect(workbook._Runtime.enableEvents).toBe(true);
  });

  it('sends everything it writes in one request, since each request is a step of Excel’s undo', async () => {
    const states = new Set<string>();
    const note = () => states.add(JSON.stringify(snapshotOf(workbook), contentsToo));
    excel.meanwhile = note;
    const below: Edit = { kind: 'set-value', cell: { sheet: LINES_SHEET, row: 9, column: 1 }, value: 'L9' };
    const name = { kind: 'set-name', name: 'KmcNew', formula: '$A$1', hidden: true } as const;
    await host.apply([put(5), put(6, NOTES_SHEET), below, name]);
    note();
    expect(sheetOf(NOTES_SHEET).cell(2, 2).value).toBe(6);
    expect(states.size).toBe(2);
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
  it('hears a co-author, whose numbers are those of the workbook too', async () => {
    const heard = jest.fn();
    const stop = host.onChange(heard);
    await pause(50);
    const range = sheetOf(CASE_SHEET).getCell(2, 2);
    workbook.tell(10, { worksheetId: range.sheet.id, address: 'C3', changeType: 'RangeEdited', source: 'Remote' });
    await pause(250);
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
  });

  it('hears a hundred changes of one burst once', async () => {
    const heard = jest.fn();
    const stop = host.onChange(heard);
    await pause(50);
    for (let row = 0; row < 100; row++) sheetOf(NOTES_SHEET).getCell(row, 3).formulas = [[row]];
    await pause(400);
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
  });

  it('hears a recalculation, since a function of an add-in is done after the edit', async () => {
    const heard = jest.fn();
    const stop = host.onChange(heard);
    await pause(50);
    workbook.tell(16, { worksheetId: '{sheet-0}', address: 'A1' });
    await pause(250);
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
  });

  it('hands out no numbers while it cannot hear, and asks again to be told', async () => {
    excel.failing = 'ServiceNotAvailable';
    const heard = jest.fn();
    const stop = host.onChange(heard);
    await pause(50);
    await expect(host.snapshot()).rejects.toEqual(refusal('excel.busy'));
    excel.failing = null;
    expect((await host.snapshot()).sheets[0]!.value(2, 2)).toBe(12);
    sheetOf(CASE_SHEET).getCell(2, 2).formulas = [[5]];
    await pause(400);
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
  });

  it('hands out no numbers where nothing but telling is refused', async () => {
    workbook.watched.add = () => {
      throw new HostError('GeneralException', 'no events');
    };
    const stop = host.onChange(() => {});
    await pause(50);
    await expect(host.snapshot()).rejects.toEqual(refusal('excel.failed'));
    stop();
  });
});
