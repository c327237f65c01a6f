import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Severity } from '../../core/case/types';
import { message } from '../../core/message';
import { isComplete, type Outcome } from '../../core/outcome';
import { Icon } from '../icons';
import { usePane } from '../paneContext';
import { countOf } from '../review/list/severities';
import { useControls } from '../styles';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px', padding: '2px 8px 6px' },
  part: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '24px',
    padding: '0 4px',
    fontWeight: tokens.fontWeightSemibold,
  },
  blocks: { color: tokens.colorPaletteRedForeground1 },
  warns: { color: tokens.colorStatusWarningForeground1 },
  done: { color: tokens.colorStatusSuccessForeground1 },
});

interface StateLineProps {
  readonly outcome: Outcome;
  /** Asks for the problems of one severity, or of all. */
  readonly onProblems: (only: Severity | null) => void;
}

/** Whether the numbers can be trusted, in one line; each part leads to what it speaks of. */
export function StateLine({ outcome, onProblems }: StateLineProps) {
  const { say } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const blocks = countOf(outcome.problems, 'block');
  const warns = countOf(outcome.problems, 'warn');
  const count = (severity: Severity, number: number) => (
    <button
      type="button"
      className={mergeClasses(controls.row, styles.part, severity === 'block' ? styles.blocks : styles.warns)}
      onClick={() => onProblems(severity)}
    >
      <Icon shape={severity === 'block' ? 'blocks' : 'warns'} />
      {say(message(`pane.state.${severity}`, { count: number }))}
    </button>
  );
  return (
    <div className={styles.line} role="group" aria-label={say('pane.state.open')}>
      {blocks > 0 ? (
        count('block', blocks)
      ) : (
        <button
          type="button"
          className={mergeClasses(controls.row, styles.part, isComplete(outcome) ? styles.done : styles.blocks)}
          onClick={() => onProblems(null)}
        >
          <Icon shape={isComplete(outcome) ? 'done' : 'blocks'} />
          {say(isComplete(outcome) ? 'pane.state.complete' : 'pane.state.incomplete')}
        </button>
      )}
      {warns > 0 && count('warn', warns)}
    </div>
  );
}
