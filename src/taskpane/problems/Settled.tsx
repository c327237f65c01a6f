import { Button, makeStyles } from '@fluentui/react-components';
import { isComplete, type Outcome } from '../../core/outcome';
import { usePane } from '../paneContext';

const useStyles = makeStyles({
  settled: { padding: '16px 12px' },
  text: { margin: '0 0 10px' },
});

/** Nothing is wrong: what next. */
export function Settled({ outcome, onResult }: { readonly outcome: Outcome; readonly onResult: () => void }) {
  const { say } = usePane();
  const styles = useStyles();
  return (
    <div className={styles.settled}>
      <p className={styles.text}>{say(isComplete(outcome) ? 'fixes.view.none' : 'fixes.view.none-yet')}</p>
      <Button appearance="primary" onClick={onResult}>
        {say('fixes.view.to-result')}
      </Button>
    </div>
  );
}
