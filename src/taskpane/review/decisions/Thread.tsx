import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { message } from '../../../core/message';
import type { BasisChange } from '../../../core/review/decisions/basis';
import type { Decision, DecisionState } from '../../../core/review/decisions/entries';
import type { Standing } from '../../../core/review/decisions/standing';
import { placeText } from '../../../core/review/placeText';
import { sheetCellAddress } from '../../../core/workbook/a1';
import { Icon } from '../../icons';
import { usePane } from '../../paneContext';
import { useControls } from '../../styles';
import { useReviewing } from '../reviewContext';

const useStyles = makeStyles({
  thread: { margin: '0 4px 6px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  entry: { margin: '2px 0', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  state: { display: 'inline-flex', alignItems: 'center', gap: '4px', fontWeight: tokens.fontWeightSemibold },
  who: { color: tokens.colorNeutralForeground3 },
  changes: { margin: 0, paddingLeft: '18px' },
});

export const SHAPE_OF_STATE = { open: 'asks', accepted: 'done', 'needs-change': 'warns', rejected: 'blocks' } as const;

export const useStateColours = makeStyles({
  open: { color: tokens.colorNeutralForeground1 },
  accepted: { color: tokens.colorStatusSuccessForeground1 },
  'needs-change': { color: tokens.colorStatusWarningForeground1 },
  rejected: { color: tokens.colorPaletteRedForeground1 },
});

/** What was written about a finding or a criterion: reason, decision with what reopened it, reply. */
export function Thread({ on }: { readonly on: string }) {
  const { say } = usePane();
  const styles = useStyles();
  const { decisions, reasons, replies } = useReviewing().record;
  const decision = decisions.get(on);
  const reason = reasons.get(on);
  const reply = replies.get(on);
  if (!decision && !reason && !reply) return null;
  return (
    <div className={styles.thread}>
      {reason && (
        <p className={styles.entry}>
          <strong>{say('reviewer.thread.reason')}</strong> {reason.entry.text} <Who {...reason.entry} />
          {reason.status === 'reopened' && <Changes note="reviewer.thread.reason-lapsed" changes={reason.changes} />}
        </p>
      )}
      {decision && <Decided decision={decision} />}
      {reply && (
        <p className={styles.entry}>
          <strong>{say('reviewer.thread.reply')}</strong> {reply.text} <Who {...reply} />
        </p>
      )}
    </div>
  );
}

function Decided({ decision: { entry, status, changes } }: { readonly decision: Standing<Decision> }) {
  const styles = useStyles();
  return (
    <div className={styles.entry}>
      <StateWord state={entry.state} /> {entry.text} <Who {...entry} />
      {status === 'reopened' && <Changes note="decisions.reopened" changes={changes} />}
    </div>
  );
}

/** A state with its icon and its word. */
export function StateWord({ state }: { readonly state: DecisionState }) {
  const { say } = usePane();
  const styles = useStyles();
  const colours = useStateColours();
  return (
    <span className={mergeClasses(styles.state, colours[state])}>
      <Icon shape={SHAPE_OF_STATE[state]} size={14} />
      {say(`decisions.state.${state}`)}
    </span>
  );
}

function Who({ by, date, round }: { readonly by: string; readonly date: string; readonly round: number }) {
  const { say } = usePane();
  const styles = useStyles();
  return <span className={styles.who}>{say(message('reviewer.thread.who', { by, date, round }))}</span>;
}

interface ChangesProps {
  readonly note: string;
  readonly changes: readonly BasisChange[];
}

/** Why something is open again, cell by cell. */
function Changes({ note, changes }: ChangesProps) {
  const { say, reveal } = usePane();
  const styles = useStyles();
  const controls = useControls();
  return (
    <span data-reopened="">
      <span className={styles.state}>
        <Icon shape="asks" size={14} />
        {say(note)}
      </span>
      <ul className={styles.changes}>
        {changes.map((change, at) => (
          <li key={at}>
            {change.cell && (
              <>
                <button type="button" className={controls.link} onClick={() => reveal(change.cell!)}>
                  {sheetCellAddress(change.cell)}
                </button>{' '}
              </>
            )}
            {say(changeMessage(change))}
          </li>
        ))}
      </ul>
    </span>
  );
}

function changeMessage({ kind, place, from, to }: BasisChange) {
  const blank = message('decisions.blank');
  const where = place ? placeText({ ...place, place: null }) : message('decisions.other-cells');
  return message(`decisions.change.${kind}`, { place: where, from: from ?? blank, to: to ?? blank });
}
