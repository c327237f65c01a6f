import * as React from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { FindingSeverity } from '../core/review/finding';
import { ErrorBoundary } from './ErrorBoundary';
import { scrollToBeginning } from './intoView';
import { Numbers, type NumberName } from './header/Numbers';
import { StateLine } from './header/StateLine';
import type { Known } from './outcome/followWorkbook';
import { usePane } from './paneContext';
import { useReviewPart } from './review/part';
import { TabPanel, Tabs } from './Tabs';
import { Trace } from './trace/Trace';
import { VIEWS, type ViewName } from './views';

const useStyles = makeStyles({
  header: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-height: 480px)': { position: 'static' },
  },
  long: { position: 'static' },
});

/** Another view begins at its beginning, however far the one before was scrolled. */
function useBeginning(header: React.RefObject<HTMLElement | null>, view: ViewName): void {
  const shown = React.useRef(view);
  React.useLayoutEffect(() => {
    if (shown.current === view) return;
    shown.current = view;
    scrollToBeginning(header.current!);
  }, [header, view]);
}

interface PaneProps {
  readonly known: Known;
  readonly outdated: boolean;
  readonly view: ViewName;
  readonly onView: (name: ViewName) => void;
}

/** A case: its numbers, whether they stand, and the views of it. */
export function Pane({ known, outdated, view, onView }: PaneProps) {
  const { say } = usePane();
  const styles = useStyles();
  const [only, setOnly] = React.useState<FindingSeverity | null>(null);
  const [open, setOpen] = React.useState<NumberName | null>(null);
  const header = React.useRef<HTMLDivElement>(null);
  useBeginning(header, view);
  const [, goToPart] = useReviewPart();
  const { outcome } = known;
  const missing = outcome.assessment.reductionPerUnit.value === null || outcome.assessment.avoided.value === null;
  const trace = open && outcome.assessment[open === 'reduction' ? 'reductionPerUnit' : 'avoided'].trace;
  const { Show } = VIEWS.find(({ name }) => name === view)!;

  const showProblems = (severity: FindingSeverity | null) => {
    goToPart('findings');
    setOnly(severity);
    onView('problems');
  };
  return (
    <>
      <div ref={header} className={mergeClasses(styles.header, missing && styles.long)} data-pane-header="">
        <Numbers
          outcome={outcome}
          outdated={outdated}
          open={open}
          onToggle={(name) => setOpen(open === name ? null : name)}
        />
        <StateLine outcome={outcome} onProblems={showProblems} />
        <Tabs
          label={say('pane.tabs.label')}
          tabs={VIEWS.map(({ name, title }) => ({ name, text: say(title) }))}
          chosen={view}
          onChoose={onView}
        />
      </div>
      {open && trace !== null && (
        <Trace known={known} root={trace} what={say(`pane.number.${open}`)} onClose={() => setOpen(null)} />
      )}
      <TabPanel name={view}>
        <ErrorBoundary key={view}>
          <Show known={known} only={only} onOnly={setOnly} onView={onView} />
        </ErrorBoundary>
      </TabPanel>
    </>
  );
}
