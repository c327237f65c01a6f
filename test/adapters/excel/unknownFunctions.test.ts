import { createExcelHost } from '../../../src/adapters/excel/excelHost';
import { inExcel } from '../../../src/adapters/excel/session';
import { repairUnknownFunctions, unknownFunctions } from '../../../src/adapters/excel/unknownFunctions';
import { SheetBuilder } from '../../../src/core/workbook/sheetColumns';
import type { CellValue } from '../../../src/core/workbook/cell';
import { ExcelWorkbook } from '../../support/officeHost/excelWorkbook';
import { nodeExcel } from '../../support/officeHost/nodeExcel';

const NAME: CellValue = { error: '#NAME?' };
const KNOWN = ['KMC.VERSION()', 'IF(A1="",0,KMC.GWP("CH4"))'];

/** Entered again, a known function is found; every other one is not. */
function opened(): ExcelWorkbook {
  const sheet = new SheetBuilder('S')
    .add(0, 0, NAME, KNOWN[0]!)
    .add(1, 0, NAME, '_xldudf_KMC_GWP("CH4")')
    .add(2, 0, NAME, 'KMC.MISPELT()')
    .add(3, 0, NAME, 'OTHERKMC.VERSION()')
    .add(4, 0, { error: '#VALUE!' }, 'KMC.GWP("x")')
    .add(5, 0, '#NAME?', null)
    .add(6, 0, 5, 'KMC.VERSION()');
  const other = new SheetBuilder('T').add(2, 3, NAME, KNOWN[1]!);
  const calculate = (formula: string): CellValue =>
    KNOWN.includes(formula) || formula.includes('KMC.GWP') ? 28 : NAME;
  const workbook = { tables: [], names: [], externalLinks: [], calculationMode: 'automatic', date1904: false } as const;
  return new ExcelWorkbook({ ...workbook, sheets: [sheet.build(), other.build()] }, calculate);
}

let workbook: ExcelWorkbook;
const excel = nodeExcel();
beforeEach(() => {
  workbook = opened();
  excel.open(workbook);
});

const valueOf = (sheet: string, row: number, column: number) =>
  workbook.worksheets.getItem(sheet).cell(row, column).value;

describe('cells whose function Excel did not know', () => {
  it('are found on every sheet, and no others', async () => {
    const found = unknownFunctions(await createExcelHost().snapshot('all'));
    expect(found.map(({ cell: { sheet, row, column } }) => `${sheet} ${row} ${column}`)).toEqual([
      'S 0 0',
      'S 1 0',
      'S 2 0',
      'T 2 3',
    ]);
  });

  it('get their formulas once more; what is still unknown is named', async () => {
    const left = await inExcel(repairUnknownFunctions);
    expect(left).toEqual([{ sheet: 'S', row: 2, column: 0 }]);
    expect([valueOf('S', 0, 0), valueOf('S', 1, 0), valueOf('T', 2, 3)]).toEqual([28, 28, 28]);
    expect([valueOf('S', 3, 0), valueOf('S', 4, 0), valueOf('S', 5, 0)]).toEqual([
      NAME,
      { error: '#VALUE!' },
      '#NAME?',
    ]);
  });

  it('are not told to the listeners as changes of the user', async () => {
    let heard = 0;
    const stop = createExcelHost().onChange(() => heard++);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await inExcel(repairUnknownFunctions);
    await new Promise((resolve) => setTimeout(resolve, 250));
    stop();
    expect(heard).toBe(0);
  });

  it('stay as they are on a protected sheet, with a sentence', async () => {
    workbook.worksheets.getItem('S').isProtected = true;
    await expect(inExcel(repairUnknownFunctions)).rejects.toMatchObject({ detail: { code: 'excel.protected-sheets' } });
    expect([valueOf('S', 0, 0), valueOf('T', 2, 3)]).toEqual([NAME, NAME]);
  });
});

describe('what Excel refuses', () => {
  it.each([
    ['AccessDenied', 'protected'],
    ['InvalidOperationInCellEditMode', 'cell-edit'],
    ['RequestPayloadSizeLimitExceeded', 'too-large-to-write'],
    ['Conflict', 'conflict'],
    ['InsertDeleteConflict', 'conflict'],
    ['MergedRangeConflict', 'in-the-way'],
    ['MemoryLimitReached', 'memory'],
    ['ServiceNotAvailable', 'busy'],
    ['ApiNotFound', 'unsupported'],
    ['GeneralException', 'failed'],
  ])('%s is said as a sentence', async (code, said) => {
    excel.failing = code;
    const host = createExcelHost();
    const edit = { kind: 'set-value', cell: { sheet: 'S', row: 0, column: 1 }, value: 1 } as const;
    await expect(host.apply([edit])).rejects.toMatchObject({ detail: { code: `excel.${said}` } });
  });
});
