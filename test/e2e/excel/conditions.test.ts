import { formFields } from '../../../src/core/template/examples/example';
import { planWorkbook } from '../../../src/core/template/planWorkbook';
import { SheetBuilder } from '../../../src/core/workbook/sheetColumns';
import {
  excelForEach,
  ExcelUser,
  numbersAre,
  paneShows,
  PATIENCE,
  sampleInExcel,
  type,
  until,
} from '../../support/officeHost/atExcel';
import type { ExcelOptions, OpenExcel } from '../../support/officeHost/browserExcel';
import { ExcelWorkbook } from '../../support/officeHost/excelWorkbook';
import { withoutMembers } from '../../support/officeHost/olderExcel';
import { planSnapshot } from '../../support/planSnapshot';
import { EXCEL_API } from '../../../src/adapters/excel/environment';
import { membersAbove } from '../../adapters/excel/apiSets';

jest.setTimeout(5 * PATIENCE);

const openExcel = excelForEach('en-US');
let excel: OpenExcel;

const open = async (workbook: ExcelWorkbook, more: Partial<ExcelOptions> = {}): Promise<void> => {
  excel = await openExcel(workbook, more);
};

/** Of a workbook whose formula was entered before the add-in was there: the pane writes it anew when it is asked to. */
function withUnknownFunction(): ExcelWorkbook {
  const sheet = new SheetBuilder('S').add(0, 0, { error: '#NAME?' }, 'KMC.VERSION()').build();
  const rest = { tables: [], names: [], externalLinks: [], calculationMode: 'automatic', date1904: false } as const;
  return new ExcelWorkbook({ ...rest, sheets: [sheet] }, () => 'KMC');
}

const repair = () => excel.pane.getByRole('button', { name: 'Enter the formulas again' }).click({ timeout: PATIENCE });

describe('a protected sheet', () => {
  it('is named in a sentence, and once it is unprotected the same click works', async () => {
    const workbook = withUnknownFunction();
    workbook.sheets[0]!.isProtected = true;
    await open(workbook);
    await repair();
    await paneShows(excel, 'these sheets are protected: S', 'Unprotect Sheet');
    expect(workbook.sheets[0]!.cell(0, 0).value).toEqual({ error: '#NAME?' });
    workbook.sheets[0]!.isProtected = false;
    await repair();
    await until(() => workbook.sheets[0]!.cell(0, 0).value === 'KMC');
  });
});

describe('a workbook with a protected structure', () => {
  it('takes no new application, and says what to do', async () => {
    const workbook = withUnknownFunction();
    workbook.isProtected = true;
    await open(workbook);
    await excel.press('newApplication');
    await excel.pane.getByRole('button', { name: 'Add the sheets to this workbook' }).click({ timeout: PATIENCE });
    await paneShows(excel, 'structure is protected');
    expect(workbook.sheets).toHaveLength(1);
  });
});

describe('while a cell is being edited', () => {
  it('what the pane writes and reads waits for the end of it', async () => {
    const workbook = withUnknownFunction();
    await open(workbook);
    await paneShows(excel, 'Enter the formulas again');
    excel.editing(true);
    const before = excel.traffic.length;
    await repair();
    await excel.pane.waitForTimeout(500);
    expect(excel.traffic.slice(before)).toEqual([]);
    expect(workbook.sheets[0]!.cell(0, 0).value).toEqual({ error: '#NAME?' });
    excel.editing(false);
    await until(() => workbook.sheets[0]!.cell(0, 0).value === 'KMC');
  });

  it('the pane opens once it has ended', async () => {
    const workbook = await sampleInExcel('slag-cement');
    await open(workbook, { isEditing: true });
    await excel.pane.waitForTimeout(500);
    excel.editing(false);
    await numbersAre(excel, '309', '1,545');
  });

  it('an Excel that lets nothing wait makes the pane say so, and it goes on when asked to', async () => {
    const workbook = await sampleInExcel('slag-cement');
    await open(workbook, { isEditing: true, sets: { DelayForCellEdit: '0.0' } });
    await paneShows(excel, 'A cell is being edited. Press Enter or Esc');
    excel.editing(false);
    await excel.pane.getByRole('button', { name: 'Try again' }).click();
    await numbersAre(excel, '309', '1,545');
    type(new ExcelUser(workbook, 'ja').cell('KmcSales', 'units', 0), '20000');
    await numbersAre(excel, '309', '3,090');
  });
});

const LINES = 10_000;

/** A product whose inventory has ten thousand lines of one gram each, beside one of 43 kg. */
function longWorkbook(): ExcelWorkbook {
  const line = { stage: 'production', flow: 'input', inCity: 0, unit: 'kg', per: 'functional-unit' };
  const factor = { factor: 1, factorUnit: 'kg-CO2e/kg' };
  const product = Array.from({ length: LINES }, (_, index) => ({
    ...line,
    ...factor,
    id: `P${index}`,
    process: `Part ${index}`,
    amount: 0.001,
  }));
  const content = {
    fields: formFields({
      functionalUnit: { value: 1, unit: 'unit' },
      soldUnit: { value: 'unit' },
      functionalUnitsPerUnit: { value: 1 },
      avoidedDigits: { value: 1 },
    }),
    tables: {
      KmcBaseline: [{ ...line, ...factor, id: 'B1', process: 'All', amount: 43 }],
      KmcProduct: product,
      KmcFactors: [{}],
      KmcSales: [{ id: 'S1', period: 2025, inCity: 'out', units: 100, unit: 'unit', status: 'realized' }],
      KmcContribution: [{ id: 'C1', partner: 'A', inCity: 'in', method: 'agreed-share', share: 0.5 }],
    },
  };
  const snapshot = planSnapshot(planWorkbook({ language: 'en', content }));
  return new ExcelWorkbook(snapshot, () => null);
}

describe('a table of ten thousand lines', () => {
  it('is read below the payload limit, and not read again for an edit of another sheet', async () => {
    const workbook = longWorkbook();
    await open(workbook);
    // 43 − 10,000 × 0.001; × 100 × 0.5 = 1,650 kg
    await numbersAre(excel, '33', '1.7');
    const sizes = excel.traffic.map(({ asked, answered }) => Math.max(asked, answered));
    expect(Math.max(...sizes)).toBeLessThan(5_000_000 / 2);
    const first = sum(excel.traffic.map(({ answered }) => answered));
    expect(first).toBeGreaterThan(5_000_000);

    const before = excel.traffic.length;
    type(new ExcelUser(workbook, 'en').cell('KmcSales', 'units', 0), '200');
    await numbersAre(excel, '33', '3.3');
    expect(sum(excel.traffic.slice(before).map(({ answered }) => answered))).toBeLessThan(first / 10);
  });
});

const sum = (sizes: readonly number[]): number => sizes.reduce((all, one) => all + one, 0);

describe('an Excel that has nothing above the floor', () => {
  it('shows the numbers, follows an edit, finds a cell and makes an application', async () => {
    const members = membersAbove(EXCEL_API);
    expect(members).toEqual(expect.arrayContaining(['Range.getDirectDependents', 'Worksheet.onFormulaChanged']));
    expect(members).not.toContain('Range.getDirectPrecedents');
    const older = { sets: { ExcelApi: EXCEL_API }, library: withoutMembers(members) };

    const workbook = await sampleInExcel('slag-cement');
    await open(workbook, older);
    await numbersAre(excel, '309', '1,545');
    type(new ExcelUser(workbook, 'ja').cell('KmcSales', 'units', 0), '20000');
    await numbersAre(excel, '309', '3,090');
    expect(await excel.pane.evaluate(() => 'getDirectDependents' in Excel.Range.prototype)).toBe(false);
    await excel.close();

    const blank = withUnknownFunction();
    await open(blank, older);
    await repair();
    await until(() => blank.sheets[0]!.cell(0, 0).value === 'KMC');
    await excel.press('newApplication');
    await excel.pane.getByRole('button', { name: 'Add the sheets to this workbook' }).click({ timeout: PATIENCE });
    await until(() => blank.tables.getItemOrNullObject('KmcContribution') !== null);
  });
});

describe('what is kept in the workbook', () => {
  it('is found again when it is opened in a browser that keeps nothing', async () => {
    await open(await sampleInExcel('slag-cement'), { forbidsStorage: true });
    await numbersAre(excel, '309');
    await excel.pane.getByRole('button', { name: '日本語' }).click();
    await until(() => excel.settings.size > 0);
    const kept = new Map(excel.settings);
    await excel.close();

    await open(await sampleInExcel('slag-cement'), { forbidsStorage: true, kept });
    await paneShows(excel, '機能単位当たりの削減量');
    expect(await excel.pane.evaluate(() => document.documentElement.lang)).toBe('ja');
  });
});
