import * as React from 'react';
import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { message, type Message } from '../core/message';
import type { WorkbookHost } from '../core/ports';
import { translator, type Language } from '../locales/translator';
import { Empty } from './Empty';
import { ErrorBoundary } from './ErrorBoundary';
import { LanguageSwitch } from './header/LanguageSwitch';
import { Notice } from './Notice';
import { reasonOf } from './outcome/followWorkbook';
import { useOutcome } from './outcome/useOutcome';
import { Pane } from './Pane';
import { PaneProvider, usePane } from './paneContext';
import { THEMES, type ThemeName } from './theme';

export interface AppProps {
  readonly host: WorkbookHost;
  /** The language at first; the pane has a switch. */
  readonly language: Language;
  readonly theme: ThemeName;
  /** Hears of the switch, so that the choice can be kept. */
  readonly onLanguageChange?: (language: Language) => void;
}

/** Not a class: the provider would give that to its tooltips too. */
const FULL_HEIGHT = { minHeight: '100%' } as const;

const useStyles = makeStyles({
  pane: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    ':lang(ja)': { lineBreak: 'strict', wordBreak: 'auto-phrase' },
  },
  bar: { display: 'flex', alignItems: 'center', gap: '8px', padding: '4px 6px 0 12px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  updating: { flex: '1 1 0', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  foot: { position: 'sticky', bottom: 0, zIndex: 2 },
  reading: { padding: '16px 12px' },
});

/** The task pane: what the product says about the workbook in `host`, beside it. */
export function App({ host, language: first, theme, onLanguageChange }: AppProps) {
  const styles = useStyles();
  const [language, setLanguage] = React.useState(first);
  React.useEffect(() => setLanguage(first), [first]);
  const [failure, setFailure] = React.useState<Message | null>(null);
  const context = React.useMemo(
    () => ({
      language,
      say: translator(language),
      reveal: (cell: Parameters<WorkbookHost['reveal']>[0]) => {
        setFailure(null);
        host.reveal(cell).catch((error: unknown) => setFailure(reasonOf(error)));
      },
    }),
    [host, language],
  );
  const choose = (chosen: Language) => {
    setLanguage(chosen);
    onLanguageChange?.(chosen);
  };
  return (
    <FluentProvider theme={THEMES[theme]} style={FULL_HEIGHT}>
      <PaneProvider value={context}>
        <section className={styles.pane} lang={language} aria-label={context.say('pane.title')}>
          <ErrorBoundary>
            <Content host={host} onLanguage={choose} />
            {failure && (
              <div className={styles.foot}>
                <Notice
                  text={context.say(message('pane.failure.reveal', { reason: failure }))}
                  action={context.say('pane.failure.dismiss')}
                  onAction={() => setFailure(null)}
                />
              </div>
            )}
          </ErrorBoundary>
        </section>
      </PaneProvider>
    </FluentProvider>
  );
}

interface ContentProps {
  readonly host: WorkbookHost;
  readonly onLanguage: (language: Language) => void;
}

function Content({ host, onLanguage }: ContentProps) {
  const { say } = usePane();
  const styles = useStyles();
  const { known, updating, failure, retry } = useOutcome(host);
  const isCase = known !== null && Object.keys(known.outcome.case.locations).length > 0;
  return (
    <>
      <div className={styles.bar}>
        <h1 className={styles.title}>{say('pane.title')}</h1>
        <span className={styles.updating} role="status">
          {updating && known ? say('pane.state.updating') : ''}
        </span>
        <LanguageSwitch onChoose={onLanguage} />
      </div>
      {failure && (
        <Notice
          text={say(message('pane.failure.read', { reason: failure })) + (isCase ? say('pane.number.outdated') : '')}
          action={say('pane.failure.retry')}
          onAction={retry}
        />
      )}
      {isCase && <Pane known={known} outdated={failure !== null || updating} />}
      {known && !isCase && !failure && <Empty />}
      {!known && !failure && <p className={styles.reading}>{say('pane.number.reading')}</p>}
    </>
  );
}
