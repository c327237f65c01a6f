import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserContext, Route } from 'playwright-core';
import { HEADERS } from '../../../src/apps/excel/build/securityHeaders.cjs';

const OFFICE_JS = path.resolve(__dirname, '../../../node_modules/@microsoft/office-js/dist');
/** office.js trusts a host on the host name of the add-in itself, whatever the port. */
export const HOST = 'https://localhost:3443';
const ADDIN = 'https://localhost:3000';
/** The file that office.js loads in Excel on the web. */
const EXCEL_FILE = 'excel-web-16.00.js';
const OFFICE_CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

/** What {@link HOST_SCRIPT} offers. */
export interface PageHost {
  fire(name: string, data: unknown): void;
}

/** What is served to the add-in's frame. */
export interface Served {
  /** The folder of the built add-in. */
  readonly addin: string;
  /** Runs at the end of office.js's own file for Excel. */
  readonly library?: string;
}

/** Nothing leaves the machine: what is not served here is refused and noted. */
export async function serve(
  context: BrowserContext,
  { addin, library = '' }: Served,
  outside: string[],
): Promise<void> {
  await context.route('**/*', async (route) => {
    const url = addressOf(route);
    if (url === `${HOST}/`) return route.fulfill({ contentType: 'text/html', body: `<script>${HOST_SCRIPT}</script>` });
    if (library !== '' && url === `${OFFICE_CDN}${EXCEL_FILE}`) {
      const body = `${await readFile(path.join(OFFICE_JS, EXCEL_FILE), 'utf8')};${library}`;
      return route.fulfill({ contentType: 'text/javascript', body });
    }
    if (!(await fromBuild(route, addin))) outside.push(url);
  });
}

const addressOf = (route: Route): string => route.request().url().split(/[?#]/)[0]!;

/**
 * Answers a request for the built add-in or for office.js, and refuses every other.
 * @returns whether it was one of these
 */
export async function fromBuild(route: Route, addin: string): Promise<boolean> {
  const url = addressOf(route);
  const isOffice = url.startsWith(OFFICE_CDN);
  if (!isOffice && !url.startsWith(`${ADDIN}/`)) {
    await route.abort();
    return false;
  }
  const [folder, base] = isOffice ? [OFFICE_JS, OFFICE_CDN] : [addin, `${ADDIN}/`];
  await fromFolder(route, folder, url.slice(base.length));
  return true;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.html': 'text/html',
  '.json': 'application/json',
};

async function fromFolder(route: Route, folder: string, file: string): Promise<void> {
  const contentType = TYPES[path.extname(file)] ?? 'application/octet-stream';
  try {
    await route.fulfill({
      body: await readFile(path.join(folder, file)),
      headers: { ...(folder === OFFICE_JS ? {} : HEADERS), 'Content-Type': contentType },
    });
  } catch {
    await route.fulfill({ status: 404 });
  }
}

/** As where third parties' data is blocked: storage throws already where it is named. */
export const FORBID_STORAGE = `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });`;

/** The page around the frame. Chromium reads a frame's name only before it is attached. */
const HOST_SCRIPT = `
  const language = location.hash.slice(1);
  const frame = document.createElement('iframe');
  frame.style = 'width:340px;height:600px;border:0';
  frame.name = JSON.stringify({
    baseFrameName: 'conversation',
    hostInfo: 'Excel$Web$16.00$' + language + '$conversation$$disableLogging$3',
    xdmInfo: 'conversation$addin$' + location.origin, serializerVersion: '1', flights: '[]',
  });
  frame.src = '${ADDIN}/taskpane.html';
  const post = (message) => frame.contentWindow.postMessage(JSON.stringify({
    _messageType: 1, _conversationId: 'conversation', _origin: location.origin, _serializerVersion: 1, _errorCode: 0, ...message,
  }), '${ADDIN}');
  window.fire = (name, data) => post({ _actionName: name, _correlationId: -1, _responseType: 1, _data: data });
  addEventListener('message', async ({ source, data }) => {
    if (source !== frame.contentWindow || typeof data !== 'string') return;
    const { _messageType, _actionType, _actionName, _correlationId, _data } = JSON.parse(data);
    if (_messageType !== 0) return;
    post({ _actionName, _correlationId, _responseType: 0, _data: await officeHost(_actionType, _actionName, _data) });
  });
  addEventListener('DOMContentLoaded', () => document.body.append(frame));
`;
