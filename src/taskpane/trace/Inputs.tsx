import { makeStyles, tokens } from '@fluentui/react-components';
import type { TraceNode } from '../../core/calculation/types';
import { sheetCellAddress } from '../../core/workbook/a1';
import type { CellRef } from '../../core/workbook/cell';
import { shown } from '../../locales/numbers';
import type { Known } from '../outcome/followWorkbook';
import { More, useFirst } from '../More';
import { usePane } from '../paneContext';
import { useControls } from '../styles';
import { cellName, contentText, valueAt } from './cells';
import { equationText, roleText, stepText } from './steps';

const useStyles = makeStyles({
  heading: {
    margin: '8px 0 0',
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    alignItems: 'baseline',
    gap: '8px',
    padding: '3px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { flex: '1 1 0', minWidth: 0 },
  detail: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  value: {
    flex: '0 1 auto',
    maxWidth: '55%',
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
});

interface InputsProps {
  readonly known: Known;
  readonly node: TraceNode;
  /** Asks for an earlier step. */
  readonly onStep: (index: number) => void;
}

/** What went into a step: cells to go to, and earlier steps to look into. */
export function Inputs({ known, node, onStep }: InputsProps) {
  const { say } = usePane();
  const styles = useStyles();
  const { first, hidden, showMore } = useFirst(node.inputs, node);
  if (node.inputs.length === 0) return <p className={styles.heading}>{say('pane.trace.no-inputs')}</p>;
  return (
    <>
      <h4 className={styles.heading}>{say('pane.trace.inputs')}</h4>
      <ul className={styles.list}>
        {first.map((input, at) => (
          <li key={at} className={styles.row}>
            {typeof input === 'number' ? (
              <StepInput known={known} step={input} role={roleText(say, node, at)} onStep={onStep} />
            ) : (
              <CellInput known={known} cell={input} />
            )}
          </li>
        ))}
      </ul>
      <More hidden={hidden} onMore={showMore} text="pane.trace.more" />
    </>
  );
}

interface StepInputProps {
  readonly known: Known;
  readonly step: number;
  readonly role: string | null;
  readonly onStep: (index: number) => void;
}

function StepInput({ known, step, role, onStep }: StepInputProps) {
  const { say } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const node = known.outcome.assessment.trace[step]!;
  const name = role ?? stepText(say, known, node);
  const detail = equationText(say, node);
  return (
    <>
      <span className={styles.name}>
        <button type="button" className={controls.link} onClick={() => onStep(step)}>
          {name}
        </button>
        {detail !== name && <span className={styles.detail}>{detail}</span>}
      </span>
      <span className={styles.value}>
        {shown(node.value)} {node.unit === '1' ? '' : node.unit}
      </span>
    </>
  );
}

function CellInput({ known, cell }: { readonly known: Known; readonly cell: CellRef }) {
  const { say, reveal } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const address = sheetCellAddress(cell);
  const name = cellName(known, cell);
  return (
    <>
      <span className={styles.name}>
        <button type="button" className={controls.link} onClick={() => reveal(cell)}>
          {address}
        </button>
        {name !== null && <span className={styles.detail}>{name}</span>}
      </span>
      <span className={styles.value}>{contentText(say, valueAt(known.snapshot, cell))}</span>
    </>
  );
}
