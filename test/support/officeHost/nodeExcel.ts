/// <reference types="office-js" />
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BatchPlayer, type Batch, type ModelObject } from './batch';
import type { ExcelWorkbook } from './excelWorkbook';
import { fileOf } from './modelFile';
import { FILE_WORDS, nodeDocument } from './nodeDocument';

const LIBRARY = path.resolve(__dirname, '../../../node_modules/@microsoft/office-js/dist/excel-web-16.00.js');
/** The flag `delayForCellEdit` of `Excel.run` sets on a request. */
const WAITS_FOR_CELL_EDIT = 64;

interface Request {
  readonly id: number;
  readonly flags: number;
  readonly message: { readonly body: string | Batch };
}

/** Excel as the library of this process sees it: the workbook that is open, and what has been asked of it. */
export interface NodeExcel {
  open(workbook: ExcelWorkbook): void;
  /** While set, the user is typing into a cell: requests that wait are answered when it is cleared, others are refused. */
  editing: boolean;
  /** Where set, every request fails with this code of Excel's. */
  failing: string | null;
  /** Bytes of an answer that Excel allows. */
  answerLimit: number;
  /** Called before each request is answered: what happens in the workbook between two requests. */
  meanwhile: () => void;
  /** Bytes of each request and of its answer since the workbook was opened. */
  readonly traffic: readonly { readonly asked: number; readonly answered: number }[];
}

let installed: NodeExcel | undefined;

/**
 * Loads the real `Excel.*` objects of office.js into this process and answers them from `ExcelWorkbook`: over the bridge
 * that the library itself has for hosts it shares a process with. Once a test file.
 */
export function nodeExcel(): NodeExcel {
  installed ??= install();
  return installed;
}

function install(): NodeExcel {
  const traffic: { asked: number; answered: number }[] = [];
  const waiting: (() => void)[] = [];
  let player: BatchPlayer;
  let editing = false;
  const bridge = {
    onMessageFromHost: (_text: string) => {},
    sendMessageToHost: (text: string) => receive(JSON.parse(text)),
  };
  const answer = ({ id, flags }: Request, body: unknown) =>
    bridge.onMessageFromHost(
      JSON.stringify({ id, type: 2, flags, message: { statusCode: 200, headers: {}, body: JSON.stringify(body) } }),
    );
  const play = (request: Request) => {
    if (excel.failing !== null) return answer(request, refused(excel.failing));
    excel.meanwhile();
    const { body } = request.message;
    const answered = player.play(typeof body === 'string' ? (JSON.parse(body) as Batch) : body);
    const size = JSON.stringify(answered).length;
    traffic.push({ asked: JSON.stringify(body).length, answered: size });
    answer(request, size > excel.answerLimit ? refused('ResponsePayloadSizeLimitExceeded') : answered);
  };
  const receive = (request: Request) => {
    if (!editing) queueMicrotask(() => play(request));
    else if (request.flags & WAITS_FOR_CELL_EDIT) waiting.push(() => play(request));
    else answer(request, refused('InvalidOperationInCellEditMode'));
  };
  evaluateLibrary(bridge);
  const excel: NodeExcel = {
    open(workbook) {
      traffic.length = 0;
      Object.assign(excel, UNDISTURBED);
      player = new BatchPlayer(workbook as unknown as ModelObject);
      Object.assign(Office, FILE_WORDS);
      Object.assign(Office.context, { document: nodeDocument(() => fileOf(workbook)) });
      workbook.onEvent = (event, target, details) =>
        bridge.onMessageFromHost(
          JSON.stringify({ type: 3, message: { entries: [[65536, event, target, JSON.stringify(details), 1]] } }),
        );
    },
    get editing() {
      return editing;
    },
    set editing(now) {
      editing = now;
      if (!now) waiting.splice(0).forEach((go) => go());
    },
    ...UNDISTURBED,
    traffic,
  };
  return excel;
}

const UNDISTURBED = { failing: null, answerLimit: 5_000_000, meanwhile: () => {} };

const refused = (Code: string) => ({ Results: [], Error: { Code, Message: `Excel says ${Code}`, ActionIndex: 0 } });

/** The names of a browser that the file touches while it loads, and what its loader (office.js) would have left for it. */
function evaluateLibrary(bridge: object): void {
  const nothing = () => {};
  const element = () => ({ style: {}, setAttribute: nothing, appendChild: nothing, getElementsByTagName: () => [] });
  const storage = { getItem: () => null, setItem: nothing, removeItem: nothing };
  const loader = {
    getHostInfo: () => ({ hostPlatform: 'web', hostType: 'excel', flags: 0 }),
    getLoadScriptHelper: () => ({}),
    getContext: () => context,
    getClientEndPoint: () => null,
    getWebAppState: () => ({}),
  };
  const context = { requirements: { isSetSupported: () => true } };
  const office = { onReadyInternal: () => new Promise(nothing), context };
  Object.assign(globalThis, {
    _richApiNativeBridge: bridge,
    window: globalThis,
    self: globalThis,
    top: globalThis,
    parent: globalThis,
    name: '',
    addEventListener: nothing,
    removeEventListener: nothing,
    XMLHttpRequest: nothing,
    navigator: { userAgent: 'node' },
    localStorage: storage,
    sessionStorage: storage,
    location: {
      hash: '',
      search: '',
      protocol: 'https:',
      href: 'https://localhost/',
      origin: 'https://localhost',
      host: 'localhost',
    },
    document: {
      ...element(),
      readyState: 'complete',
      addEventListener: nothing,
      createElement: element,
      getElementById: () => null,
      querySelectorAll: () => [],
      domain: 'localhost',
      body: element(),
      head: element(),
    },
    OSF: { HostInfoFlags: { SharedApp: 1, CustomFunction: 2 }, _OfficeAppFactory: loader },
    Microsoft: { Office: { WebExtension: office } },
    Office: office,
  });
  // Indirect: in the test's own realm, since the library tells plain objects by their prototype.
  (0, eval)(readFileSync(LIBRARY, 'utf8'));
  addNotes();
}

/**
 * The library's last release on npm is older than notes (ExcelApi 1.18), which the one that Excel loads has. Their objects are of the same
 * make as those of comments; what they are asked goes over the wire as `Notes`.
 */
function addNotes(): void {
  const { BatchApiHelper } = OfficeExtension as unknown as {
    BatchApiHelper: { createPropertyObject(...args: readonly unknown[]): unknown };
  };
  const READ_ONLY_COLLECTION = 4;
  for (const owner of [Excel.Workbook, Excel.Worksheet]) {
    Object.defineProperty(owner.prototype, 'notes', {
      get(this: object) {
        return BatchApiHelper.createPropertyObject(Excel.CommentCollection, this, 'Notes', true, READ_ONLY_COLLECTION);
      },
    });
  }
}
