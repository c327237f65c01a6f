import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { readXlsx } from '../../../src/adapters/xlsx/read/readXlsx';
import type { FunctionsJson } from '../../../src/core/functions/metadata';
import { launchBrowser } from '../../support/browser';
import { builtExcel } from '../../support/builtPage';
import { PATIENCE } from '../../support/officeHost/atExcel';
import { CUSTOM_ERROR, fromBuild, openInExcel, type OpenExcel } from '../../support/officeHost/browserExcel';
import { ExcelWorkbook } from '../../support/officeHost/excelWorkbook';
import { LANGUAGES, methodPages } from '../../support/methodPages';

jest.setTimeout(5 * PATIENCE);

const SAMPLE = path.resolve(__dirname, '../../../samples/slag-cement.xlsx');

const BROKEN = path.resolve(__dirname, '../../../samples/broken.xlsx');
const opened = async (file: string) => new ExcelWorkbook((await readXlsx(readFileSync(file))).snapshot, () => null);

let addin: string;
let browser: Browser;
let excel: OpenExcel;
let workbook: ExcelWorkbook;

beforeAll(async () => {
  addin = builtExcel();
  browser = await launchBrowser();
  workbook = await opened(SAMPLE);
  excel = await openInExcel(browser, workbook, { addin, language: 'en-US' });
}, 10 * PATIENCE);

afterAll(async () => {
  await browser.close();
});

const paneShows = (text: string) =>
  excel.pane.waitForFunction((wanted) => document.body.innerText.includes(wanted), text, { timeout: PATIENCE });

async function selection() {
  const deadline = Date.now() + PATIENCE;
  while (!workbook.selected && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
  return workbook.selected;
}

/** A cell of a table by its header and the first cell of its row, as the user would find it. */
function cellOf(table: string, header: string, id: string) {
  const found = workbook.tables.getItem(table);
  const range = found.getRange();
  const column = range.values[0]!.indexOf(header);
  const row = range.values.findIndex(([first]) => first === id);
  if (column < 0 || row < 0) throw new Error(`${table} has no ${header} of ${id}`);
  return found.worksheet.getCell(range.rowIndex + row, range.columnIndex + column);
}

describe('the pane, as built, with the real office.js', () => {
  it('shows the published reduction, and the contribution that follows from it by hand', async () => {
    await paneShows('309');
    // 309 kg × 10,000 t × 0.5 = 1,545,000 kg
    await paneShows('1,545');
  });

  it('follows an edit of the user', async () => {
    cellOf('KmcSales', '販売数量', 'S1').formulas = [[20_000]];
    await paneShows('3,090');
  });

  it('selects the cell of a problem', async () => {
    await excel.pane.getByRole('tab', { name: 'Review' }).click();
    await excel.pane.getByRole('button', { name: /算定対象外!F5/ }).click();
    await expect(selection()).resolves.toEqual({ sheet: '算定対象外', row: 4, column: 5 });
    expect(workbook.active?.name).toBe('算定対象外');
  });
});

describe('the functions, called as Excel calls them', () => {
  it('gives a number', async () => {
    expect(await excel.call('EMISSION', [120, 'kWh', 0.423, 'kg-CO2e/kWh'])).toEqual({ value: 50.76 });
  });

  it('takes a range', async () => {
    expect(await excel.call('FOOTPRINT', [[[469], [300]], null, null])).toEqual({ value: 769 });
  });

  it('gives a block of cells', async () => {
    const found = await excel.call('FACTOR_SEARCH', ['electricity', null, null]);
    expect(Array.isArray((found as { value: unknown[][] }).value[0])).toBe(true);
  });

  it('takes repeated arguments, and none of them', async () => {
    expect(await excel.call('AMOUNT', ['kWh', 2, 'kW', [3, 'h']])).toEqual({ value: 6 });
    expect(await excel.call('AMOUNT', ['kWh', 2, 'MWh', null])).toEqual({ value: 2000 });
  });

  it('says what is wrong with an argument', async () => {
    const result = await excel.call('EMISSION', ['', 'kWh', 0.423, 'kg-CO2e/kWh']);
    expect(result).toEqual({ error: '#VALUE!', text: expect.stringMatching(/blank/) });
  });

  it('passes an error on', async () => {
    const result = await excel.call('EMISSION', [CUSTOM_ERROR('#DIV/0!'), 'kWh', 0.423, 'kg-CO2e/kWh']);
    expect(result).toMatchObject({ error: '#DIV/0!' });
  });
});

describe('the help, as built', () => {
  it.each(['functions.json', 'functions.ja-JP.json'])(
    '%s leads to every page, and each page to pages that are there',
    (file) => {
      const { functions } = JSON.parse(readFileSync(path.join(addin, file), 'utf8')) as FunctionsJson;
      const reached = new Set(functions.map(({ helpUrl }) => path.join(addin, new URL(helpUrl).pathname)));
      // A set that grows while it is walked is walked to its end; a page that is missing cannot be read.
      for (const page of reached) {
        const links = readFileSync(page, 'utf8').matchAll(/href="?([^">\s]+)/g);
        for (const [, target] of links) reached.add(path.resolve(path.dirname(page), target!));
      }
      const ofMethod = [...reached].filter((page) => page.includes(`${path.sep}method${path.sep}`));
      expect(ofMethod.length).toBe(methodPages().length / LANGUAGES.length);
    },
  );
});

describe('in a Japanese Excel', () => {
  let japanese: OpenExcel;
  beforeAll(async () => {
    japanese = await openInExcel(browser, await opened(BROKEN), { addin, language: 'ja-JP' });
  });

  it('the pane says in Japanese what must be fixed', async () => {
    await japanese.pane.waitForFunction(() => /要修正 \d+件/.test(document.body.innerText), null, {
      timeout: PATIENCE,
    });
    expect(await japanese.pane.evaluate(() => document.documentElement.lang)).toBe('ja');
  });

  it('a function says in Japanese what is wrong', async () => {
    const result = await japanese.call('EMISSION', ['', 'kWh', 0.423, 'kg-CO2e/kWh']);
    expect(result).toEqual({ error: '#VALUE!', text: expect.stringMatching(/空白/) });
  });
});

describe('where it cannot work', () => {
  it('says that Excel is too old', async () => {
    const old = await openInExcel(browser, workbook, { addin, language: 'en-US', sets: { ExcelApi: '1.11' } });
    await old.pane.waitForFunction(() => document.body.innerText.includes('too old'), null, { timeout: PATIENCE });
    await old.close();
  });

  it('says that it belongs into Excel', async () => {
    const page = await browser.newPage();
    await page.route('**/*', (route) => fromBuild(route, addin));
    await page.goto('https://localhost:3000/taskpane.html');
    await page.waitForFunction(() => document.body.innerText.includes('Open a workbook'), null, { timeout: PATIENCE });
    await page.close();
  });
});

it('asks nobody but the add-in and office.js, and no page reports an error', () => {
  expect(excel.outside).toEqual([]);
  expect(excel.errors).toEqual([]);
});

it('keeps every message far below the 5 MB that Excel allows', () => {
  expect(excel.traffic.length).toBeGreaterThan(2);
  expect(Math.max(...excel.traffic.map(({ asked, answered }) => Math.max(asked, answered)))).toBeLessThan(1_000_000);
});
