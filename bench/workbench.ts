import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { writeXlsx } from '../src/adapters/xlsx/write/writeXlsx';
import { planWorkbook } from '../src/core/template/planWorkbook';
import { launchBrowser } from '../test/support/browser';
import { caseOfLines } from './lineCase';
import { ms, row } from './measure';

/** The workbench page as a person meets it: opening, and a keystroke until the numbers have followed, at growing size. */
const EDITS = 11;
const ROOT = path.resolve(__dirname, '..');

async function served(): Promise<{ url: string; stop: () => void }> {
  const child = spawn(process.execPath, ['.ci/scripts/start.mjs'], {
    cwd: ROOT,
    env: { ...process.env, CI: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const bytes of child.stdout) {
    said += String(bytes);
    const url = /http:\/\/\S+:\d+\//.exec(said)?.[0];
    if (url) return { url, stop: () => void child.kill() };
  }
  throw new Error('npm start gave no address');
}

const numbers = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const pane = document.querySelector<HTMLElement>('aside[aria-label]')?.innerText ?? '';
    return pane.split('\n').slice(0, 12).join(' ');
  });

const PATIENCE_MS = 90_000;

async function until(page: Page, changedFrom: string): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    const now = await numbers(page);
    if (/\d/.test(now) && now !== changedFrom) return;
    await page.waitForTimeout(20);
  }
  throw new Error(`the pane still shows: ${changedFrom}`);
}

async function opening(browser: Browser, url: string): Promise<{ time: number; grid: number; ours: number }> {
  const page = await browser.newPage({ locale: 'en-US' });
  const sizes = { grid: 0, ours: 0 };
  page.on('response', (response) => {
    const isGrid = /\/(grid|grid-parts)\.(js|css)$/.test(response.url());
    // What is still on its way when the page closes is no part of its opening.
    response.body().then(
      (body) => (sizes[isGrid ? 'grid' : 'ours'] += body.length),
      () => undefined,
    );
  });
  const start = performance.now();
  await page.goto(url);
  await until(page, '');
  const time = performance.now() - start;
  await page.close();
  return { time, ...sizes };
}

async function measure(browser: Browser, url: string, lines: number, folder: string) {
  const file = path.join(folder, `${lines}.xlsx`);
  writeFileSync(file, writeXlsx(planWorkbook({ language: 'en', content: caseOfLines(lines, false) })));
  const page = await browser.newPage({ locale: 'en-US' });
  page.setDefaultTimeout(300_000);
  await page.goto(url);
  await until(page, '');
  const sample = await numbers(page);
  const start = performance.now();
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText(`${lines}.xlsx`).waitFor();
  await until(page, sample);
  const opened = performance.now() - start;
  await page.locator('[data-u-comp=slide-tab-item]').nth(2).click();
  const followed: number[] = [];
  for (let edit = 0; edit < EDITS; edit++)
    followed.push(await keystroke(page, `H${5 + edit}`, String(1000 + 377 * edit)));
  await page.close();
  return { opened, followed: followed.sort((one, other) => one - other) };
}

/** From the Enter that ends an entry until the pane shows other numbers. */
async function keystroke(page: Page, address: string, text: string): Promise<number> {
  await page.locator('[data-u-comp=defined-name] input').fill(address);
  await page.keyboard.press('Enter');
  await page.keyboard.type(text);
  const before = await numbers(page);
  const typed = performance.now();
  await page.keyboard.press('Enter');
  await until(page, before);
  return performance.now() - typed;
}

async function measureAll(browser: Browser, url: string, folder: string) {
  const { time, grid, ours } = await opening(browser, url);
  row('page open → numbers ms', 'grid MB', 'ours and controls MB');
  row('---', '---', '---');
  row(ms(time), (grid / 1e6).toFixed(2), (ours / 1e6).toFixed(2));
  row('lines', 'file opened → numbers ms', `keystroke → numbers ms, median of ${EDITS}`, 'worst');
  row('---', '---', '---', '---');
  for (const lines of [100, 1_000]) {
    const { opened, followed } = await measure(browser, url, lines, folder);
    row(lines, ms(opened), ms(followed[Math.floor(EDITS / 2)]!), ms(followed.at(-1)!));
  }
}

async function main() {
  const { url, stop } = await served();
  const browser = await launchBrowser();
  const folder = mkdtempSync(path.join(tmpdir(), 'kmc-bench-'));
  try {
    await measureAll(browser, url, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await browser.close();
    stop();
  }
}

void main();
