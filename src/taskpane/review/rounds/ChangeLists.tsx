import { makeStyles, tokens } from '@fluentui/react-components';
import { message, type Message } from '../../../core/message';
import { Decimal } from '../../../core/quantity/decimal';
import type { Finding } from '../../../core/review/finding';
import { placeText } from '../../../core/review/placeText';
import { isUnchanged, type Changes, type NumberChange } from '../../../core/review/rounds/changesSince';
import { sheetCellAddress } from '../../../core/workbook/a1';
import type { CellRef } from '../../../core/workbook/cell';
import { shown } from '../../../locales/numbers';
import { Icon } from '../../icons';
import { More, useFirst } from '../../More';
import { usePane } from '../../paneContext';
import { useControls, useSections } from '../../styles';
import { SHAPE_OF, useSeverityColours } from '../list/severityLook';
import { Thread } from '../decisions/Thread';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: '2px 0', padding: 0 },
  item: { padding: '4px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere' },
  finding: { display: 'flex', gap: '6px' },
});

/** One thing that changed: words, and where it stands now. */
interface Line {
  readonly text: Message;
  /** `null` for what is not in this workbook. */
  readonly cell: CellRef | null;
}

/** Every change since the earlier workbook, by what it is about. */
export function ChangeLists({ changes }: { readonly changes: Changes }) {
  const { say } = usePane();
  const sections = useSections();
  if (isUnchanged(changes)) return <p>{say('decisions.cli.changes.none')}</p>;
  return (
    <>
      {changes.reopened.length > 0 && (
        <>
          <h3 className={sections.subtitle}>{say('decisions.cli.changes.reopened')}</h3>
          {changes.reopened.map(({ on }) => (
            <Thread key={on} on={on} />
          ))}
        </>
      )}
      <Lines name="numbers" lines={changes.numbers.map((one) => ({ text: numberLine(one), cell: null }))} />
      <Lines name="rows" lines={changes.rows.map(rowLine)} />
      <Lines name="contents" lines={changes.contents.map(contentLine)} />
      <Lines name="formulas" lines={changes.formulas.map(formulaLine)} />
      <Findings name="opened" findings={changes.findings.opened} isHere />
      <Findings name="closed" findings={changes.findings.closed} isHere={false} />
    </>
  );
}

interface LinesProps {
  readonly name: 'numbers' | 'rows' | 'contents' | 'formulas';
  readonly lines: readonly Line[];
}

function Lines({ name, lines }: LinesProps) {
  const { say, reveal } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const sections = useSections();
  const { first, hidden, showMore } = useFirst(lines, name);
  if (lines.length === 0) return null;
  return (
    <>
      <h3 className={sections.subtitle}>{say(`decisions.cli.changes.${name}`)}</h3>
      <ul className={styles.list}>
        {first.map(({ text, cell }, at) => (
          <li key={at} className={styles.item}>
            {cell && (
              <>
                <button type="button" className={controls.link} onClick={() => reveal(cell)}>
                  {sheetCellAddress(cell)}
                </button>{' '}
              </>
            )}
            {say(text)}
          </li>
        ))}
      </ul>
      <More hidden={hidden} onMore={showMore} text="pane.problems.more" />
    </>
  );
}

interface FindingsProps {
  readonly name: 'opened' | 'closed';
  readonly findings: readonly Finding[];
  /** Their cells are in this workbook. */
  readonly isHere: boolean;
}

function Findings({ name, findings, isHere }: FindingsProps) {
  const { say, reveal } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const sections = useSections();
  const colours = useSeverityColours();
  const { first, hidden, showMore } = useFirst(findings, name);
  if (findings.length === 0) return null;
  return (
    <>
      <h3 className={sections.subtitle}>{say(`decisions.cli.changes.${name}`)}</h3>
      <ul className={styles.list}>
        {first.map(({ id, severity, subject, cells: [cell], message: text }) => (
          <li key={id} className={styles.item}>
            <span className={colours[severity]}>
              <Icon shape={SHAPE_OF[severity]} size={14} /> {say(`pane.severity.${severity}`)}
            </span>{' '}
            {isHere && cell ? (
              <button type="button" className={controls.link} onClick={() => reveal(cell)}>
                {sheetCellAddress(cell)}
              </button>
            ) : (
              say(placeText(subject))
            )}{' '}
            {say(text)}
          </li>
        ))}
      </ul>
      <More hidden={hidden} onMore={showMore} text="pane.problems.more" />
    </>
  );
}

function numberLine({ number, from, to, fromUnit, toUnit }: NumberChange): Message {
  const text = (value: string | null, unit: string) =>
    value === null ? message('pane.number.none') : `${shown(new Decimal(value))} ${unit}`.trimEnd();
  return message('reviewer.rounds.from-to', {
    what: message(`decisions.number.${number}`),
    from: text(from, fromUnit),
    to: text(to, toUnit),
  });
}

const rowLine = ({ kind, table, rowId, cell }: Changes['rows'][number]): Line => ({
  text: message(`reviewer.rounds.${kind}`, { what: placeText({ table, rowId, column: null, place: null }) }),
  cell: kind === 'added' ? cell : null,
});

function contentLine({ kind, table, rowId, column, cell, from, to }: Changes['contents'][number]): Line {
  const blank = message('decisions.blank');
  const place = table === null ? sheetCellAddress(cell) : null;
  const what = placeText({ table, rowId, column, place });
  const isGone = kind === 'removed' && table === null;
  return {
    text: message('reviewer.rounds.from-to', { what, from: from ?? blank, to: to ?? blank }),
    cell: isGone ? null : cell,
  };
}

const formulaLine = ({ sheet, r1c1, to }: Changes['formulas'][number]): Line => ({
  text: message(`reviewer.rounds.${to > 0 ? 'added' : 'removed'}`, { what: `${sheet}: =${r1c1}` }),
  cell: null,
});
