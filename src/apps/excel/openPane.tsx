import type { Root } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { associateCommands, type Command } from '../../adapters/excel/commands';
import { displayTheme } from '../../adapters/excel/environment';
import { createExcelHost, type ExcelHost } from '../../adapters/excel/excelHost';
import { keepHere, keptText } from '../../adapters/excel/keptTexts';
import { chooseLanguage, spokenLanguage } from '../../adapters/excel/language';
import { onPaneShown } from '../../adapters/excel/paneVisibility';
import { KmcError, message, type Message } from '../../core/message';
import { translator, type Language } from '../../locales/translator';
import { App, type AppProps } from '../../taskpane/App';
import type { Memory, Workbooks } from '../../taskpane/start/ports';

const VIEW_OF: Readonly<Record<Command, NonNullable<AppProps['view']>>> = {
  newApplication: 'start',
  checkWorkbook: 'problems',
};

/** What the user chose last time; the workbook does not change for it. */
const memory: Memory = {
  read: (key) => keptText(`pane.${key}`),
  write: (key, text) => void keepHere(`pane.${key}`, text),
};

/** Loaded when they are needed: the pane must be there quickly. */
const files = () => import('./workbooks');

/** Excel keeps the open workbook: an application is added to it, and a file is opened beside it. */
const workbooksOf = (host: ExcelHost): Workbooks => ({
  async create(options) {
    await (await files()).createHere(options);
    host.changed();
    return true;
  },
  readFile: async (file) => (await files()).readFile(file),
  async openEdited(file, edits) {
    await (await files()).openEdited(file, edits);
    return true;
  },
});

/** Shows the pane in `root` and lets the ribbon's commands reach it. */
export function openPane(root: Root): void {
  const host = createExcelHost();
  const workbooks = workbooksOf(host);
  let view: AppProps['view'];
  let notice: Message | null = null;
  const failed = (error: unknown) => {
    notice = error instanceof KmcError ? error.detail : message('excel.failed', { code: '', text: String(error) });
    render();
  };
  const onLanguageChange = (language: Language) => {
    document.documentElement.lang = language;
    chooseLanguage(language).catch(failed);
  };
  const render = () =>
    root.render(
      <>
        {notice && <p role="alert">{translator(spokenLanguage())(notice)}</p>}
        <App
          host={host}
          language={spokenLanguage()}
          theme={displayTheme()}
          onLanguageChange={onLanguageChange}
          view={view}
          workbooks={workbooks}
          memory={memory}
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
}
