import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { servePage } from '../../../.ci/scripts/page-server.mjs';
import type { Language } from '../../../src/locales/translator';
import type { Role } from '../../../src/taskpane/role';
import type { ThemeName } from '../../../src/taskpane/theme';
import type { Destination } from '../../../src/taskpane/views';
import { buildPanePage } from './build.cjs';

export interface Look {
  readonly sample: string;
  readonly view: Destination;
  readonly language: Language;
  readonly theme: ThemeName;
  /** An author where nothing is said. */
  readonly role?: Role;
  /** Pixels; the pane's narrowest where nothing is said. */
  readonly width?: number;
}

export interface ServedPane {
  /** The pane over a sample, in a context of its own; what the browser complains about is thrown when it is closed. */
  open(browser: Browser, look: Look): Promise<Page>;
  close(): Promise<void>;
}

const NARROWEST = 320;

/** Builds the pane alone and serves it under the headers of the workbench page, so that it must live with those. */
export async function servePane(): Promise<ServedPane> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kmc-pane-'));
  await buildPanePage(folder);
  const served = await servePage(folder, 0);
  return {
    open: async (browser, { width = NARROWEST, ...asked }) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: false });
      const page = await context.newPage();
      await page.goto(`${served.url}?${new URLSearchParams(asked)}`);
      await page.locator('h2').first().waitFor();
      return page;
    },
    close: async () => {
      await served.close();
      rmSync(folder, { recursive: true });
    },
  };
}
