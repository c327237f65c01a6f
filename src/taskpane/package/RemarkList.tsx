import type * as React from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { message } from '../../core/message';
import type { Finding } from '../../core/review/finding';
import { aboutOf } from '../../core/review/rounds/letter';
import type { AnsweredRemark } from '../../core/review/rounds/remarks';
import { sheetCellAddress } from '../../core/workbook/a1';
import { More, useFirst } from '../More';
import { usePane } from '../paneContext';
import { useControls } from '../styles';

const useStyles = makeStyles({
  list: { margin: '4px 0', padding: 0, listStyleType: 'none', overflowWrap: 'anywhere' },
  item: { padding: '6px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  head: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  text: { margin: '2px 0', whiteSpace: 'pre-wrap' },
  unanswered: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
});

interface RemarkListProps {
  readonly remarks: readonly AnsweredRemark[];
  readonly findings: readonly Finding[];
  /** The cells of the findings are in the open workbook. */
  readonly isHere: boolean;
  /** What may be done about a remark. */
  readonly action?: (remark: AnsweredRemark) => React.ReactNode;
}

/** A reviewer's remarks, line by line, each with its answer or that there is none. */
export function RemarkList({ remarks, findings, isHere, action }: RemarkListProps) {
  const styles = useStyles();
  const { first, hidden, showMore } = useFirst(remarks, 'remarks');
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  return (
    <>
      <ol className={styles.list}>
        {first.map((remark) => (
          <li key={remark.number} className={styles.item}>
            <Remark remark={remark} finding={byId.get(remark.on) ?? null} isHere={isHere} />
            {action?.(remark)}
          </li>
        ))}
      </ol>
      <More hidden={hidden} onMore={showMore} text="start.more" />
    </>
  );
}

interface RemarkProps extends Pick<RemarkListProps, 'isHere'> {
  readonly remark: AnsweredRemark;
  readonly finding: Finding | null;
}

function Remark({ remark, finding, isHere }: RemarkProps) {
  const { say, reveal } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const { number, round, kind, on, text, by, date, state, answer } = remark;
  const { criterion, place, finding: found } = aboutOf(on, finding);
  const [cell] = finding?.cells ?? [];
  const head = message('submit.remarks.head', { number, round, kind: message(`decisions.letter.kinds.${kind}`) });
  return (
    <>
      <div className={styles.head}>
        {say(head)} {criterion}{' '}
        {isHere && cell ? (
          <button type="button" className={controls.link} onClick={() => reveal(cell)}>
            {sheetCellAddress(cell)}
          </button>
        ) : (
          place && say(place)
        )}{' '}
        {say(found)}
      </div>
      <p className={styles.text}>
        {text} <span className={styles.head}>{say(message('submit.remarks.who', { by, date }))}</span>
      </p>
      {answer ? (
        <p className={styles.text}>
          <strong>{say('submit.remarks.answer')}</strong> {answer.text}{' '}
          <span className={styles.head}>
            {say(message('submit.remarks.who', { by: answer.by, date: answer.date }))}
          </span>
        </p>
      ) : (
        <p className={state === 'unanswered' ? styles.unanswered : styles.head}>
          {say(`decisions.letter.states.${state}`)}
        </p>
      )}
    </>
  );
}
