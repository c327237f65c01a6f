import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { applyEdits } from '../../../src/adapters/xlsx/write/applyEdits';
import { writeXlsx } from '../../../src/adapters/xlsx/write/writeXlsx';
import { readXlsx } from '../../../src/adapters/xlsx/read/readXlsx';
import type { RowRef } from '../../../src/core/case/types';
import { evaluate } from '../../../src/core/pipeline';
import { decisionsOf } from '../../../src/core/review/decisions/store';
import { formFields } from '../../../src/core/template/examples/example';
import type { CellPlan, SheetPlan } from '../../../src/core/template/plan';
import { planWorkbook } from '../../../src/core/template/planWorkbook';
import { headerOf } from '../../../src/core/template/headers';
import type { TableName } from '../../../src/core/template/types';
import { cellAddress } from '../../../src/core/workbook/a1';
import type { Edit } from '../../../src/core/workbook/edit';
import { NEW, OLD, type ForeignRows } from '../../support/foreignTables';
import { afresh, chooseSheet, paneShows, savedFile, type, workbenchForEach } from '../../support/workbenchPage';

jest.setTimeout(120_000);

const SAMPLES = path.resolve(__dirname, '../../../samples');

let page: Page;
const workbench = workbenchForEach();
beforeEach(() => (page = workbench.page));

const BLANK = planWorkbook({ language: 'ja' });

/** Where a blank workbook has a table's column; `line` counts from 0. */
function at(table: TableName, key: string, line = 0): string {
  const sheet = BLANK.sheets.find(({ tables }) => tables.some(({ name }) => name === table))!;
  const { block, columns } = sheet.tables.find(({ name }) => name === table)!;
  const column = columns.findIndex(({ header }) => header === headerOf(table, key, 'ja'));
  return cellAddress({ row: block.top + 1 + line, column: block.left + column });
}

/** Where a blank workbook has a field's value. */
function fieldAt(key: string): string {
  const sheet = BLANK.sheets.find((one) => one.key === 'case')!;
  const { row } = sheet.cells.find(({ value }) => value === key)!;
  const { block, columns } = sheet.tables[0]!;
  const column = columns.findIndex(({ header }) => header === headerOf('KmcCase', 'value', 'ja'));
  return cellAddress({ row, column: block.left + column });
}

const sheetName = (key: string): string => BLANK.sheets.find((one) => one.key === key)!.name;

async function fill(sheet: string, cells: Readonly<Record<string, string>>): Promise<void> {
  await chooseSheet(page, sheetName(sheet));
  for (const [address, text] of Object.entries(cells)) await type(page, address, [text]);
}

const line = (table: TableName, process: string, amount: string, factor: string) => ({
  [at(table, 'id')]: 'L1',
  [at(table, 'stage')]: '使用',
  [at(table, 'process')]: process,
  [at(table, 'flow')]: '投入',
  [at(table, 'inCity')]: '0',
  [at(table, 'amount')]: amount,
  [at(table, 'unit')]: 'ｋＷｈ',
  [at(table, 'per')]: '機能単位当たり',
  [at(table, 'factorId')]: factor,
});

it('from a blank form to the two numbers, in full-width letters where they come naturally', async () => {
  await page.getByRole('button', { name: '新規' }).click();
  await page
    .getByRole('button', { name: '変更を破棄' })
    .click({ timeout: 3000 })
    .catch(() => undefined);
  await chooseSheet(page, sheetName('case'));
  await fill('case', {
    [fieldAt('functionalUnit')]: '1',
    [fieldAt('functionalUnitsPerUnit')]: '55000',
    [fieldAt('fiscalYear')]: '令和7年度',
    [fieldAt('soldUnit')]: '台',
    [fieldAt('timeSense')]: '当年度販売分の使用期間全体',
    [fieldAt('reductionUnit')]: 'g-CO2e',
    [fieldAt('reductionDigits')]: '1',
    [fieldAt('avoidedDigits')]: '１',
    [fieldAt('roundingMode')]: '四捨五入',
  });
  await chooseSheet(page, sheetName('case'));
  const unit = cellAddress({ row: Number(/\d+/.exec(fieldAt('functionalUnit'))![0]) - 1, column: 3 });
  await type(page, unit, ['kWh']);
  await fill('factors', {
    [at('KmcFactors', 'id')]: 'grid',
    [at('KmcFactors', 'value')]: '0.55',
    [at('KmcFactors', 'unit')]: 'kg-CO2e/kWh',
    [at('KmcFactors', 'id', 1)]: 'pv',
    [at('KmcFactors', 'value', 1)]: '0.0455',
    [at('KmcFactors', 'unit', 1)]: 'kg-CO2e/kWh',
  });
  await fill('baseline', line('KmcBaseline', '系統電力', '1', 'grid'));
  await fill('product', line('KmcProduct', '太陽光', '１', 'pv'));
  await fill('sales', {
    [at('KmcSales', 'id')]: 'S1',
    [at('KmcSales', 'period')]: '2025',
    [at('KmcSales', 'inCity')]: '市外',
    [at('KmcSales', 'units')]: '1',
    [at('KmcSales', 'unit')]: '台',
    [at('KmcSales', 'status')]: '実績',
  });
  await fill('contribution', {
    [at('KmcContribution', 'id')]: 'C1',
    [at('KmcContribution', 'partner')]: '当社',
    [at('KmcContribution', 'inCity')]: '市内',
    [at('KmcContribution', 'method')]: '按分なし',
    [at('KmcContribution', 'share')]: '1',
  });
  await paneShows(page, '504.5', '27.7');
  const outcome = await afresh(await savedFile(page));
  const blocking = outcome.problems
    .filter(({ severity }) => severity === 'block')
    .map(({ message, cell }) => [message.code, message.params, cell]);
  expect(blocking).toEqual([]);
  // 550 − 45.5 g of a photovoltaic kWh against the grid's; 55,000 kWh over the life of one system
  expect(outcome.assessment.reductionPerUnit.value?.toString()).toBe('504.5');
  expect(outcome.assessment.avoided.value?.toString()).toBe('27.7475');
});

it('switches the language in the middle of the work, and loses nothing', async () => {
  await chooseSheet(page, '応募製品等');
  await type(page, 'H6', ['2']);
  await paneShows(page, '124', '620');
  await page
    .getByRole('radio', { name: 'English' })
    .or(page.getByRole('button', { name: 'English' }))
    .first()
    .click();
  await page.getByRole('button', { name: 'Open…' }).waitFor();
  await paneShows(page, '124', '620');
  await type(page, 'H5', ['2']);
  // 769 − (2 × 275 + 2 × 185); × 10,000 t × 0.5
  await paneShows(page, '−151', '−755');
  const { assessment, case: source } = await afresh(await savedFile(page));
  expect(source.language).toBe('ja');
  expect(assessment.reductionPerUnit.value?.toString()).toBe('-151');
});

/** What is typed in place of what stands in the sample: each means one thing only. */
const FAULTS: readonly [TableName, string, (right: string) => string][] = [
  ['KmcCase', 'timeSense', () => 'Per year'],
  ['KmcCase', 'functionalUnitsPerUnit', fullWidth],
  ['KmcCase', 'fiscalYear', (right) => `FY${right}`],
  ['KmcBaseline', 'stage', () => 'Use'],
  ['KmcBaseline', 'amount', fullWidth],
  ['KmcBaseline', 'inCity', () => '0%'],
  ['KmcProduct', 'amount', fullWidth],
  ['KmcProduct', 'factorId', (right) => ` ${right}`],
  ['KmcSales', 'status', (right) => `${right} `],
  ['KmcContribution', 'inCity', () => 'In the city'],
];

function fullWidth(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

async function withFaults(bytes: Uint8Array): Promise<Uint8Array> {
  const { snapshot } = await readXlsx(bytes);
  const { case: read } = evaluate(snapshot);
  const rows = {
    KmcBaseline: read.baseline.lines,
    KmcProduct: read.product.lines,
    KmcSales: read.sales,
    KmcContribution: read.contribution,
  } as Partial<Record<TableName, readonly { readonly ref: RowRef }[]>>;
  const edits = FAULTS.map(([table, key, typed]): Edit => {
    const ref = table === 'KmcCase' ? read.fields[key]!.ref : rows[table]![0]!.ref;
    const column = read.locations[table]!.columns[table === 'KmcCase' ? 'value' : key]!;
    const cell = { sheet: ref.sheet, row: ref.row, column };
    const right = snapshot.sheets.find(({ name }) => name === ref.sheet)!.value(cell.row, cell.column);
    return { kind: 'set-value', cell, value: typed(String(right)) };
  });
  return applyEdits(bytes, edits);
}

it('ten planted faults are found and mended by clicks in the list alone', async () => {
  const sound = Uint8Array.from(readFileSync(path.join(SAMPLES, 'photovoltaics.xlsx')));
  const faulty = Buffer.from(await withFaults(sound));
  expect((await afresh(faulty)).assessment.reductionPerUnit.value).toBeNull();
  await page.locator('input[type=file]').setInputFiles({ name: 'faulty.xlsx', mimeType: '', buffer: faulty });
  await page.getByText('faulty.xlsx').waitFor();
  await page.getByRole('tab', { name: /^審査$/ }).click();
  const fixes = page.locator('[data-fix]');
  await fixes.first().waitFor();
  for (let clicks = 0; (await fixes.count()) > 0; clicks++) {
    expect(clicks).toBeLessThan(20);
    const before = await page.locator('aside[aria-label]').innerText();
    await fixes.first().click();
    await page.waitForFunction(
      (old) => document.querySelector<HTMLElement>('aside[aria-label]')!.innerText !== old,
      before,
    );
    await page.waitForTimeout(500);
  }
  await paneShows(page, '504.5', '27.7475');
  const { assessment } = await afresh(await savedFile(page));
  expect([assessment.reductionPerUnit.value?.toString(), assessment.avoided.value?.toString()]).toEqual([
    '504.5',
    '27.7475',
  ]);
});

function foreignSheet(name: string, rows: ForeignRows): SheetPlan {
  const cells = rows.flatMap((values, row) =>
    values.map((value, column): CellPlan => ({
      row,
      column,
      value,
      formula: null,
      style: 'plain',
      numberFormat: null,
    })),
  );
  const page = {
    orientation: 'portrait',
    printArea: null,
    repeatRows: null,
    fitToWidth: true,
    fitToHeight: false,
  } as const;
  return {
    ...{ key: name, name, cells, page },
    ...{ tables: [], validations: [], columnWidths: [30, 18, 24, 24], merges: [], freeze: null, tabColour: null },
  };
}

/** Everything but the inventories: 100 units outside the city, a rate of one half, one unit as functional unit. */
function withoutInventories(): Uint8Array {
  const plan = planWorkbook({
    language: 'ja',
    content: {
      fields: formFields({
        functionalUnit: { value: 1, unit: '台' },
        soldUnit: { value: '台' },
        functionalUnitsPerUnit: { value: 1 },
      }),
      tables: {
        KmcBaseline: [{}],
        KmcProduct: [{}],
        KmcFactors: [{}],
        KmcSales: [{ id: 'S1', period: 2025, inCity: 'out', units: 100, unit: '台', status: 'realized' }],
        KmcContribution: [{ id: 'P1', partner: 'A', inCity: 'in', method: 'agreed-share', share: 0.5 }],
      },
    },
  });
  return writeXlsx({ ...plan, sheets: [...plan.sheets, foreignSheet('従来品', OLD), foreignSheet('New model', NEW)] });
}

it('adopts two sheets as they are, and the numbers come', async () => {
  const buffer = Buffer.from(withoutInventories());
  await page.locator('input[type=file]').first().setInputFiles({ name: 'own.xlsx', mimeType: '', buffer });
  await page.getByText('own.xlsx').waitFor();
  await page.getByRole('tab', { name: '概要', exact: true }).click();
  await page.getByRole('button', { name: '表を選ぶ' }).click();

  await page.getByRole('button', { name: /^従来品!A3:D\d+ を選ぶ$/ }).click();
  await page.getByLabel('種別（必須）').selectOption('input');
  await page.getByLabel('数量の基準（必須）').selectOption('functional-unit');
  await page.getByRole('button', { name: '読み取り結果を確認' }).click();
  await page.getByRole('button', { name: 'この表を使う' }).click();

  await page.getByRole('button', { name: /^'New model'!A1:D3 を選ぶ$/ }).click();
  await page.getByLabel('種別（必須）').selectOption('input');
  await page.getByLabel('数量の基準（必須）').selectOption('functional-unit');
  await page.getByRole('button', { name: '読み取り結果を確認' }).click();
  await page.getByRole('button', { name: 'この表を使う' }).click();

  // 43 − 13; × 100 × 0.5
  await paneShows(page, '30');
  const { assessment } = await afresh(await savedFile(page));
  expect(assessment.reductionPerUnit.value?.toString()).toBe('30');
  expect(assessment.avoided.value?.toString()).toBe('1.5');
});

it('a reviewer decides, the author changes a line, and the decision is open again, naming the cell', async () => {
  const sound = readFileSync(path.join(SAMPLES, 'photovoltaics.xlsx'));
  await page.locator('input[type=file]').first().setInputFiles({ name: 'sent.xlsx', mimeType: '', buffer: sound });
  await page.getByText('sent.xlsx').waitFor();
  await page.getByRole('tab', { name: '審査', exact: true }).click();
  await page.getByLabel('立場').selectOption('reviewer');
  await page.getByText('すべての確認が終わりました。').waitFor();
  const pane = page.locator('aside[aria-label]');
  const item = (name: RegExp) => pane.locator('section', { has: page.getByRole('button', { name }) }).last();
  for (const name of [/^A2 /, /^B2 /]) {
    const opener = pane.getByRole('button', { name });
    if ((await opener.getAttribute('aria-expanded')) === 'false') await opener.click();
    await item(name).getByRole('button', { name: '判断する' }).first().click();
    await item(name).getByLabel('お名前').fill('審査 花子');
    await item(name).getByRole('button', { name: '記録', exact: true }).click();
    await item(name).getByText('審査 花子').waitFor();
  }
  expect(await pane.locator('[data-reopened]').count()).toBe(0);

  await page.getByLabel('立場').selectOption('author');
  await chooseSheet(page, '比較対象製品');
  await type(page, 'H5', ['3']);
  // 3 × 550 − 45.5
  await paneShows(page, '1,604.5');
  const reopened = pane.locator('[data-reopened]');
  await reopened.first().waitFor();
  expect(await reopened.count()).toBe(1);
  expect(await reopened.innerText()).toContain('比較対象製品!H5');
  expect(await reopened.innerText()).toContain('1 から 3 に変わりました');

  const { snapshot } = await readXlsx(await savedFile(page));
  expect(decisionsOf(snapshot).entries.map(({ on, kind }) => [on, kind])).toEqual([
    ['A2', 'decision'],
    ['B2', 'decision'],
  ]);
});
