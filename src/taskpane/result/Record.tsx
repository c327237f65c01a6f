import * as React from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import { recordState } from '../../core/analysisRecord';
import { message, type Message } from '../../core/message';
import { reasonOf, type Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useSections } from '../styles';
import { useWriter } from '../writing/useWriter';
import { recordPlan } from './recordPlan';

const useStyles = makeStyles({ button: { marginTop: '6px' } });

interface RecordProps {
  readonly known: Known;
  /** Whether what would be recorded is known. */
  readonly ready: boolean;
}

/** Whether the analysis sheet holds what is shown here, and the way to write it there. */
export function Record({ known, ready }: RecordProps) {
  const { say } = usePane();
  const sections = useSections();
  const { assessment } = known.outcome;
  const state = recordState(known.snapshot, assessment);
  return (
    <>
      <h3 className={sections.subtitle}>{say('pane.record.title')}</h3>
      <p className={sections.note}>{say(`pane.record.state.${state}`)}</p>
      {state === 'no-sheet' ? null : ready ? (
        <RecordButton known={known} again={state !== 'none'} />
      ) : (
        <p className={sections.note}>{say('pane.record.not-done')}</p>
      )}
    </>
  );
}

function RecordButton({ known, again }: { readonly known: Known; readonly again: boolean }) {
  const { say } = usePane();
  const styles = useStyles();
  const sections = useSections();
  const { write, busy } = useWriter();
  const [preparing, setPreparing] = React.useState(false);
  const [failure, setFailure] = React.useState<Message | null>(null);
  const ending = React.useRef(new AbortController());
  React.useEffect(() => {
    const controller = new AbortController();
    ending.current = controller;
    // What was begun for the workbook as it was never ends.
    setPreparing(false);
    return () => controller.abort();
  }, [known]);
  const record = async () => {
    const { signal } = ending.current;
    setPreparing(true);
    setFailure(null);
    try {
      const plan = await recordPlan(known, signal);
      if (plan) await write(plan, message('pane.record.done'));
    } catch (error) {
      setFailure(reasonOf(error));
    } finally {
      setPreparing(false);
    }
  };
  return (
    <>
      <Button
        size="small"
        className={styles.button}
        disabledFocusable={busy || preparing}
        onClick={() => void record()}
      >
        {say(preparing ? 'pane.record.busy' : again ? 'pane.record.again' : 'pane.record.do')}
      </Button>
      {failure && (
        <p className={sections.note} role="alert">
          {say(message('pane.certainty.failed', { reason: failure }))}
        </p>
      )}
    </>
  );
}
