import * as React from 'react';
import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { message, type Message } from '../core/message';
import type { FileSaver, WorkbookHost } from '../core/ports';
import { translator, type Language } from '../locales/translator';
import { ErrorBoundary } from './ErrorBoundary';
import { FileSaverProvider } from './files';
import { Bar } from './header/Bar';
import { Arrivals } from './package/Arrivals';
import { Body } from './Body';
import { Notice } from './Notice';
import { OpenSectionsProvider, useOpenSectionsMemory } from './openSections';
import { reasonOf } from './outcome/followWorkbook';
import { useOutcome } from './outcome/useOutcome';
import { PackageProvider, usePackages, type LoadPackageTools } from './package/packaging';
import { PaneProvider, usePane } from './paneContext';
import { RoleProvider, useRoleMemory } from './role';
import { NOTHING_BESIDE, useBeside } from './review/beside';
import { ReviewPartProvider, type ReviewPart } from './review/part';
import { EarlierProvider, useEarlierMemory } from './review/rounds/earlierContext';
import { ReviewStateProvider, useReviewInBackground } from './review/reviewState';
import { DismissedProvider, useDismissedMemory } from './review/list/dismissed';
import type { Memory, Workbooks } from './start/ports';
import { StartProvider } from './start/session';
import { THEMES, type ThemeName } from './theme';
import { useDestination } from './useDestination';
import type { Destination } from './views';
import { Writing } from './writing/Writing';

export interface AppProps {
  readonly host: WorkbookHost;
  /** The language at first; the pane has a switch. */
  readonly language: Language;
  readonly theme: ThemeName;
  /** Hears of the switch, so that the choice can be kept. */
  readonly onLanguageChange?: (language: Language) => void;
  /** Where the pane opens, and goes to whenever this changes, e.g. by a command of the ribbon. */
  readonly view?: Destination;
  /** Makes and opens whole workbooks, where the host can. */
  readonly workbooks?: Workbooks;
  /** Fetches what makes and opens submission packages, where the host can. */
  readonly packageTools?: LoadPackageTools;
  /** Keeps choices from one visit to the next. */
  readonly memory?: Memory;
  /** Hands files to the user, where the page around the pane can. */
  readonly files?: FileSaver;
  /** Submission packages that came to the page around the pane; it opens them, whatever it shows. */
  readonly arrived?: readonly File[];
}

/** Not a class: the provider would give that to its tooltips too. */
const FULL_HEIGHT = { minHeight: '100%' } as const;

const useStyles = makeStyles({
  pane: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    ':lang(ja)': { lineBreak: 'strict', wordBreak: 'auto-phrase' },
  },
  foot: { position: 'sticky', bottom: 0, zIndex: 2 },
});

/** The task pane: what the product says about the workbook in `host`, beside it. */
export function App({
  host,
  language: first,
  theme,
  onLanguageChange,
  view,
  workbooks,
  memory,
  files,
  packageTools,
  arrived,
}: AppProps) {
  const styles = useStyles();
  const [language, setLanguage] = React.useState(first);
  React.useEffect(() => setLanguage(first), [first]);
  const [failure, setFailure] = React.useState<Message | null>(null);
  const top = React.useRef<HTMLElement>(null);
  // Another workbook is read from the top.
  React.useEffect(() => void top.current?.scrollIntoView?.({ block: 'start' }), [host]);
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
        <section ref={top} className={styles.pane} lang={language} aria-label={context.say('pane.title')}>
          <ErrorBoundary>
            <FileSaverProvider value={files ?? null}>
              <PackageProvider host={host} load={packageTools}>
                <Content
                  host={host}
                  onLanguage={choose}
                  wanted={view}
                  workbooks={workbooks}
                  memory={memory}
                  arrived={arrived}
                />
              </PackageProvider>
            </FileSaverProvider>
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

interface ContentProps extends Pick<AppProps, 'host' | 'workbooks' | 'memory' | 'arrived'> {
  readonly onLanguage: (language: Language) => void;
  readonly wanted: Destination | undefined;
}

function Content({ host, workbooks, memory, arrived, onLanguage, wanted }: ContentProps) {
  const { say } = usePane();
  const { known, updating, failure, retry } = useOutcome(host);
  const place = useDestination(wanted);
  const sections = useOpenSectionsMemory();
  const role = useRoleMemory(memory);
  const dismissed = useDismissedMemory(host);
  const isCase = known !== null && Object.keys(known.outcome.case.locations).length > 0;
  const part = React.useState<ReviewPart>('findings');
  const packages = usePackages();
  const earlier = useEarlierMemory(host);
  const beside = useBeside(packages?.evidence ?? NOTHING_BESIDE.evidence, earlier[0]?.found ?? null);
  const review = useReviewInBackground(host, known, isCase, place.view === 'problems' && !place.settings, beside);
  return (
    <OpenSectionsProvider value={sections}>
      <RoleProvider value={role}>
        <Bar
          updating={updating && known !== null}
          onLanguage={onLanguage}
          settings={place.settings}
          onSettings={place.toggleSettings}
        />
        {failure && (
          <Notice
            text={say(message('pane.failure.read', { reason: failure })) + (isCase ? say('pane.number.outdated') : '')}
            action={say('pane.failure.retry')}
            onAction={retry}
          />
        )}
        <Writing host={host} onWritten={retry}>
          <DismissedProvider value={dismissed}>
            <EarlierProvider value={earlier}>
              <ReviewPartProvider value={part}>
                <ReviewStateProvider value={review}>
                  <StartProvider
                    host={host}
                    workbooks={workbooks}
                    memory={memory}
                    stay={() => place.goTo('start')}
                    leaveFor={place.goTo}
                  >
                    <Arrivals files={arrived} onArrive={() => place.goTo('start')} />
                    <Body
                      known={known}
                      isCase={isCase}
                      outdated={failure !== null || updating}
                      failed={failure !== null}
                      place={place}
                      onLanguage={onLanguage}
                    />
                  </StartProvider>
                </ReviewStateProvider>
              </ReviewPartProvider>
            </EarlierProvider>
          </DismissedProvider>
        </Writing>
      </RoleProvider>
    </OpenSectionsProvider>
  );
}
