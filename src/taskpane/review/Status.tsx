import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { message } from '../../core/message';
import type { ApplicationState } from '../../core/review/decisions/applicationState';
import { answeredRemarks, unansweredOf } from '../../core/review/rounds/remarks';
import { Icon } from '../icons';
import { usePane } from '../paneContext';
import { useStateColours } from './decisions/Thread';
import { useRole } from '../role';
import { useControls } from '../styles';
import { useReviewPart } from './part';
import { useReviewing } from './reviewContext';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 12px', padding: '8px 12px 0' },
  state: { display: 'inline-flex', alignItems: 'center', gap: '4px', fontWeight: tokens.fontWeightSemibold },
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, minHeight: '18px' },
});

const LOOK = {
  draft: ['notes', 'open'],
  ready: ['done', 'accepted'],
  'in-review': ['notes', 'open'],
  'needs-change': ['warns', 'needs-change'],
  rejected: ['blocks', 'rejected'],
  accepted: ['done', 'accepted'],
} as const satisfies Record<ApplicationState, readonly [string, string]>;

/** Where the application stands, as computed from findings and decisions, and whether the checking has come to its end. */
export function Status() {
  const next = useNext();
  const { say } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const [, goToPart] = useReviewPart();
  const { review, record } = useReviewing();
  return (
    <div className={styles.line}>
      {record.state && <State state={record.state} />}
      <p className={styles.note} role="status" aria-busy={!review.isCurrent && review.failure === null}>
        {review.failure
          ? say(message('reviewer.failed', { reason: review.failure }))
          : say(review.isCurrent ? 'reviewer.checked' : 'reviewer.checking')}
      </p>
      {next !== null && (
        <button type="button" className={controls.quiet} onClick={() => goToPart('rounds')}>
          {say(next)}
        </button>
      )}
    </div>
  );
}

/** Key of what is to be done next where the round is led; `null` there, and where nothing waits. */
function useNext(): string | null {
  const { role } = useRole();
  const { entries } = useReviewing().record;
  const [part] = useReviewPart();
  const isDecided = entries.some(({ kind }) => kind === 'decision');
  if (part === 'rounds' || !isDecided) return null;
  if (role === 'reviewer') return 'reviewer.next.hand-over';
  return unansweredOf(answeredRemarks(entries)).length > 0 ? 'reviewer.next.answer' : null;
}

function State({ state }: { readonly state: ApplicationState }) {
  const { say } = usePane();
  const styles = useStyles();
  const colours = useStateColours();
  const [shape, colour] = LOOK[state];
  return (
    <span className={mergeClasses(styles.state, colours[colour])}>
      <Icon shape={shape} size={14} />
      {say(message('reviewer.application', { state: message(`decisions.application.${state}`) }))}
    </span>
  );
}
