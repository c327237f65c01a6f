import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { LIMITS } from '../../../src/core/package/limits';
import type { Language } from '../../../src/locales/translator';
import { launchBrowser } from '../../support/browser';
import { packSample } from '../../support/packages';
import { servePane, type ServedPane } from '../../support/panePage/servePane';

jest.setTimeout(120_000);

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

let pane: ServedPane;
let browser: Browser;
let uploads: readonly Upload[];
let complaints: string[];

const upload = (name: string, bytes: Uint8Array): Upload => ({
  name,
  mimeType: 'application/zip',
  buffer: Buffer.from(bytes),
});

beforeAll(async () => {
  [pane, browser] = await Promise.all([servePane(), launchBrowser()]);
  const [sun, lamps, radar] = await Promise.all(
    ['photovoltaics', 'led-lighting', 'radar'].map(async (name) => (await packSample(name)).bytes),
  );
  const changed = sun!.slice();
  changed[changed.length >> 1]! ^= 1;
  uploads = [
    upload('sun.kmc.zip', sun!),
    upload('lamps.kmc.zip', lamps!),
    upload('radar.kmc.zip', radar!),
    upload('changed.kmc.zip', changed),
    upload('=SUM(A1).zip', new TextEncoder().encode('<script>alert(1)</script>')),
    upload('sun again.kmc.zip', sun!),
  ];
}, 240_000);

afterAll(async () => {
  await browser.close();
  await pane.close();
});

beforeEach(() => (complaints = []));
afterEach(() => expect(complaints).toEqual([]));

const WORDS = {
  en: { addUp: 'Add up packages', again: 'same package again, not counted', counted: 'Counted: 3 of 6 packages' },
  ja: {
    addUp: 'パッケージを集計する',
    again: '同じパッケージの重複のため対象外',
    counted: '集計対象：6 件中 3 件',
  },
} as const;

async function open(language: Language, width = 320, theme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await pane.open(browser, { sample: 'photovoltaics', view: 'start', language, theme, width });
  page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.getByRole('button', { name: WORDS[language].addUp, exact: true }).click();
  return page;
}

const choose = (page: Page, files: readonly Upload[]) =>
  page.locator('input[type=file][multiple]').setInputFiles([...files]);

async function added(language: Language, width?: number, theme?: 'light' | 'dark'): Promise<Page> {
  const page = await open(language, width, theme);
  await choose(page, uploads);
  await page.getByText(WORDS[language].counted).waitFor({ timeout: 60_000 });
  return page;
}

describe.each(['en', 'ja'] as const)('packages added up in the pane (%s)', (language) => {
  it('say what each is, and a broken one does not stop the rest', async () => {
    const page = await added(language);
    const items = await page.locator('section ul').first().locator('> li').allInnerTexts();
    expect(items).toHaveLength(6);
    expect(items[0]).toContain('27.7475 t-CO2e');
    expect(items[5]).toContain(WORDS[language].again);
    expect(items[4]).toContain('=SUM(A1).zip');
    const text = await page.innerText('body');
    expect(text).not.toMatch(/package\.|submit\.|choices\.|\{\{/);
    await page.context().close();
  });

  it.each([
    [320, 'light'],
    [450, 'dark'],
  ] as const)('fit %i pixels (%s) with every section open, and axe minds nothing', async (width, theme) => {
    const page = await added(language, width, theme);
    const closed = page.locator('section > h2 > button[aria-expanded=false]');
    while ((await closed.count()) > 0) await closed.first().click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.evaluate(AXE);
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    expect(found).toEqual([]);
    await page.context().close();
  });
});

it('are set against a target, which is a number of tonnes or nothing', async () => {
  const page = await added('en');
  const target = page.getByLabel('Target for fiscal year 2025 (t-CO2e)');
  await target.fill('many');
  await page.getByText('Write the target as a number of tonnes').waitFor();
  expect(await page.innerText('body')).not.toContain('% of the target');
  await target.fill('1,000');
  await page.getByText('% of the target').first().waitFor();
  await page.context().close();
});

it('are kept when more are added and when the pane shows something else, and forgotten on demand', async () => {
  const page = await open('en');
  await choose(page, uploads.slice(0, 1));
  await page.getByText('Counted: 1 of 1 packages').waitFor({ timeout: 60_000 });
  await page.getByRole('tab').nth(2).click();
  await page.getByRole('tab').first().click();
  await page.getByText('Counted: 1 of 1 packages').waitFor();
  await choose(page, uploads.slice(0, 2));
  await page.getByText('Counted: 2 of 3 packages').waitFor({ timeout: 60_000 });
  expect(await page.innerText('body')).toContain('sun.kmc.zip (2)');
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByText('Counted:').waitFor({ state: 'detached' });
  await page.context().close();
});

it('are saved as a workbook, and the person is told', async () => {
  const page = await added('en');
  await page.getByRole('button', { name: 'Save the table (.xlsx)' }).click();
  await page.locator('p[role=status]').last().getByText(/\S/).waitFor();
  await page.context().close();
});

it('stop on demand, with what was looked at kept', async () => {
  const page = await open('en');
  const many = Array.from({ length: 60 }, (_, at) => ({ ...uploads[1]!, name: `${at}.kmc.zip` }));
  await choose(page, many);
  await page.getByText('of 60:').waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText(/Stopped\. Packages not looked at: \d+/).waitFor({ timeout: 60_000 });
  expect(await page.getByText(/Counted: 1 of \d+ packages/).count()).toBe(1);
  await page.context().close();
});

it('are not read where they are larger than any package', async () => {
  const page = await open('en');
  await page.locator('input[type=file][multiple]').waitFor({ state: 'attached' });
  await page.evaluate((size) => {
    const data = new DataTransfer();
    const file = new File(['x'], 'large.kmc.zip');
    Object.defineProperty(file, 'size', { value: size });
    data.items.add(file);
    const drop = new Event('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(drop, 'dataTransfer', { value: { files: [file] } });
    document.querySelector('input[type=file][multiple]')!.dispatchEvent(drop);
  }, LIMITS.fileBytes + 1);
  await page.getByText('The package is larger than 120 MB and is not opened.').waitFor();
  await page.context().close();
});
