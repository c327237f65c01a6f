import * as React from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { FindingSeverity } from '../core/review/finding';
import { ErrorBoundary } from './ErrorBoundary';
import type { Known } from './outcome/followWorkbook';
import { usePane } from './paneContext';
import { TabPanel, Tabs } from './Tabs';
import { VIEWS, type ViewName } from './views';

const useStyles = makeStyles({
  empty: { padding: '16px 12px 4px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  action: { margin: '8px 0 0' },
});

/** Views that need no application: the ways to one, and the formulas of any workbook. */
const OFFERED: readonly ViewName[] = ['start', 'problems'];

interface EmptyProps {
  readonly known: Known;
  readonly view: ViewName;
  readonly onView: (name: ViewName) => void;
}

/** A workbook that is no case: the ways to one, and what can be reviewed of it all the same. */
export function Empty({ known, view, onView }: EmptyProps) {
  const { say } = usePane();
  const styles = useStyles();
  const [only, setOnly] = React.useState<FindingSeverity | null>(null);
  const offered = VIEWS.filter(({ name }) => OFFERED.includes(name));
  const { name, Show } = offered.find((each) => each.name === view) ?? offered[0]!;
  return (
    <>
      <div className={styles.empty}>
        <h2 className={styles.title}>{say('pane.empty.title')}</h2>
        <p className={styles.action}>{say('pane.empty.action')}</p>
      </div>
      <Tabs
        label={say('pane.tabs.label')}
        tabs={offered.map((each) => ({ name: each.name, text: say(each.title) }))}
        chosen={name}
        onChoose={onView}
      />
      <TabPanel name={name}>
        <ErrorBoundary key={name}>
          <Show known={known} only={only} onOnly={setOnly} onView={onView} />
        </ErrorBoundary>
      </TabPanel>
    </>
  );
}
