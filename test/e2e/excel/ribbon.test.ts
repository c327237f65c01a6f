import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { readXlsx } from '../../../src/adapters/xlsx/read/readXlsx';
import { COMMANDS } from '../../../src/adapters/excel/commands';
import { POLICY } from '../../../src/apps/excel/build/securityHeaders.cjs';
import { SheetBuilder } from '../../../src/core/workbook/sheetColumns';
import { launchBrowser } from '../../support/browser';
import { builtExcel } from '../../support/builtPage';
import { PATIENCE, until } from '../../support/officeHost/atExcel';
import { openInExcel, type OpenExcel } from '../../support/officeHost/browserExcel';
import { ExcelWorkbook } from '../../support/officeHost/excelWorkbook';

jest.setTimeout(5 * PATIENCE);

const SAMPLE = path.resolve(__dirname, '../../../samples/slag-cement.xlsx');
const sample = async () => new ExcelWorkbook((await readXlsx(readFileSync(SAMPLE))).snapshot, () => null);

let addin: string;
let browser: Browser;

beforeAll(async () => {
  addin = builtExcel();
  browser = await launchBrowser();
}, 10 * PATIENCE);

afterAll(() => browser.close());

const shows = ({ pane }: OpenExcel, text: string) =>
  pane.waitForFunction((wanted) => document.body.innerText.includes(wanted), text, { timeout: PATIENCE });

const chosenTab = ({ pane }: OpenExcel) => pane.locator('[role=tab][aria-selected=true]').innerText();

describe('the ribbon’s commands', () => {
  let excel: OpenExcel;
  beforeAll(async () => {
    excel = await openInExcel(browser, await sample(), { addin, language: 'en-US' });
    await shows(excel, '309');
  });
  afterAll(() => excel.close());

  it.each([
    ['checkWorkbook', /^Review/],
    ['newApplication', /^Start/],
    ['makePackage', /^Submit/],
    ['checkWorkbook', /^Review/],
  ] as const)('%s shows its place, and Excel hears that it is done', async (command, tab) => {
    await excel.press(command);
    expect(await chosenTab(excel)).toMatch(tab);
  });

  it('show their place again after the user has gone elsewhere', async () => {
    await excel.pane.getByRole('tab', { name: /Result/ }).click();
    expect(await chosenTab(excel)).toMatch(/^Result/);
    await excel.press('checkWorkbook');
    expect(await chosenTab(excel)).toMatch(/^Review/);
  });

  it('are those of the manifest', () => {
    const manifest = readFileSync(path.join(addin, 'manifest.xml'), 'utf8');
    expect([...manifest.matchAll(/<FunctionName>(\w+)</g)].map(([, name]) => name)).toEqual([...COMMANDS]);
  });

  it('report no error, and ask nobody else', () => {
    expect([excel.errors, excel.outside]).toEqual([[], []]);
  });
});

describe('the page under the policy its server states', () => {
  it('may not load from or send to another address', async () => {
    const excel = await openInExcel(browser, await sample(), { addin, language: 'en-US' });
    await shows(excel, '309');
    const refused = await excel.pane.evaluate(async () => {
      const seen: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
      await fetch('https://example.org/').catch(() => {});
      const script = document.createElement('script');
      script.src = 'https://example.org/x.js';
      document.head.append(script);
      await new Promise((resolve) => setTimeout(resolve, 200));
      return seen;
    });
    expect(refused).toEqual(['connect-src', 'script-src-elem']);
    expect(excel.outside).toEqual([]);
    await excel.close();
  });

  it('lets no script run from text', () => {
    expect(POLICY).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
  });
});

describe('a new application', () => {
  it('is added to the open workbook, whose own sheet stays, and the pane reads it', async () => {
    const own = new SheetBuilder('Mine').add(0, 0, 'mine', null).build();
    const empty = { tables: [], names: [], externalLinks: [], calculationMode: 'automatic', date1904: false } as const;
    const workbook = new ExcelWorkbook({ ...empty, sheets: [own] }, () => null);
    const excel = await openInExcel(browser, workbook, { addin, language: 'en-US' });
    await excel.press('newApplication');
    await excel.pane.getByRole('radio', { name: /English/ }).check();
    await excel.pane.getByRole('button', { name: /Create the workbook|Add the sheets/ }).click();
    // One of the last tables; the pane reads the application only when it is whole.
    await until(() => workbook.tableList.some(({ name }) => name === 'KmcContribution'));
    await excel.pane.getByRole('tab', { name: 'Inventory' }).waitFor({ timeout: PATIENCE });
    expect(workbook.sheets[0]!.cell(0, 0).value).toBe('mine');
    expect(workbook.tableList.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['KmcCase', 'KmcBaseline', 'KmcProduct', 'KmcFactors', 'KmcSales']),
    );
    expect([excel.errors, excel.outside]).toEqual([[], []]);
    await excel.close();
  });
});

describe('formulas that were entered before the add-in was there', () => {
  it('are found when the pane opens, and entered again when it is asked to', async () => {
    const sheet = new SheetBuilder('S').add(0, 0, { error: '#NAME?' }, 'KMC.VERSION()').build();
    const workbook = {
      tables: [],
      names: [],
      externalLinks: [],
      calculationMode: 'automatic',
      date1904: false,
    } as const;
    const model = new ExcelWorkbook({ ...workbook, sheets: [sheet] }, () => 'KMC');
    const excel = await openInExcel(browser, model, { addin, language: 'en-US' });
    await shows(excel, 'One cell shows #NAME?');
    await excel.pane.getByRole('button', { name: 'Enter the formulas again' }).click();
    await excel.pane.waitForFunction(() => !document.body.innerText.includes('#NAME?'), null, { timeout: PATIENCE });
    expect(model.sheets[0]!.cell(0, 0)).toMatchObject({ value: 'KMC', formula: 'KMC.VERSION()' });
    await excel.close();
  });
});

describe('the language', () => {
  let session: BrowserContext;
  beforeAll(async () => {
    session = await browser.newContext({ ignoreHTTPSErrors: true });
  });

  it('is switched for pane and functions together', async () => {
    const excel = await openInExcel(browser, await sample(), { addin, language: 'en-US', session });
    await shows(excel, '309');
    expect(await excel.call('GWP', [''])).toMatchObject({ text: expect.not.stringMatching(/[ぁ-ん]/) });
    await excel.pane.getByRole('button', { name: '日本語' }).click();
    await shows(excel, '要修正');
    expect(await excel.call('GWP', [''])).toMatchObject({ text: expect.stringMatching(/[ぁ-ん]/) });
    expect(excel.settings.size).toBe(0);
    await excel.page.close();
  });

  it('is kept for the next workbook', async () => {
    const excel = await openInExcel(browser, await sample(), { addin, language: 'en-US', session });
    await shows(excel, '要修正');
    expect(await excel.pane.evaluate(() => document.documentElement.lang)).toBe('ja');
    await session.close();
  });

  it('is kept in the workbook where the browser keeps nothing', async () => {
    const excel = await openInExcel(browser, await sample(), { addin, language: 'en-US', forbidsStorage: true });
    await shows(excel, '309');
    await excel.pane.getByRole('button', { name: '日本語' }).click();
    await shows(excel, '要修正');
    expect([...excel.settings.keys()].join()).toMatch(/kmc\.language$/);
    expect([...excel.settings.values()].join()).toContain('ja');
    await excel.close();
  });
});
