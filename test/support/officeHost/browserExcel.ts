import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import type { CellErrorCode } from '../../../src/core/workbook/cell';
import type { ExcelWorkbook } from './excelWorkbook';
import { FunctionCalls, type FunctionResult } from './functionCalls';
import { HostMethods, type HostTraits, type MethodCall } from './hostMethods';
import { FORBID_STORAGE, HOST, serve, type PageHost, type Served } from './hostPage';
import type { OfficeFiles } from './officeFiles';

export { fromBuild } from './hostPage';

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
  /** Copies of the workbook's file that the add-in has asked for. */
  readonly files: Pick<OfficeFiles, 'open' | 'opened'>;
  /** Whether the user is typing into a cell. */
  editing(now: boolean): void;
  close(): Promise<void>;
}

export interface ExcelOptions extends HostTraits, Served {
  /** Whether the browser forbids the page to keep anything. */
  readonly forbidsStorage?: boolean;
  /** A browser session to open in, with what it has kept. */
  readonly session?: BrowserContext;
  /** Whether the user is typing into a cell while the pane opens. */
  readonly isEditing?: boolean;
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
  const context = options.session ?? (await browser.newContext({ ignoreHTTPSErrors: true, acceptDownloads: true }));
  if (options.forbidsStorage) await context.addInitScript(FORBID_STORAGE);
  const [outside, errors] = [[], []] as [string[], string[]];
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (entry) => entry.type() === 'error' && errors.push(entry.text()));
  await serve(context, options, outside);
  const fire = (name: string, data: unknown) =>
    page
      .evaluate(([event, body]) => (window as never as PageHost).fire(event, body), [name, data] as const)
      .then(() => {});
  const calls = new FunctionCalls((entry) => fire('richApiMessage', { ArrayData: [entry] }));
  const methods = new HostMethods(workbook, calls, options);
  methods.editing = options.isEditing ?? false;
  workbook.onEvent = (event, target, details) =>
    void fire('richApiMessage', { ArrayData: [[65536, event, target, JSON.stringify(details), 1, false]] });
  await page.exposeFunction('officeHost', (type: number, action: string, data: MethodCall) =>
    type === 0 ? methods.answer(action, data) : { Error: 0 },
  );
  await page.goto(`${HOST}/#${options.language}`);
  const pane = (await (await page.waitForSelector('iframe')).contentFrame())!;
  return {
    page,
    pane,
    outside,
    errors,
    traffic: methods.traffic,
    call: (id, args) => calls.call(id, args),
    settings: methods.settings,
    files: methods.files,
    editing: (now) => {
      methods.editing = now;
    },
    async press(command) {
      const { id, ended } = methods.press();
      await fire('appCommandInvoked', { 0: id, 1: command, 2: JSON.stringify({ source: { id: 'button' } }) });
      await ended;
    },
    close: () => context.close(),
  };
}

export const CUSTOM_ERROR = (code: CellErrorCode) => ({ type: 'CustomFunctionError', code });
