import { BatchPlayer, type Batch, type BatchAnswer, type ModelObject } from './batch';
import type { ExcelWorkbook } from './excelWorkbook';
import type { FunctionCalls } from './functionCalls';
import { HOST } from './hostPage';
import { fileOf } from './modelFile';
import { OfficeFiles } from './officeFiles';

/** What an Excel is to be like. */
export interface HostTraits {
  readonly language: 'en-US' | 'ja-JP';
  /** Requirement sets and versions beside those of an Excel of today. */
  readonly sets?: Readonly<Record<string, string>>;
  /** What the workbook has kept for the add-in. */
  readonly kept?: ReadonlyMap<string, unknown>;
}

/** Numbers of what office.js asks for besides the rich API. */
const METHOD = {
  loadSettings: 75,
  saveSettings: 76,
  openFile: 77,
  fileSlice: 80,
  closeFile: 81,
  richApi: 93,
  commandDone: 94,
} as const;
const NOT_SUPPORTED = { Version: 1, Error: 5000 };
const FAILED = { Version: 1, Error: 5001 };
/** The flag that `delayForCellEdit` of `Excel.run` sets on a request, and where a request has its flags and its body. */
const WAITS_FOR_CELL_EDIT = 64;
const FLAGS = 6;
const BODY = 4;

/** What office.js sends with `executeMethod`. */
export interface MethodCall {
  readonly DdaMethod?: { readonly DispatchId: number };
  readonly ArrayData?: readonly unknown[];
  readonly DdaSettingsMethod?: { readonly Properties: readonly (readonly [string, unknown])[] };
  readonly [position: number]: unknown;
}

const done = (more: object = {}) => ({ Version: 1, Error: 0, ...more });

/** Answers what the add-in's frame asks of Excel. */
export class HostMethods {
  /** Bytes of each request about the workbook and of its answer. */
  readonly traffic: { asked: number; answered: number }[] = [];
  readonly settings: Map<string, unknown>;
  readonly files: OfficeFiles;
  private readonly player: BatchPlayer;
  private readonly commands = new Map<string, () => void>();
  private waiting: (() => void)[] = [];
  private typing = false;

  constructor(
    workbook: ExcelWorkbook,
    calls: FunctionCalls,
    private readonly traits: HostTraits,
  ) {
    this.player = new BatchPlayer(workbook as unknown as ModelObject, services(calls));
    this.settings = new Map(traits.kept);
    this.files = new OfficeFiles(() => fileOf(workbook));
  }

  /** While set the user is typing into a cell: requests that wait are answered when it is cleared, others are refused. */
  set editing(now: boolean) {
    this.typing = now;
    if (!now) this.waiting.splice(0).forEach((go) => go());
  }

  /** @returns how to name a press of a button, and the end of what it does */
  press(): { readonly id: string; readonly ended: Promise<void> } {
    const id = `press-${this.commands.size}`;
    return { id, ended: new Promise((resolve) => this.commands.set(id, resolve)) };
  }

  async answer(action: string, data: MethodCall): Promise<unknown> {
    if (action === 'ContextActivationManager_getAppContextAsync') return appContext(this.traits, this.settings);
    if (action !== 'executeMethod') return null;
    switch (data.DdaMethod?.DispatchId) {
      case METHOD.richApi:
        return this.rich(data.ArrayData!);
      case METHOD.loadSettings:
        return done({ Properties: { Settings: [...this.settings].map(([Name, Value]) => ({ Name, Value })) } });
      case METHOD.saveSettings:
        return this.save(data.DdaSettingsMethod?.Properties ?? []);
      case METHOD.commandDone:
        this.commands.get(String(data[0] ?? data.ArrayData?.[0]))?.();
        return done();
      default:
        return this.file(data);
    }
  }

  private file(data: MethodCall): unknown {
    const [sliceSize, handle, index] = [1, 2, 3].map((position) => Number(data[position]));
    if (data.DdaMethod?.DispatchId === METHOD.openFile) {
      const copy = this.files.take(sliceSize!);
      return copy ? done({ 0: copy.handle, 1: copy.size }) : FAILED;
    }
    if (data.DdaMethod?.DispatchId === METHOD.fileSlice) {
      const slice = this.files.slice(handle!, index!);
      return done({ 0: [...slice], 1: slice.length });
    }
    if (data.DdaMethod?.DispatchId !== METHOD.closeFile) return NOT_SUPPORTED;
    this.files.close(handle!);
    return done();
  }

  /** All that is kept is sent each time. */
  private save(properties: readonly (readonly [string, unknown])[]): unknown {
    this.settings.clear();
    for (const [name, value] of properties) this.settings.set(name, value);
    return done();
  }

  private async rich(request: readonly unknown[]): Promise<unknown> {
    const asked = String(request[BODY]);
    if (this.typing && concernsWorkbook(JSON.parse(asked) as Batch)) {
      if (!(Number(request[FLAGS]) & WAITS_FOR_CELL_EDIT)) return this.told(asked, IN_CELL_EDIT);
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    return this.told(asked, this.player.play(JSON.parse(asked) as Batch));
  }

  private told(asked: string, answer: BatchAnswer): unknown {
    const answered = JSON.stringify(answer);
    this.traffic.push({ asked: Buffer.byteLength(asked), answered: Buffer.byteLength(answered) });
    return done({ Data: [200, ['Content-Type', 'application/json'], answered] });
  }
}

/** What the frame asks of other services goes on while a cell is being edited. */
const concernsWorkbook = ({ ObjectPaths }: Batch): boolean =>
  Object.values(ObjectPaths).some(({ ObjectPathType }) => ObjectPathType === ROOT);

/** The workbook, among the kinds of object paths. */
const ROOT = 1;

const IN_CELL_EDIT: BatchAnswer = {
  Results: [],
  Error: { Code: 'InvalidOperationInCellEditMode', Message: 'A cell is being edited.', ActionIndex: 0, Location: '' },
};

const SETS = {
  ExcelApi: '1.15',
  SharedRuntime: '1.1',
  CustomFunctionsRuntime: '1.3',
  DelayForCellEdit: '1.1',
  CustomFunctions: '1.7',
  RibbonApi: '1.1',
};

function appContext({ language, sets }: HostTraits, settings: ReadonlyMap<string, unknown>): unknown {
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
    _settings: [...settings],
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
