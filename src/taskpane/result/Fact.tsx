import * as React from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Decimal } from '../../core/quantity/decimal';
import { shown, unrounded } from '../../locales/numbers';
import { Chevron } from '../icons';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useControls } from '../styles';
import { Trace } from '../trace/Trace';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: '12px',
    justifyContent: 'space-between',
    padding: '4px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  inner: { paddingLeft: '12px', borderTop: 'none' },
  value: { flexGrow: 1, textAlign: 'right', fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  mark: { marginLeft: '8px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  without: { color: tokens.colorNeutralForeground3 },
});

interface FactProps {
  readonly label: string;
  readonly value: Decimal | null;
  /** Nothing for a plain number. */
  readonly unit?: string;
  /** Said beside the label. */
  readonly mark?: string | null;
  /** Said where there is no value. */
  readonly without?: string;
  /** Belongs to the fact before it. */
  readonly inner?: boolean;
  readonly trace?: number | null;
  readonly known?: Known;
}

/** A named value; with a trace it opens to show where it comes from. */
export function Fact({ label, value, unit = '', mark = null, without, inner = false, trace = null, known }: FactProps) {
  const { say } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const [open, setOpen] = React.useState(false);
  const toggle = () => setOpen(!open);
  const traced = known !== undefined && trace !== null && value !== null;
  return (
    <li>
      <div className={mergeClasses(styles.row, inner && styles.inner)}>
        <span>
          {traced ? (
            <button
              type="button"
              className={controls.opener}
              aria-expanded={open}
              title={say('pane.trace.open')}
              onClick={toggle}
            >
              <Chevron open={open} />
              {label}
            </button>
          ) : (
            label
          )}
          {mark !== null && <span className={styles.mark}>{mark}</span>}
        </span>
        {value === null ? (
          <span className={mergeClasses(styles.value, styles.without)}>{without ?? say('pane.number.none')}</span>
        ) : (
          <span className={styles.value} title={unrounded(value)}>
            {`${shown(value)} ${unit}`.trim()}
          </span>
        )}
      </div>
      {open && traced && <Trace known={known} root={trace} what={label} onClose={toggle} />}
    </li>
  );
}
