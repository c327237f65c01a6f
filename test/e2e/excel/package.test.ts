import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { readXlsx } from '../../../src/adapters/xlsx/read/readXlsx';
import { evaluate } from '../../../src/core/pipeline';
import { launchBrowser } from '../../support/browser';
import { builtExcel } from '../../support/builtPage';
import { ExcelUser, numbersAre, paneShows, PATIENCE, sampleInExcel, type } from '../../support/officeHost/atExcel';
import { openInExcel } from '../../support/officeHost/browserExcel';

jest.setTimeout(10 * PATIENCE);

let addin: string;
let browser: Browser;

beforeAll(async () => {
  addin = builtExcel();
  browser = await launchBrowser();
}, 10 * PATIENCE);

afterAll(() => browser.close());

it('the ribbon’s button leads to a package of the workbook as it is now, which comes by the downloads', async () => {
  const workbook = await sampleInExcel('slag-cement');
  const excel = await openInExcel(browser, workbook, { addin, language: 'en-US' });
  await numbersAre(excel, '309', '1,545');
  type(new ExcelUser(workbook, 'ja').cell('KmcSales', 'units', 0), '20000');
  await numbersAre(excel, '309', '3,090');
  await excel.press('makePackage');
  await excel.pane.getByRole('button', { name: 'Make the package' }).click({ timeout: PATIENCE });
  const save = excel.pane.getByRole('button', { name: 'Save', exact: true });
  await save.waitFor({ timeout: 5 * PATIENCE });
  const [download] = await Promise.all([excel.page.waitForEvent('download', { timeout: PATIENCE }), save.click()]);
  await paneShows(excel, 'was handed to the downloads', 'If it does not appear there');
  expect(download.suggestedFilename()).toMatch(/\.kmc\.zip$/);

  const parts = unzipSync(readFileSync((await download.path())!));
  const [, inside] = Object.entries(parts).find(([name]) => name.endsWith('workbook.xlsx'))!;
  const { assessment } = evaluate((await readXlsx(inside)).snapshot);
  // 309 kg × 20,000 t × 0.5 = 3,090 t
  expect([assessment.reductionPerUnit.value?.toString(), assessment.avoided.value?.toString()]).toEqual([
    '309',
    '3090',
  ]);
  expect([excel.files.opened, excel.files.open]).toEqual([1, 0]);
  expect([excel.errors, excel.outside]).toEqual([[], []]);
  await excel.close();
});
