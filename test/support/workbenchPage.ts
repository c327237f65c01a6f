import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Download, Page } from 'playwright-core';
import { createRecalculator } from '../../src/adapters/recalc/univerRecalculator';
import { readXlsx } from '../../src/adapters/xlsx/read/readXlsx';
import type { Outcome } from '../../src/core/outcome';
import { evaluate } from '../../src/core/pipeline';
import { recalculated } from '../../src/core/recalculated';
import { launchBrowser } from './browser';

/** Milliseconds that a slow machine may take for anything that a test waits for. */
const PATIENCE = 60_000;
const ROOT = path.resolve(__dirname, '../..');

export interface Served {
  readonly url: string;
  /** What `npm start` said before the address. */
  readonly said: string;
  stop(): void;
}

/** Starts what `npm start` starts, which builds what is stale first. */
export async function startWorkbench(): Promise<Served> {
  const env = { ...process.env };
  delete env.CI;
  const child = spawn(process.execPath, ['.ci/scripts/start.mjs'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = await until(child, /http:\/\/localhost:\d+\//);
  return { url: /http:\/\/localhost:\d+\//.exec(said)![0], said, stop: () => void child.kill() };
}

function until(child: ChildProcess, wanted: RegExp): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (bytes: Buffer) => {
      said += bytes.toString();
      if (wanted.test(said)) resolve(said);
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', hear);
    child.on('exit', (code) => reject(new Error(`npm start ended with ${code}\n${said}`)));
  });
}

export interface OpenPage {
  readonly page: Page;
  /** Everything the browser complained about. */
  readonly complaints: string[];
  /** Addresses asked for that are not this machine's. */
  readonly elsewhere: string[];
}

export async function openWorkbench(browser: Browser, url: string, locale = 'ja-JP'): Promise<OpenPage> {
  const context = await browser.newContext({ locale, viewport: { width: 1400, height: 850 }, acceptDownloads: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  page.on('console', (said) => ['error', 'warning'].includes(said.type()) && complaints.push(said.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) elsewhere.push(request.url());
  });
  await page.goto(url);
  return { page, complaints, elsewhere };
}

/**
 * For a test file whose tests each begin on a page of their own, with the first sample open. None of them may make the
 * browser complain or ask for anything elsewhere.
 * @returns the page of the test that runs, and what `npm start` said
 */
export function workbenchForEach(): { readonly page: Page; readonly said: string } {
  let served: Served;
  let browser: Browser;
  let open: OpenPage;
  beforeAll(async () => {
    [served, browser] = await Promise.all([startWorkbench(), launchBrowser()]);
  }, 400_000);
  afterAll(async () => {
    await browser.close();
    served.stop();
  });
  beforeEach(async () => {
    open = await openWorkbench(browser, served.url);
    await paneShows(open.page, '309', '1,545');
  });
  afterEach(async () => {
    expect([open.complaints, open.elsewhere]).toEqual([[], []]);
    await open.page.context().close();
  });
  return {
    get page() {
      return open.page;
    },
    get said() {
      return served.said;
    },
  };
}

/** What someone gets who opens the file anew, calculated by the command line's own path. */
export async function afresh(bytes: Uint8Array): Promise<Outcome> {
  const { snapshot } = await readXlsx(bytes);
  const result = recalculated(snapshot, await createRecalculator().recalculate(snapshot));
  return evaluate(result.snapshot, result.problems);
}

/** Waits until the pane shows a text of its first lines, where the two numbers are. */
export async function paneShows(page: Page, ...texts: readonly string[]): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const pane = document.querySelector<HTMLElement>('aside[aria-label]')?.innerText ?? '';
      const top = pane.split('\n').slice(0, 12);
      return wanted.every((text) => top.includes(text));
    },
    texts,
    { timeout: PATIENCE },
  );
}

export const chooseSheet = (page: Page, name: string): Promise<void> =>
  page.locator('[data-u-comp=slide-tab-item]').getByText(name, { exact: true }).click();

/** @param address `H6`, on the sheet in front */
export async function goTo(page: Page, address: string): Promise<void> {
  const box = page.locator('[data-u-comp=defined-name] input');
  await box.click();
  await box.fill(address);
  await box.press('Enter');
}

/** Types into cells beside each other, as a user does. */
export async function type(page: Page, address: string, values: readonly string[]): Promise<void> {
  await goTo(page, address);
  for (const value of values) {
    if (value !== '') await page.keyboard.type(value);
    await page.keyboard.press('Tab');
  }
}

export async function savedFile(page: Page): Promise<Uint8Array> {
  const downloading: Promise<Download> = page.waitForEvent('download', { timeout: PATIENCE });
  await page.getByRole('button', { name: /^(保存|Save)$/ }).click();
  return new Uint8Array(readFileSync(await (await downloading).path()));
}
