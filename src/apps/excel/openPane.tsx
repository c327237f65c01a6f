import type { Root } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { associateCommands, type Command } from '../../adapters/excel/commands';
import { displayTheme } from '../../adapters/excel/environment';
import { createExcelHost, type ExcelHost } from '../../adapters/excel/excelHost';
import { keepHere, keptText } from '../../adapters/excel/keptTexts';
import { chooseLanguage, spokenLanguage } from '../../adapters/excel/language';
import { onPaneShown } from '../../adapters/excel/paneVisibility';
import { saveFile } from '../../adapters/excel/saveFile';
import { inExcel } from '../../adapters/excel/session';
import { repairUnknownFunctions, unknownFunctions } from '../../adapters/excel/unknownFunctions';
import { KmcError, message, type Message } from '../../core/message';
import type { FileSaver } from '../../core/ports';
import { sheetCellAddress } from '../../core/workbook/a1';
import { translator, type Language } from '../../locales/translator';
import { App, type AppProps } from '../../taskpane/App';
import type { Memory, Workbooks } from '../../taskpane/start/ports';

const VIEW_OF: Readonly<Record<Command, NonNullable<AppProps['view']>>> = {
  newApplication: 'start',
  checkWorkbook: 'problems',
  makePackage: 'submit',
};

/** What the user chose last time; the workbook does not change for it. */
const memory: Memory = {
  read: (key) => keptText(`pane.${key}`),
  write: (key, text) => void keepHere(`pane.${key}`, text),
};

const files: FileSaver = { save: saveFile };

/** Loaded when they are needed: the pane must be there quickly. */
const wholeWorkbooks = () => import('./workbooks');
const packageTools = async () => (await import('./packageTools')).packageTools();

/** Excel keeps the open workbook: an application is added to it, and a file is opened beside it. */
const workbooksOf = (host: ExcelHost): Workbooks => ({
  joins: true,
  opensBeside: true,
  async create(options) {
    await (await wholeWorkbooks()).createHere(options);
    host.changed();
    return true;
  },
  readFile: async (file) => (await wholeWorkbooks()).readFile(file),
  async openEdited(file, edits) {
    await (await wholeWorkbooks()).openEdited(file, edits);
    return true;
  },
  asFile: async (bytes) => (await wholeWorkbooks()).createXlsxHost(bytes),
});

/** Shows the pane in `root` and lets the ribbon's commands reach it. */
export function openPane(root: Root): void {
  const host = createExcelHost();
  const workbooks = workbooksOf(host);
  let view: AppProps['view'];
  let notice: Message | null = null;
  let unknown = 0;
  const tell = (said: Message | null) => {
    notice = said;
    render();
  };
  const failed = (error: unknown) =>
    tell(error instanceof KmcError ? error.detail : message('excel.failed', { code: '', text: String(error) }));
  const count = (cells: readonly unknown[]) => {
    unknown = cells.length;
    render();
  };
  const repair = () =>
    void inExcel(repairUnknownFunctions)
      .then((left) => {
        count([]);
        tell(left.length > 0 ? message('excel.not-repaired', { cells: left.map(sheetCellAddress) }) : null);
        host.changed();
      })
      .catch(failed);
  const onLanguageChange = (language: Language) => {
    document.documentElement.lang = language;
    chooseLanguage(language).catch(failed);
  };
  const say = (text: Message | string) => translator(spokenLanguage())(text);
  const render = () =>
    root.render(
      <>
        {notice && <p role="alert">{say(notice)}</p>}
        {unknown > 0 && (
          <p role="status">
            {say(message('excel.unknown-functions', { count: unknown }))}{' '}
            <button type="button" onClick={repair}>
              {say('excel.repair')}
            </button>
          </p>
        )}
        <App
          host={host}
          language={spokenLanguage()}
          theme={displayTheme()}
          onLanguageChange={onLanguageChange}
          view={view}
          workbooks={workbooks}
          memory={memory}
          files={files}
          packageTools={packageTools}
        />
      </>,
    );
  const goTo = (command: Command) => {
    // The pane goes where it is sent when that changes, and the same button may be pressed twice.
    view = undefined;
    flushSync(render);
    view = VIEW_OF[command];
    render();
  };
  render();
  // Excel does not say when its theme changes.
  onPaneShown(render);
  associateCommands(goTo, failed);
  // A workbook that cannot be read is the pane's own to report.
  host.opened
    .then(() => host.snapshot('all'))
    .then((snapshot) => count(unknownFunctions(snapshot)))
    .catch(() => {});
}
