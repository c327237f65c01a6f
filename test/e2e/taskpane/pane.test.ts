import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser';
import type { ThemeName } from '../../../src/taskpane/theme';
import { servePane, type Look, type ServedPane } from '../../support/panePage/servePane';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let pane: ServedPane;
let browser: Browser;
let complaints: string[] = [];

beforeAll(async () => {
  [pane, browser] = await Promise.all([servePane(), launchBrowser()]);
}, 240_000);

afterAll(async () => {
  await browser.close();
  await pane.close();
});

afterEach(() => {
  const said = complaints;
  complaints = [];
  expect(said).toEqual([]);
});

/** @param part name of what of the review is chosen */
async function open(look: Look, part?: string): Promise<Page> {
  const page = await pane.open(browser, look);
  page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  if (part !== undefined) await page.getByRole('button', { name: part, exact: true }).click();
  await openSections(page);
  return page;
}

const CLOSED = 'section[aria-labelledby] > h2 > button[aria-expanded=false]';

/** Opens all sections and waits until what they calculate is there. */
async function openSections(page: Page): Promise<void> {
  const closed = page.locator(CLOSED);
  await page.waitForFunction(() => document.querySelector('[role=tabpanel] > :not([role=status]), dl') !== null);
  // The review opens sections of its own as it finds something.
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
  while ((await closed.count()) > 0) await closed.first().click();
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
}

/** Waits until the page has its colours, which buttons take on little by little. */
async function showTheme(page: Page, theme: ThemeName): Promise<void> {
  const background = () => {
    const provider = document.querySelector('.fui-FluentProvider')!;
    return getComputedStyle(provider).getPropertyValue('--colorNeutralBackground1');
  };
  const before = await page.evaluate(background);
  await page.evaluate((name) => (window as unknown as { showTheme(name: string): void }).showTheme(name), theme);
  await page.waitForFunction(`(${background.toString()})() !== ${JSON.stringify(before)}`);
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** Run in the page's own world, which its policy leaves open to the test only. */
async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

const VIEWS = ['start', 'inventory', 'result', 'problems', 'submit', 'settings'] as const;

interface Shown extends Look {
  readonly part?: string;
}

const THEMES = ['light', 'dark', 'high-contrast'] as const;
const SERVICE = { sample: 'service', language: 'en', theme: 'light' } as const;
const REVIEWER = { ...SERVICE, view: 'problems', role: 'reviewer' } as const;
const SHOWN: readonly Shown[] = [
  ...VIEWS.map((view): Shown => ({ ...SERVICE, view })),
  ...['Findings', 'Formulas', 'Map', 'Changes'].map((part): Shown => ({ ...REVIEWER, part })),
];

/** The names of what a keyboard has to reach, in the order of the page. */
const toBeReached = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const named = (each: HTMLElement) => (each as HTMLInputElement).labels?.[0]?.innerText ?? each.innerText;
    const all = [
      ...document.querySelectorAll<HTMLInputElement>(
        'button, select, summary, textarea, [role=application], input:not([hidden])',
      ),
    ];
    // A group of radio buttons is one stop: the chosen one, else the first.
    const isStop = (each: HTMLInputElement) => {
      const group = each.type === 'radio' ? all.filter(({ name }) => name === each.name) : [each];
      return each === (group.find(({ checked }) => checked) ?? group[0]);
    };
    const isThere = (each: HTMLInputElement) => !each.disabled && each.getClientRects().length > 0;
    return all.filter((each) => each.tabIndex >= 0 && isThere(each) && isStop(each)).map(named);
  });

const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement;
    const text = element.labels?.[0]?.innerText ?? element.innerText;
    return { text, outline: getComputedStyle(element).outlineStyle };
  });

describe.each(SHOWN.map((look) => ({ ...look, called: look.part ?? look.view })))(
  '$called, with every section open',
  (look) => {
    let page: Page;
    beforeAll(async () => {
      page = await open(look, look.part);
    });
    afterAll(() => page.context().close());

    it.each(THEMES)('has nothing that bars anybody in %s', async (theme) => {
      if (theme !== look.theme) await showTheme(page, theme);
      expect(await violations(page)).toEqual([]);
    });

    it('fits 320 pixels', async () => {
      const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(content).toBeLessThanOrEqual(window!);
      const lists = await page
        .getByRole('tablist')
        .evaluateAll((all) => all.map(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]));
      expect(lists.filter(([needed, given]) => needed! > given!)).toEqual([]);
    });

    it('is reached and used by keyboard alone', async () => {
      await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
      const wanted = await toBeReached(page);
      // The way begins at the pane's first control, wherever the opening of sections has ended.
      await page.locator('button, select').first().focus();
      const reached = [wanted[0]];
      for (let step = 1; step < wanted.length; step += 1) {
        await page.keyboard.press('Tab');
        const focus = await focused(page);
        reached.push(focus.text);
        expect(focus).toEqual({ text: focus.text, outline: 'solid' });
      }
      expect(reached.sort()).toEqual(wanted.sort());
    });
  },
);

/** Colours are the same in both languages: the themes are looked at in one of them. */
const OTHERS = VIEWS.flatMap((view): Look[] =>
  ['service', 'broken'].map((sample) => ({ sample, view, language: 'ja', theme: 'light' })),
);

it.each(OTHERS)('$view of $sample in $language has nothing that bars anybody', async (look) => {
  const page = await open(look);
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

describe('the tabs', () => {
  it('are gone through with arrows, and what they show follows', async () => {
    const page = await open({ sample: 'service', view: 'result', language: 'en', theme: 'light' });
    await page.getByRole('tab', { name: 'Result' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tab', { name: 'Review', selected: true }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('tab');
    await page.context().close();
  });
});

describe('without colour and motion', () => {
  it('shows its bars where the system forces colours', async () => {
    const page = await open({ sample: 'service', view: 'result', language: 'en', theme: 'light' });
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    const fills = await page.evaluate(() =>
      [...document.querySelectorAll('table rect')].map((bar) => getComputedStyle(bar).fill),
    );
    expect(new Set(fills).size).toBeGreaterThan(1);
    await page.context().close();
  });
});
