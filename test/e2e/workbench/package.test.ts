import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { reportingTools } from '../../../src/apps/cli/packageTools';
import { verifyPackage } from '../../../src/core/package/verify/verifyPackage';
import { MORE_TEXTS } from '../../../src/locales/moreTexts';
import { addTexts } from '../../../src/locales/translator';
import { launchBrowser } from '../../support/browser';
import {
  chooseSheet,
  openWorkbench,
  paneShows,
  startWorkbench,
  type,
  type OpenPage,
  type Served,
} from '../../support/workbenchPage';

jest.setTimeout(300_000);

// As the command line does.
addTexts(MORE_TEXTS);

const PATIENCE = { timeout: 120_000 };

let served: Served;
let browser: Browser;
let open: OpenPage;
let page: Page;

beforeAll(async () => {
  [served, browser] = await Promise.all([startWorkbench(), launchBrowser()]);
  open = await openWorkbench(browser, served.url);
  page = open.page;
}, 400_000);

afterAll(async () => {
  await browser.close();
  served.stop();
});

const pane = () => page.locator('aside[aria-label]');

it('a package made in the pane passes every check, on the command line and in the pane that opens it again', async () => {
  await paneShows(page, '309', '1,545');
  await chooseSheet(page, '販売量');
  await pane().getByRole('tab', { name: '提出', exact: true }).click();
  await pane().getByRole('button', { name: 'パッケージを作成' }).click();
  const save = pane().getByRole('button', { name: '保存', exact: true });
  await save.waitFor(PATIENCE);
  const [download] = await Promise.all([page.waitForEvent('download', PATIENCE), save.click()]);
  const bytes = readFileSync((await download.path())!);

  // The same tools as `kmc verify`, which makes the reports anew and compares them byte for byte.
  const { state, info, checks } = await verifyPackage(new Uint8Array(bytes), await reportingTools());
  expect([info?.numbers.reductionPerUnit, info?.numbers.avoided]).toEqual(['309', '1545']);
  expect(checks.filter((check) => check.state === 'failed' || check.state === 'not-checked')).toEqual([]);
  expect(['passed', 'warned']).toContain(state);

  await pane().getByRole('tab', { name: '概要', exact: true }).click();
  await pane().getByRole('button', { name: 'パッケージを開く', exact: true }).click();
  const name = download.suggestedFilename();
  const buffer = Buffer.from(bytes);
  await pane().locator('input[type=file]').first().setInputFiles({ name, mimeType: 'application/zip', buffer });
  await pane().getByRole('heading', { name, exact: true }).waitFor(PATIENCE);
  expect(await pane().innerText()).not.toMatch(/不合格|未検査/);

  await pane().getByRole('button', { name: '報告書を表示' }).click();
  const report = page.frameLocator('iframe[title=報告書]');
  await report.getByText('1,545', { exact: false }).first().waitFor(PATIENCE);
  expect([open.complaints, open.elsewhere.filter((url) => !url.startsWith('about:'))]).toEqual([[], []]);
});

it('a number typed since makes the package one of another workbook, and it is said', async () => {
  await chooseSheet(page, '販売量');
  await pane().getByRole('tab', { name: '提出', exact: true }).click();
  await type(page, 'G5', ['20000']);
  await pane().getByText('作成した後にブックが変わりました').waitFor(PATIENCE);
});
