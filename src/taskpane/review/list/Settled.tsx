import { Button, makeStyles } from '@fluentui/react-components';
import { isComplete, type Outcome } from '../../../core/outcome';
import { usePane } from '../../paneContext';

const useStyles = makeStyles({
  settled: { padding: '16px 12px' },
  text: { margin: '0 0 10px' },
});

interface SettledProps {
  readonly outcome: Outcome;
  /** Something was left as it is. */
  readonly isLeft: boolean;
  readonly onResult: () => void;
}

/** Nothing is wrong, or nothing that was not left as it is: what next. */
export function Settled({ outcome, isLeft, onResult }: SettledProps) {
  const { say } = usePane();
  const styles = useStyles();
  return (
    <div className={styles.settled}>
      <p className={styles.text}>{say(textFor(outcome, isLeft))}</p>
      <Button appearance="primary" onClick={onResult}>
        {say('fixes.view.to-result')}
      </Button>
    </div>
  );
}

function textFor(outcome: Outcome, isLeft: boolean): string {
  if (isLeft) return 'fixes.view.all-left';
  return isComplete(outcome) ? 'fixes.view.none' : 'fixes.view.none-yet';
}
