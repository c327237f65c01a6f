import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser';
import { servePane, type ServedPane } from '../../support/panePage/servePane';

jest.setTimeout(120_000);

let pane: ServedPane;
let browser: Browser;

beforeAll(async () => {
  [pane, browser] = await Promise.all([servePane(), launchBrowser()]);
}, 240_000);

afterAll(async () => {
  await browser.close();
  await pane.close();
});

const open = (view: 'result' | 'problems' | 'submit', role: 'author' | 'reviewer' = 'author'): Promise<Page> =>
  pane.open(browser, { sample: 'heat-pump', view, language: 'ja', theme: 'light', role });

/** Whether nothing of the element lies outside the window or below the pane's header. */
const isInSight = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => {
    const { top, bottom } = document.querySelector(wanted)!.getBoundingClientRect();
    const header = document.querySelector('[data-pane-header]')!.getBoundingClientRect();
    return top >= header.bottom - 1 && bottom <= innerHeight + 1;
  }, selector);

it.each(['click', 'keys'])(
  'another view begins at its beginning, however far the last one was scrolled (%s)',
  async (way) => {
    const page = await open('result');
    await page.getByRole('heading', { name: '適用した算定条件' }).scrollIntoViewIfNeeded();
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForFunction(() => scrollY > 500);
    if (way === 'click') await page.getByRole('tab', { name: '算定' }).click();
    else {
      await page.getByRole('tab', { name: '結果' }).focus();
      await page.keyboard.press('ArrowLeft');
    }
    await page.getByRole('heading', { name: '記入状況' }).waitFor();
    expect(await isInSight(page, '[role=tabpanel] h2')).toBe(true);
    await page.context().close();
  },
);

it('what failed comes into sight, and closing it hands the focus back', async () => {
  const page = await open('submit');
  await page.setViewportSize({ width: 320, height: 500 });
  await page.getByRole('button', { name: '前回の提出' }).click();
  const choose = page.getByRole('button', { name: '前回のパッケージを選ぶ' });
  await choose.scrollIntoViewIfNeeded();
  await choose.focus();
  await page
    .locator('input[type=file][aria-label=前回のパッケージを選ぶ]')
    .setInputFiles({ name: 'a.zip', mimeType: 'application/zip', buffer: Buffer.from('no package') });
  await page.getByRole('alert').waitFor();
  expect(await isInSight(page, '[role=alert]')).toBe(true);
  await page.getByRole('button', { name: '閉じる' }).click();
  expect(await choose.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.context().close();
});

it('a decision is written over the whole width of the pane, and says what is missing', async () => {
  const page = await open('problems', 'reviewer');
  const item = page.locator('[data-item]').first();
  await item.getByRole('button', { name: '判断する' }).click();
  const form = item.getByRole('form');
  await form.getByText('お名前を記入してください。').waitFor();
  const [whole, field] = await Promise.all(
    [item, form.getByRole('textbox').first()].map(async (each) => (await each.boundingBox())!),
  );
  expect(field!.width).toBeGreaterThan(0.9 * whole!.width);
  expect(await isInSight(page, '[data-item] form')).toBe(true);
  await page.context().close();
});

it('a busy button keeps the focus', async () => {
  const page = await open('submit');
  const make = page.getByRole('button', { name: 'パッケージを作成' });
  await make.focus();
  await page.keyboard.press('Enter');
  await page.getByText('を作成しました。保存して提出してください。').waitFor({ timeout: 60_000 });
  expect(await make.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.context().close();
});
