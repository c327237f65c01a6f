import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { FindingSeverity } from '../../core/review/finding';
import { message } from '../../core/message';
import { isComplete, type Outcome } from '../../core/outcome';
import { Icon } from '../icons';
import { usePane } from '../paneContext';
import { countOf } from '../review/list/severities';
import { useReviewState, type ReviewState } from '../review/reviewState';
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
  asks: { color: tokens.colorNeutralForeground1 },
  blocks: { color: tokens.colorPaletteRedForeground1 },
  warns: { color: tokens.colorStatusWarningForeground1 },
  done: { color: tokens.colorStatusSuccessForeground1 },
});

const SHAPE_OF = { block: 'blocks', unknown: 'asks', warn: 'warns' } as const;
const LOOK = { block: 'blocks', unknown: 'asks', warn: 'warns' } as const;

/** That nothing must be fixed is said when everything was checked, and not before. */
function stateOf(outcome: Outcome, { isCurrent, failure }: ReviewState) {
  if (!isComplete(outcome)) return { text: 'pane.state.incomplete', shape: 'blocks', look: 'blocks' } as const;
  if (isCurrent) return { text: 'pane.state.complete', shape: 'done', look: 'done' } as const;
  return { text: failure ? 'pane.state.unchecked' : 'pane.state.checking', shape: 'asks', look: 'asks' } as const;
}

interface StateLineProps {
  readonly outcome: Outcome;
  /** Asks for the problems of one severity, or of all. */
  readonly onProblems: (only: FindingSeverity | null) => void;
}

/** Whether the numbers can be trusted, in one line; each part leads to what it speaks of. */
export function StateLine({ outcome, onProblems }: StateLineProps) {
  const { say } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const review = useReviewState();
  const count = (severity: FindingSeverity) =>
    Math.max(0, countOf(outcome.problems, severity) + (review.last?.beyond[severity] ?? 0));
  const [blocks, unknowns, warns] = [count('block'), count('unknown'), count('warn')];
  const part = (severity: 'block' | 'unknown' | 'warn', number: number) => (
    <button
      type="button"
      className={mergeClasses(controls.row, styles.part, styles[LOOK[severity]])}
      onClick={() => onProblems(severity)}
    >
      <Icon shape={SHAPE_OF[severity]} />
      {say(message(`pane.state.${severity}`, { count: number }))}
    </button>
  );
  const state = stateOf(outcome, review);
  const isBusy = !review.isCurrent && review.failure === null;
  return (
    <div className={styles.line} role="group" aria-label={say('pane.state.open')} aria-busy={isBusy}>
      {blocks > 0 ? (
        part('block', blocks)
      ) : (
        <button
          type="button"
          className={mergeClasses(controls.row, styles.part, styles[state.look])}
          onClick={() => onProblems(null)}
        >
          <Icon shape={state.shape} />
          {say(state.text)}
        </button>
      )}
      {unknowns > 0 && part('unknown', unknowns)}
      {warns > 0 && part('warn', warns)}
    </div>
  );
}
