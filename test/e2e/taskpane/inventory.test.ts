import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser';
import { servePane, type Look, type ServedPane } from '../../support/panePage/servePane';

jest.setTimeout(120_000);

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let pane: ServedPane;
let browser: Browser;

beforeAll(async () => {
  [pane, browser] = await Promise.all([servePane(), launchBrowser()]);
}, 240_000);

afterAll(async () => {
  await browser.close();
  await pane.close();
});

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    interface Violation {
      readonly id: string;
      readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
    }
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    const { violations: found } = await axe.run();
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  });
}

const WORDS = {
  ja: {
    own: '手元の一覧を取り込む',
    paste: '貼り付け',
    insert: '一覧に追加',
    again: '一覧の行に移動',
    undo: '元に戻す',
  },
  en: { own: 'Bring your own list', paste: 'Paste', insert: 'Add to the list', again: 'Go to its row', undo: 'Undo' },
} as const;

const LIST = '原単位ID\t名称\t排出係数\t単位\nX1\t鋼板\t2.05\tkg-CO2e/kg\nX2\t塗料\t3.1\tkg-CO2e/furlongg\n';

const LOOKS = (['ja', 'en'] as const).flatMap((language) =>
  (['light', 'dark', 'high-contrast'] as const).map((theme): Look => ({
    sample: 'broken',
    view: 'inventory',
    language,
    theme,
  })),
);

describe('the inventory with everything open', () => {
  it.each(LOOKS)('has nothing that bars anybody and fits 320 pixels, in $language, $theme', async (look) => {
    const page = await pane.open(browser, look);
    const words = WORDS[look.language];
    const closed = page.locator('li button[aria-expanded=false]');
    await closed.first().waitFor();
    while ((await closed.count()) > 0) await closed.first().click();
    await page.getByRole('searchbox').fill('R-410A');
    await closed.first().click();
    await page.getByRole('button', { name: words.own }).click();
    await page.getByRole('textbox', { name: words.paste }).fill(LIST);
    await page.getByRole('table').waitFor();
    expect(await violations(page)).toEqual([]);
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(content).toBeLessThanOrEqual(window!);
    await page.context().close();
  });

  it('takes a factor in, and gives it up, by keyboard alone', async () => {
    const page = await pane.open(browser, { sample: 'service', view: 'inventory', language: 'ja', theme: 'light' });
    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).innerText);
    const tabTo = async (text: string) => {
      for (let step = 0; step < 80 && (await focused()) !== text; step += 1) await page.keyboard.press('Tab');
      expect(await focused()).toBe(text);
    };
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('R-410A');
    await page.locator('li button').filter({ hasText: 'R-410A' }).first().waitFor();
    await page.locator('li button').filter({ hasText: 'R-410A' }).first().focus();
    await page.keyboard.press('Enter');
    await tabTo(WORDS.ja.insert);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: WORDS.ja.again }).waitFor();
    expect(await focused()).toBe(WORDS.ja.again);
    await tabTo(WORDS.ja.undo);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: WORDS.ja.insert }).waitFor();
    await page.context().close();
  });
});
