import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, BrowserContext, Frame, Page, Route } from 'playwright-core';
import type { CellErrorCode } from '../../../src/core/workbook/cell';
import { HEADERS } from '../../../src/apps/excel/build/securityHeaders.cjs';
import { BatchPlayer, type Batch, type ModelObject } from './batch';
import type { ExcelWorkbook } from './excelWorkbook';
import { FunctionCalls, type FunctionResult } from './functionCalls';

const OFFICE_JS = path.resolve(__dirname, '../../../node_modules/@microsoft/office-js/dist');
/** office.js trusts a host on the host name of the add-in itself, whatever the port. */
const HOST = 'https://localhost:3443';
const ADDIN = 'https://localhost:3000';
const OFFICE_CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

export interface OpenExcel {
  readonly page: Page;
  readonly pane: Frame;
  /** Addresses asked for that are neither the add-in's nor office.js's, and errors of the page: both should stay empty. */
  readonly outside: readonly string[];
  readonly errors: readonly string[];
  /** Bytes of each request about the workbook and of its answer. */
  readonly traffic: readonly { readonly asked: number; readonly answered: number }[];
  /** Calls an add-in function as a cell does. An error as an argument is written `{ error: '#N/A' }`. */
  call(id: string, args: readonly unknown[]): Promise<FunctionResult>;
  /** Presses a button of the ribbon. @returns once the add-in has told that its command is done */
  press(command: string): Promise<void>;
  /** What the add-in keeps in the workbook. */
  readonly settings: ReadonlyMap<string, unknown>;
  close(): Promise<void>;
}

export interface ExcelOptions {
  /** The folder of the built add-in. */
  readonly addin: string;
  readonly language: 'en-US' | 'ja-JP';
  /** Requirement sets and versions beside those of an Excel of today. */
  readonly sets?: Readonly<Record<string, string>>;
  /** Whether the browser forbids the page to keep anything. */
  readonly forbidsStorage?: boolean;
  /** A browser session to open in, with what it has kept. */
  readonly session?: BrowserContext;
}

/**
 * Excel on the web as office.js sees it: a page that holds the add-in's own page in a frame and speaks its protocol. The
 * add-in is served as it was built; office.js comes from the development dependency in place of Microsoft's address.
 */
export async function openInExcel(
  browser: Browser,
  workbook: ExcelWorkbook,
  options: ExcelOptions,
): Promise<OpenExcel> {
  const context = options.session ?? (await browser.newContext({ ignoreHTTPSErrors: true }));
  if (options.forbidsStorage) await context.addInitScript(FORBID_STORAGE);
  const [outside, errors, traffic] = [[], [], []] as [string[], string[], { asked: number; answered: number }[]];
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (entry) => entry.type() === 'error' && errors.push(entry.text()));
  await serve(context, options.addin, outside);
  const fire = (name: string, data: unknown) =>
    page
      .evaluate(([event, body]) => (window as never as PageHost).fire(event, body), [name, data] as const)
      .then(() => {});
  const calls = new FunctionCalls((entry) => fire('richApiMessage', { ArrayData: [entry] }));
  const player = new BatchPlayer(workbook as unknown as ModelObject, services(calls));
  const commands = new Map<string, () => void>();
  const settings = new Map<string, unknown>();
  workbook.onEvent = (event, target, details) =>
    void fire('richApiMessage', { ArrayData: [[65536, event, target, JSON.stringify(details), 1, false]] });
  await page.exposeFunction('officeHost', (type: number, action: string, data: unknown) =>
    type === 0 ? answer(action, data as MethodCall, { player, traffic, options, settings, commands }) : { Error: 0 },
  );
  await page.goto(`${HOST}/#${options.language}`);
  const pane = (await (await page.waitForSelector('iframe')).contentFrame())!;
  return {
    page,
    pane,
    outside,
    errors,
    traffic,
    call: (id, args) => calls.call(id, args),
    settings,
    async press(command) {
      const id = `press-${commands.size}`;
      const done = new Promise<void>((resolve) => commands.set(id, resolve));
      await fire('appCommandInvoked', { 0: id, 1: command, 2: JSON.stringify({ source: { id: 'button' } }) });
      await done;
    },
    close: () => context.close(),
  };
}

interface PageHost {
  fire(name: string, data: unknown): void;
}

/** Nothing leaves the machine: what is not served here is refused and noted. */
async function serve(context: BrowserContext, addin: string, outside: string[]): Promise<void> {
  await context.route('**/*', async (route) => {
    const url = addressOf(route);
    if (url === `${HOST}/`) return route.fulfill({ contentType: 'text/html', body: `<script>${HOST_SCRIPT}</script>` });
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

interface MethodCall {
  readonly DdaMethod?: { readonly DispatchId: number };
  readonly ArrayData?: readonly unknown[];
  readonly DdaSettingsMethod?: { readonly Properties: readonly (readonly [string, unknown])[] };
  readonly [position: number]: unknown;
}

interface HostState {
  readonly player: BatchPlayer;
  readonly traffic: { asked: number; answered: number }[];
  readonly options: ExcelOptions;
  readonly settings: Map<string, unknown>;
  readonly commands: Map<string, () => void>;
}

const RICH_API = 93;
const SAVE_SETTINGS = 76;
const COMMAND_DONE = 94;
const NOT_SUPPORTED = 5000;
const DONE = { Version: 1, Error: 0 };

function answer(action: string, data: MethodCall, host: HostState): unknown {
  const { player, traffic, options, settings, commands } = host;
  if (action === 'ContextActivationManager_getAppContextAsync') return appContext(options);
  if (action !== 'executeMethod') return null;
  if (data.DdaMethod?.DispatchId === SAVE_SETTINGS) {
    for (const [name, value] of data.DdaSettingsMethod?.Properties ?? []) settings.set(name, value);
    return DONE;
  }
  if (data.DdaMethod?.DispatchId === COMMAND_DONE) {
    commands.get(String(data[0] ?? data.ArrayData?.[0]))?.();
    return DONE;
  }
  if (data.DdaMethod?.DispatchId !== RICH_API) return { Version: 1, Error: NOT_SUPPORTED };
  const asked = String(data.ArrayData![4]);
  const answered = JSON.stringify(player.play(JSON.parse(asked) as Batch));
  traffic.push({ asked: asked.length, answered: answered.length });
  return { Version: 1, Error: 0, Data: [200, ['Content-Type', 'application/json'], answered] };
}

const SETS = {
  ExcelApi: '1.15',
  SharedRuntime: '1.1',
  CustomFunctionsRuntime: '1.3',
  CustomFunctions: '1.7',
  RibbonApi: '1.1',
};

function appContext({ language, sets }: ExcelOptions): unknown {
  return {
    _id: 'addin',
    _appInstanceId: 'addin',
    _appName: 16,
    _appVersion: '16.0',
    _appMinorVersion: 0,
    _hostFullVersion: '16.0.99999.0',
    _appUILocale: language,
    _dataLocale: language,
    _docUrl: `${HOST}/Book1.xlsx`,
    _clientMode: 1,
    _settings: [],
    _reason: 'inserted',
    _osfControlType: 1,
    _eToken: '',
    _correlationId: 'conversation',
    _requirementMatrix: JSON.stringify({ ...SETS, ...sets }),
    _appDomains: [],
    _addinName: 'KMC',
    _initialDisplayMode: 2,
    _featureGates: {},
  };
}

/** What the add-in's frame calls besides the workbook. */
function services(calls: FunctionCalls): Readonly<Record<string, ModelObject>> {
  const named = (name: string, members: object): ModelObject =>
    Object.assign(Object.create({ constructor: { name } }), members);
  return {
    'Microsoft.ExcelServices.CustomFunctions': named('CustomFunctions', {
      setInvocationArrayResults: (results: readonly [number, boolean, unknown, number][]) => calls.settle(results),
      _SetOsfControlContainerReadyForCustomFunctions: () => calls.ready(),
      _GetEnabledFeatures: () => [],
    }),
    'Microsoft.InternalService.AddinInternalService': named('AddinInternalService', {
      notifyActionHandlerReady: () => {},
    }),
    'Microsoft.AppRuntime.AppRuntimeService': named('AppRuntimeService', {
      getAppRuntimeState: () => 'Visible',
      setAppRuntimeState: () => {},
    }),
  };
}

export const CUSTOM_ERROR = (code: CellErrorCode) => ({ type: 'CustomFunctionError', code });

/** As where third parties' data is blocked: storage throws already where it is named. */
const FORBID_STORAGE = `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });`;

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
