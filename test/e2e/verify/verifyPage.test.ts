import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { createRecalculator } from '../../../src/adapters/recalc/univerRecalculator';
import { readXlsx } from '../../../src/adapters/xlsx/read/readXlsx';
import { webDigest } from '../../../src/adapters/zip/digest';
import { CHECKS } from '../../../src/core/package/verify/codes';
import { packWorkbook } from '../../../src/core/package/pack';
import { launchBrowser } from '../../support/browser';
import { builtVerifyPage } from '../../support/builtPage';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let address: string;
let browser: Browser;
let packed: Buffer;
let page: Page;
let asked: string[];
let complaints: string[];

beforeAll(async () => {
  address = pathToFileURL(builtVerifyPage()).href;
  const sample = readFileSync(path.join(__dirname, '../../../samples/radar.xlsx'));
  const tools = {
    digest: webDigest,
    open: (bytes: Uint8Array) => readXlsx(bytes),
    recalculator: createRecalculator(),
    documents: null,
  };
  packed = Buffer.from((await packWorkbook(new Uint8Array(sample), [], tools)).bytes);
  browser = await launchBrowser();
}, 600_000);

afterAll(() => browser.close());

beforeEach(async () => {
  [asked, complaints] = [[], []];
  page = await browser.newPage({ locale: 'en-GB', viewport: { width: 800, height: 900 } });
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
});

afterEach(async () => {
  await page.context().close();
  expect(complaints).toEqual([]);
  // The page is all that was ever asked for: nothing of a package can have left the machine.
  expect(asked.filter((url) => url !== address && !/^(data:|blob:|about:)/.test(url))).toEqual([]);
});

async function check(name: string, buffer: Buffer): Promise<string> {
  await page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'application/zip', buffer });
  await page.getByRole('heading', { name, exact: true }).waitFor();
  return page.innerText('main');
}

/** What is said of each check, by its place in the list. */
const results = (): Promise<string[]> =>
  page
    .locator('main ul')
    .first()
    .evaluate((list) => [...list.children].map((item) => (item as HTMLElement).innerText));

it('opens from a disk and shows every check of a package, in both languages', async () => {
  const text = await check('radar.kmc.zip', packed);
  expect(text).toContain('75,880 kg-CO2e/台');
  expect(text).toContain('273 t-CO2e');
  const said = await results();
  expect(said).toHaveLength(CHECKS.length);
  expect(said.filter((each) => /Failed|Not checked/.test(each)).map((each) => each.split('\n')[0])).toEqual([
    'Reports say what the package says',
  ]);
  await page.getByRole('button', { name: '日本語' }).click();
  expect(await page.innerText('main')).toContain('すべての数値が算定ケースから再計算できる');
  expect(await page.getAttribute('html', 'lang')).toBe('ja');
});

it('names what was changed in it', async () => {
  const changed = Buffer.from(packed);
  const at = changed.indexOf('"productName"');
  changed[at + 20] = changed[at + 20]! ^ 1;
  const text = await check('changed.kmc.zip', changed);
  expect(text).toContain('Failed');
  expect(text).toMatch(/data\/\w+\.json has been changed/);
});

it('takes a package that is dropped on it', async () => {
  const transfer = await page.evaluateHandle(
    (content) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(content)], 'dropped.kmc.zip'));
      return data;
    },
    [...packed],
  );
  await page.dispatchEvent('main h2', 'drop', { dataTransfer: transfer });
  await page.getByRole('heading', { name: 'dropped.kmc.zip' }).waitFor();
});

it('bars nobody, and fits a narrow window', async () => {
  await check('radar.kmc.zip', packed);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

it('has nothing that axe minds', async () => {
  const context = await browser.newContext({ bypassCSP: true });
  const open = await context.newPage();
  await open.goto(address);
  await open
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'radar.kmc.zip', mimeType: 'application/zip', buffer: packed });
  await open.getByRole('heading', { name: 'radar.kmc.zip' }).waitFor();
  await open.evaluate(AXE);
  const found = await open.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  await context.close();
  expect(found).toEqual([]);
});
