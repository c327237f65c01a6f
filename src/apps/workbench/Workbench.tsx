import * as React from 'react';
import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { setGridLanguage } from '../../adapters/grid/gridOnPage';
import { message, type Message } from '../../core/message';
import { translator, type Language } from '../../locales/translator';
import { App } from '../../taskpane/App';
import { THEMES } from '../../taskpane/theme';
import { ConfirmDiscard } from './ConfirmDiscard';
import { Divider } from './Divider';
import { DropTarget } from './DropTarget';
import { download, downloads, isPackage, newWorkbook, sampleBytes } from './files';
import { firstLanguage, keepLanguage } from './language';
import { Notices } from './Notices';
import { saveWorkbook } from './saveWorkbook';
import { Toolbar } from './Toolbar';
import { browserMemory, workbooksOnPage } from './workbooks';
import { useTheme } from './useTheme';
import { reasonOf, useWorkbook, type Notice } from './useWorkbook';

const FIRST_SAMPLE = 'slag-cement';
const PANE_WIDTH = 380;
/** Large, and so fetched when it is first used. */
const packageTools = async () => (await import('./packageTools')).packageTools();

const useStyles = makeStyles({
  page: { height: '100%', display: 'flex', flexDirection: 'column', backgroundColor: tokens.colorNeutralBackground1 },
  beside: { flex: '1 1 0', minHeight: 0, display: 'flex' },
  grid: { flex: '1 1 0', minWidth: '200px', minHeight: 0, position: 'relative', backgroundColor: '#ffffff' },
  pane: { minWidth: 0, overflow: 'auto', flexShrink: 0 },
});

interface Opening {
  readonly run: () => Promise<void>;
  /** Hears that the user keeps the open workbook. */
  readonly kept?: () => void;
}

/** The whole page: a workbook in a grid, and beside it what KMC says about it. */
export function Workbench() {
  const styles = useStyles();
  const [language, setLanguage] = React.useState<Language>(firstLanguage);
  const theme = useTheme();
  const place = React.useRef<HTMLDivElement>(null);
  const page = useWorkbook(place, language);
  const { workbook, open } = page;
  const [waiting, setWaiting] = React.useState<Opening | null>(null);
  const [width, setWidth] = React.useState(PANE_WIDTH);
  const [arrived, setArrived] = React.useState<readonly File[]>();
  const say = React.useMemo(() => translator(language), [language]);

  React.useEffect(() => void openSample(open, FIRST_SAMPLE), []);
  React.useEffect(() => {
    document.documentElement.lang = language;
    document.title = workbook ? `${workbook.name} – KMC` : 'KMC';
    if (workbook) setGridLanguage(workbook.univer, language);
  }, [language, workbook]);
  useUnloadWarning(() => workbook?.host.isChanged ?? false);

  const ask = (opening: Opening) => {
    if (workbook?.host.isChanged) setWaiting(opening);
    else void opening.run();
  };
  const unlessChanged = (run: Opening['run']) => ask({ run });
  const workbooks = workbooksOnPage(
    (name, bytes) =>
      new Promise((resolve) =>
        ask({ run: () => open(name, bytes).then(() => resolve(true)), kept: () => resolve(false) }),
      ),
    () => say('workbench.new-name'),
  );
  const choose = (chosen: Language) => {
    keepLanguage(chosen);
    setLanguage(chosen);
  };
  const openFile = (file: File) =>
    unlessChanged(() => open(file.name, async () => new Uint8Array(await file.arrayBuffer())));
  const take = (files: readonly File[]) => {
    const [first] = files;
    if (workbook && files.some(isPackage)) setArrived(files);
    else if (first) openFile(first);
  };
  const save = async () => {
    if (!workbook) return;
    try {
      const saved = await saveWorkbook(workbook);
      download(workbook.name, saved.bytes);
      workbook.host.markSaved();
      page.say(savedNotices(workbook.name, saved.notices));
    } catch (error) {
      page.say([{ message: message('workbench.save.failed', { reason: reasonOf(error) }), kind: 'error' }]);
    }
  };

  return (
    <FluentProvider theme={THEMES[theme]} style={{ height: '100%' }}>
      <DropTarget onFiles={take}>
        <div className={styles.page} lang={language}>
          <Toolbar
            say={say}
            workbook={workbook}
            isBusy={page.isBusy}
            onNew={() => unlessChanged(() => open(say('workbench.new-name'), () => newWorkbook(language)))}
            onFile={(file) => take([file])}
            onSample={(name) => unlessChanged(() => openSample(open, name))}
            onSave={() => void save()}
          />
          <Notices say={say} notices={page.notices} onDismiss={page.dismiss} />
          <div className={styles.beside}>
            <div ref={place} className={styles.grid} data-testid="grid" />
            <Divider label={say('workbench.divider')} width={width} onWidth={setWidth} />
            <aside className={styles.pane} style={{ width }} aria-label={say('workbench.pane')}>
              {workbook && (
                <App
                  host={workbook.host}
                  language={language}
                  theme={theme}
                  onLanguageChange={choose}
                  workbooks={workbooks}
                  memory={browserMemory}
                  files={downloads}
                  packageTools={packageTools}
                  arrived={arrived}
                />
              )}
            </aside>
          </div>
        </div>
      </DropTarget>
      <ConfirmDiscard
        say={say}
        opening={waiting?.run ?? null}
        onKeep={() => waiting?.kept?.()}
        onClose={() => setWaiting(null)}
      />
    </FluentProvider>
  );
}

const openSample = (open: ReturnType<typeof useWorkbook>['open'], name: string) =>
  open(`${name}.xlsx`, () => sampleBytes(name));

const savedNotices = (name: string, notices: readonly Message[]): Notice[] =>
  [message('workbench.save.done', { name }), ...notices].map((each) => ({ message: each, kind: 'information' }));

/** The browser asks before changes that were not saved are lost. */
function useUnloadWarning(isChanged: () => boolean): void {
  React.useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (isChanged()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  });
}
