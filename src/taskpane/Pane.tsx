import * as React from 'react';
import { makeStyles, mergeClasses, Tab, TabList, tokens } from '@fluentui/react-components';
import type { Severity } from '../core/case/types';
import { message } from '../core/message';
import { Numbers, type NumberName } from './header/Numbers';
import { StateLine } from './header/StateLine';
import type { Known } from './outcome/followWorkbook';
import { usePane } from './paneContext';
import { Problems } from './problems/Problems';
import { ResultTab } from './result/ResultTab';
import { Trace } from './trace/Trace';

type TabName = 'result' | 'problems';
const TABS: readonly TabName[] = ['result', 'problems'];

const useStyles = makeStyles({
  header: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-height: 480px)': { position: 'static' },
  },
  panel: { outline: 'none' },
});

interface PaneProps {
  readonly known: Known;
  readonly outdated: boolean;
}

/** A case: its numbers, whether they stand, where they come from and what is wrong. */
export function Pane({ known, outdated }: PaneProps) {
  const { say } = usePane();
  const styles = useStyles();
  const [tab, setTab] = React.useState<TabName>('result');
  const [only, setOnly] = React.useState<Severity | null>(null);
  const [open, setOpen] = React.useState<NumberName | null>(null);
  const { outcome } = known;
  const trace = open && outcome.assessment[open === 'reduction' ? 'reductionPerUnit' : 'avoided'].trace;

  const showProblems = (severity: Severity | null) => {
    setOnly(severity);
    setTab('problems');
  };
  return (
    <>
      <header className={styles.header}>
        <Numbers
          outcome={outcome}
          outdated={outdated}
          open={open}
          onToggle={(name) => setOpen(open === name ? null : name)}
        />
        <StateLine outcome={outcome} onProblems={showProblems} />
        <TabList
          size="small"
          selectedValue={tab}
          onTabSelect={(_, { value }) => setTab(value as TabName)}
          aria-label={say('pane.tabs.label')}
        >
          {TABS.map((name) => (
            <Tab key={name} value={name} id={`kmc-tab-${name}`} aria-controls={`kmc-panel-${name}`}>
              {tabText(say, name, outcome.problems.length)}
            </Tab>
          ))}
        </TabList>
      </header>
      {open && trace !== null && (
        <Trace known={known} root={trace} what={say(`pane.number.${open}`)} onClose={() => setOpen(null)} />
      )}
      <div
        role="tabpanel"
        id={`kmc-panel-${tab}`}
        aria-labelledby={`kmc-tab-${tab}`}
        tabIndex={-1}
        className={mergeClasses(styles.panel)}
      >
        {tab === 'result' ? <ResultTab known={known} /> : <Problems known={known} only={only} onOnly={setOnly} />}
      </div>
    </>
  );
}

const tabText = (say: ReturnType<typeof usePane>['say'], name: TabName, problems: number) =>
  name === 'problems' ? say(message('pane.tabs.problems-count', { count: problems })) : say(`pane.tabs.${name}`);
