// Pictures of every view of the pane, in both languages and themes and at its narrowest and widest, for people to look at; KMC_VIEWS
// names views (`problems:2` is the third page of the review), KMC_ROLE=reviewer shows them to a reviewer:
//   node .ci/scripts/screenshots.mjs <folder> [sample …]
// The pictures of the guide, as a person first sees each view:
//   node .ci/scripts/screenshots.mjs --guide docs/images
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './ensure-built.mjs';
import { servePage } from './page-server.mjs';

const require = createRequire(import.meta.url);
require('../../bench/register.cjs');
const { launchBrowser } = require('../../test/support/browser.ts');
const { buildPanePage } = require('../../test/support/panePage/build.cjs');

const isGuide = process.argv[2] === '--guide';
const [folder, ...samples] = process.argv.slice(isGuide ? 3 : 2);
if (!folder) {
  console.error('usage: screenshots.mjs <folder> [sample …]');
  process.exit(2);
}
const SAMPLES = samples.length > 0 ? samples : ['slag-cement', 'service', 'broken'];
const VIEWS = (process.env.KMC_VIEWS ?? 'result,problems,problems:1,problems:2,settings').split(',');
const role = process.env.KMC_ROLE ?? 'author';
const LOOKS = ['ja', 'en'].flatMap((language) =>
  [
    ['light', 320],
    ['dark', 450],
  ].map(([theme, width]) => ({ language, theme, width })),
);

const GUIDE_SAMPLE = 'heat-pump';
const GUIDE = [
  ['start', 'start'],
  ['inventory', 'inventory'],
  ['result', 'result'],
  ['review', 'problems'],
  ['submit', 'submit'],
  ['reviewer', 'problems', 'reviewer'],
  ['formulas', 'problems:1', 'reviewer'],
];

/** What of the review is shown. */
const PARTS = '[role=tabpanel] [role=group]:first-of-type button';

/** A longer page becomes several pictures. */
const TALLEST = 1500;

const pageFolder = mkdtempSync(path.join(tmpdir(), 'kmc-pane-'));
mkdirSync(folder, { recursive: true });
let page;
let browser;
try {
  await buildPanePage(pageFolder);
  page = await servePage(pageFolder, 0);
  browser = await launchBrowser();
  if (isGuide)
    for (const language of ['ja', 'en'])
      for (const [name, view, seenBy] of GUIDE) await guidePicture({ name, view, language, seenBy });
  else
    for (const sample of SAMPLES)
      for (const view of VIEWS) for (const look of LOOKS) await picture({ sample, view, ...look });
} finally {
  await browser?.close();
  await page?.close();
  rmSync(pageFolder, { recursive: true });
}

/** One picture as high as a pane usually is. */
async function guidePicture({ name, view: shown, language, seenBy = 'author' }) {
  const [view, part] = shown.split(':');
  const context = await browser.newContext({ viewport: { width: 400, height: 860 }, reducedMotion: 'reduce' });
  const tab = await context.newPage();
  const asked = new globalThis.URLSearchParams({ sample: GUIDE_SAMPLE, view, language, theme: 'light', role: seenBy });
  await tab.goto(`${page.url}?${asked}`);
  await tab.getByRole('heading', { level: 2 }).first().waitFor();
  if (part) await tab.locator(PARTS).nth(Number(part)).click();
  // The review behind another view begins late.
  await tab.waitForTimeout(4_000);
  await settled(tab);
  await tab.mouse.move(0, 0);
  await tab.screenshot({ path: path.join(folder, `pane-${name}-${language}.png`) });
  await context.close();
}

async function picture({ sample, view, language, theme, width }) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  const tab = await context.newPage();
  tab.on('console', (said) => said.type() === 'error' && console.error(`${sample} ${view}: ${said.text()}`));
  tab.on('pageerror', (error) => console.error(`${sample} ${view}: ${error.message}`));
  const [name, part] = view.split(':');
  const asked = new globalThis.URLSearchParams({ sample, view: name, language, theme, role });
  await tab.goto(`${page.url}?${asked}`);
  await tab.getByRole('heading', { level: 2 }).first().waitFor();
  if (part) await tab.locator(PARTS).nth(Number(part)).click();
  await openAll(tab);
  // As tall as what it shows, so that nothing is scrolled and the header stands where it belongs.
  const height = await tab.evaluate(() => globalThis.document.documentElement.scrollHeight);
  await tab.evaluate(() => globalThis.scrollTo(0, 0));
  await tab.setViewportSize({ width, height });
  await tab.mouse.move(0, 0);
  for (let top = 0; top < height; top += TALLEST) {
    const file = `${[sample, view.replace(':', '-'), language, theme, width, top / TALLEST + 1].join('-')}.png`;
    const clip = { x: 0, y: top, width, height: Math.min(TALLEST, height - top) };
    await tab.screenshot({ path: path.join(folder, file), clip });
    console.log(path.relative(root, path.join(folder, file)));
  }
  await context.close();
}

/** Opens every section, and waits for what they calculate. */
async function openAll(tab) {
  await tab.waitForTimeout(300);
  const sections = tab.locator('section[aria-labelledby] > h2 > button[aria-expanded=false]');
  while ((await sections.count()) > 0) await sections.first().click();
  await settled(tab);
}

async function settled(tab) {
  await tab.waitForTimeout(1_000);
  await tab.waitForFunction(
    () => globalThis.document.querySelector('[role=progressbar], [aria-busy=true]') === null,
    null,
    { timeout: 60_000 },
  );
}
