import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Known } from '../outcome/followWorkbook';
import { Opener } from '../Opener';
import { usePane } from '../paneContext';
import { useControls } from '../styles';
import { Trace } from '../trace/Trace';
import type { Row } from './ChartTable';

const useStyles = makeStyles({
  group: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  strong: { borderTop: `1px solid ${tokens.colorNeutralStrokeAccessible}` },
  name: {
    padding: '5px 0 3px',
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  plain: { display: 'block', paddingLeft: '16px' },
  notes: { padding: '0 0 2px 16px' },
  note: { display: 'block', color: tokens.colorNeutralForeground3 },
  value: {
    padding: '5px 0 3px 8px',
    textAlign: 'right',
    verticalAlign: 'top',
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  bold: { fontWeight: tokens.fontWeightSemibold },
  picture: { padding: '0 0 4px' },
  trace: { padding: 0 },
});

interface ChartRowProps {
  readonly known: Known;
  readonly row: Row;
  readonly columns: number;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** A row of a chart; opened, also where it comes from. */
export function ChartRow({ known, row, columns, open, onToggle }: ChartRowProps) {
  const { say } = usePane();
  const styles = useStyles();
  const { notes = [], values, picture, trace = null, strong = false } = row;
  return (
    <tbody className={strong ? styles.strong : styles.group}>
      <tr>
        <th scope="row" className={mergeClasses(styles.name, strong && styles.bold)}>
          <RowName row={row} open={open} onToggle={onToggle} />
        </th>
        {values.map((value, index) => (
          <td key={index} className={mergeClasses(styles.value, strong && styles.bold)} title={value?.exact}>
            {value === null ? <span title={say('pane.chart.nothing')}>—</span> : value.text}
            {value?.below !== undefined && <span className={styles.note}>{value.below}</span>}
          </td>
        ))}
      </tr>
      {notes.length > 0 && (
        <tr>
          <td className={styles.notes} colSpan={columns}>
            {notes.map((note) => (
              <span key={note} className={styles.note}>
                {note}
              </span>
            ))}
          </td>
        </tr>
      )}
      {picture !== undefined && (
        <tr aria-hidden="true">
          <td className={styles.picture} colSpan={columns}>
            {picture}
          </td>
        </tr>
      )}
      {open && trace !== null && (
        <tr>
          <td className={styles.trace} colSpan={columns}>
            <Trace known={known} root={trace} what={row.name} onClose={onToggle} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

type RowNameProps = Pick<ChartRowProps, 'row' | 'open' | 'onToggle'>;

function RowName({ row: { name, trace = null, cell = null }, open, onToggle }: RowNameProps) {
  const { reveal } = usePane();
  const styles = useStyles();
  const controls = useControls();
  if (trace !== null) return <Opener name={name} open={open} onToggle={onToggle} />;
  if (cell !== null)
    return (
      <button type="button" className={mergeClasses(controls.link, styles.plain)} onClick={() => reveal(cell)}>
        {name}
      </button>
    );
  return <span className={styles.plain}>{name}</span>;
}
