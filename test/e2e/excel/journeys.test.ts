import { evaluate } from '../../../src/core/pipeline';
import { formFields } from '../../../src/core/template/examples/example';
import { planWorkbook } from '../../../src/core/template/planWorkbook';
import type { TableName } from '../../../src/core/template/types';
import { SheetBuilder } from '../../../src/core/workbook/sheetColumns';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import {
  excelForEach,
  ExcelUser,
  numbersAre,
  PATIENCE,
  sampleInExcel,
  type,
  until,
} from '../../support/officeHost/atExcel';
import type { OpenExcel } from '../../support/officeHost/browserExcel';
import { calculateIn } from '../../support/officeHost/calculating';
import { ExcelWorkbook } from '../../support/officeHost/excelWorkbook';
import { snapshotOf } from '../../support/officeHost/modelFile';
import { NEW, OLD, type ForeignRows } from '../../support/foreignTables';
import { planSnapshot } from '../../support/planSnapshot';

jest.setTimeout(5 * PATIENCE);

const openExcel = excelForEach('ja-JP');
let excel: OpenExcel;

const japanese = async (workbook: ExcelWorkbook): Promise<void> => {
  excel = await openExcel(workbook);
};

/** The two numbers as the command line would give them for what stands in the workbook now. */
function numbersIn(workbook: ExcelWorkbook): readonly (string | undefined)[] {
  const { reductionPerUnit, avoided } = evaluate(snapshotOf(workbook)).assessment;
  return [reductionPerUnit.value?.toString(), avoided.value?.toString()];
}

const ofSheets = (...sheets: readonly SheetSnapshot[]): WorkbookSnapshot => ({
  sheets,
  tables: [],
  names: [],
  externalLinks: [],
  calculationMode: 'automatic',
  date1904: false,
});

const lineOf = (process: string, amount: string, factorId: string) => ({
  ...{ id: 'L1', stage: '使用', process, flow: '投入', inCity: '0' },
  ...{ amount, unit: 'ｋＷｈ', per: '機能単位当たり', factorId },
});

it('from a workbook of the user’s own, by a new application, to the two numbers', async () => {
  const workbook = new ExcelWorkbook(ofSheets(new SheetBuilder('メモ').add(0, 0, '自社').build()), () => null);
  const stop = calculateIn(workbook);
  await japanese(workbook);
  await excel.press('newApplication');
  await excel.pane.getByRole('button', { name: 'このブックにシートを追加' }).click();
  await until(() => workbook.tables.getItemOrNullObject('KmcContribution') !== null);
  const user = new ExcelUser(workbook, 'ja');
  user.fillFields({
    functionalUnit: '1',
    functionalUnitsPerUnit: '55000',
    fiscalYear: '2025',
    soldUnit: '台',
    timeSense: '当年度販売分の使用期間全体',
    reductionUnit: 'g-CO2e',
    reductionDigits: '1',
    avoidedDigits: '１',
    roundingMode: '四捨五入',
  });
  type(user.field('functionalUnit', 'unit'), 'kWh');
  user.fill('KmcFactors', 0, { id: 'grid', value: '0.55', unit: 'kg-CO2e/kWh' });
  user.fill('KmcFactors', 1, { id: 'pv', value: '0.0455', unit: 'kg-CO2e/kWh' });
  user.fill('KmcBaseline', 0, lineOf('系統電力', '1', 'grid'));
  user.fill('KmcProduct', 0, lineOf('太陽光', '１', 'pv'));
  user.fill('KmcSales', 0, { id: 'S1', period: '2025', inCity: '市外', units: '1', unit: '台', status: '実績' });
  user.fill('KmcContribution', 0, { id: 'C1', partner: '当社', inCity: '市内', method: '按分なし', share: '1' });
  // 550 − 45.5 g of a photovoltaic kWh against the grid's; 55,000 kWh over the life of one system, in kg rounded to one digit of a ton
  await numbersAre(excel, '504.5', '27.7');
  expect(numbersIn(workbook)).toEqual(['504.5', '27.7475']);
  expect(workbook.sheets[0]!.cell(0, 0).value).toBe('自社');
  stop();
});

/** What is typed in place of what stands in the sample: each means one thing only. */
const FAULTS: readonly [TableName, string, string][] = [
  ['KmcBaseline', 'amount', '１'],
  ['KmcBaseline', 'stage', 'Use'],
  ['KmcBaseline', 'inCity', '0%'],
  ['KmcProduct', 'amount', '１'],
  ['KmcContribution', 'inCity', 'In the city'],
];

it('planted faults are found and mended by clicks alone', async () => {
  const workbook = await sampleInExcel('photovoltaics');
  const user = new ExcelUser(workbook, 'ja');
  const right = numbersIn(workbook);
  for (const [table, key, text] of FAULTS) {
    const cell = user.cell(table, key, 0);
    // A text, as it comes from another program: Excel itself would read some of these as numbers.
    cell.sheet.put(cell.rowIndex, cell.columnIndex, { value: text, formula: null, format: 'General' });
  }
  expect(numbersIn(workbook)).not.toEqual(right);
  await japanese(workbook);
  await excel.press('checkWorkbook');
  const fixes = excel.pane.locator('[data-fix]');
  await fixes.first().waitFor({ timeout: PATIENCE });
  const end = Date.now() + 3 * PATIENCE;
  while (JSON.stringify(numbersIn(workbook)) !== JSON.stringify(right)) {
    expect(Date.now()).toBeLessThan(end);
    // The list is made anew after each correction: what was there a moment ago may be gone.
    await fixes
      .first()
      .click({ timeout: 5_000 })
      .catch(() => {});
    await excel.pane.waitForTimeout(200);
  }
  await numbersAre(excel, '504.5', '27.7475');
  expect(numbersIn(workbook)).toEqual(right);
  await excel.pane.waitForFunction(() => !document.querySelector('[data-fix]'), null, { timeout: PATIENCE });
});

function sheetOf(name: string, rows: ForeignRows): SheetSnapshot {
  const sheet = new SheetBuilder(name);
  rows.forEach((cells, row) => cells.forEach((value, column) => value !== null && sheet.add(row, column, value, null)));
  return sheet.build();
}

/** Everything but the inventories: 100 units outside the city, a rate of one half, one unit as functional unit. */
function withoutInventories(): WorkbookSnapshot {
  const form = planSnapshot(
    planWorkbook({
      language: 'ja',
      content: {
        fields: formFields({
          functionalUnit: { value: 1, unit: '台' },
          soldUnit: { value: '台' },
          functionalUnitsPerUnit: { value: 1 },
          avoidedDigits: { value: 1 },
        }),
        tables: {
          KmcBaseline: [{}],
          KmcProduct: [{}],
          KmcFactors: [{}],
          KmcSales: [{ id: 'S1', period: 2025, inCity: 'out', units: 100, unit: '台', status: 'realized' }],
          KmcContribution: [{ id: 'P1', partner: 'A', inCity: 'in', method: 'agreed-share', share: 0.5 }],
        },
      },
    }),
  );
  return { ...form, sheets: [...form.sheets, sheetOf('従来品', OLD), sheetOf('New model', NEW)] };
}

it('two sheets of the user’s own are adopted as they are, and stay as they are', async () => {
  const workbook = new ExcelWorkbook(withoutInventories(), () => null);
  const own = JSON.stringify([...workbook.worksheets.getItem('従来品').cells]);
  await japanese(workbook);
  await excel.press('newApplication');
  await excel.pane.getByRole('button', { name: '表を選ぶ' }).click();
  for (const name of [/^従来品!A3:D\d+ を選ぶ$/, /^'New model'!A1:D3 を選ぶ$/]) {
    await excel.pane.getByRole('button', { name }).click({ timeout: PATIENCE });
    await excel.pane.getByLabel('種別（必須）').selectOption('input');
    await excel.pane.getByLabel('数量の基準（必須）').selectOption('functional-unit');
    await excel.pane.getByRole('button', { name: '読み取り結果を確認' }).click();
    await excel.pane.getByRole('button', { name: 'この表を使う' }).click();
  }
  // 43 − 13; × 100 × 0.5 = 1,500 kg
  await numbersAre(excel, '30', '1.5');
  expect(numbersIn(workbook)).toEqual(['30', '1.5']);
  expect(JSON.stringify([...workbook.worksheets.getItem('従来品').cells])).toBe(own);
});
