import * as React from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Severity } from '../core/case/types';
import { message } from '../core/message';
import { Numbers, type NumberName } from './header/Numbers';
import { StateLine } from './header/StateLine';
import type { Known } from './outcome/followWorkbook';
import { usePane } from './paneContext';
import { Problems } from './problems/Problems';
import { ResultTab } from './result/ResultTab';
import { TabPanel, Tabs } from './Tabs';
import { Trace } from './trace/Trace';

type TabName = 'result' | 'problems';

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
  const missing = outcome.assessment.reductionPerUnit.value === null || outcome.assessment.avoided.value === null;
  const trace = open && outcome.assessment[open === 'reduction' ? 'reductionPerUnit' : 'avoided'].trace;

  const showProblems = (severity: Severity | null) => {
    setOnly(severity);
    setTab('problems');
  };
  return (
    <>
      <div className={mergeClasses(styles.header, missing && styles.long)}>
        <Numbers
          outcome={outcome}
          outdated={outdated}
          open={open}
          onToggle={(name) => setOpen(open === name ? null : name)}
        />
        <StateLine outcome={outcome} onProblems={showProblems} />
        <Tabs
          label={say('pane.tabs.label')}
          tabs={[
            { name: 'result', text: say('pane.tabs.result') },
            { name: 'problems', text: say(message('pane.tabs.problems', { count: outcome.problems.length })) },
          ]}
          chosen={tab}
          onChoose={setTab}
        />
      </div>
      {open && trace !== null && (
        <Trace known={known} root={trace} what={say(`pane.number.${open}`)} onClose={() => setOpen(null)} />
      )}
      <TabPanel name={tab}>
        {tab === 'result' ? <ResultTab known={known} /> : <Problems known={known} only={only} onOnly={setOnly} />}
      </TabPanel>
    </>
  );
}
