import { makeStyles, tokens } from '@fluentui/react-components';
import type { TableProgress } from '../../core/entry/progress';
import type { Problem, Severity } from '../../core/case/types';
import { sheetCellAddress } from '../../core/workbook/a1';
import { Icon } from '../icons';
import { More, useFirst } from '../More';
import { usePane } from '../paneContext';
import { useControls } from '../styles';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: '0 0 6px', padding: 0 },
  item: { display: 'flex', gap: '6px', padding: '4px 0' },
  icon: { flex: 'none', marginTop: '3px' },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  place: { display: 'block', fontSize: tokens.fontSizeBase200 },
});

const ORDER: readonly Severity[] = ['block', 'warn', 'info'];
const SHAPES = { block: 'blocks', warn: 'warns', info: 'notes' } as const;

/** What is said of a table, the most pressing first, each with the way to its cell. */
export function TableProblems({ progress: { problems, missing, rows } }: { readonly progress: TableProgress }) {
  const { say } = usePane();
  const styles = useStyles();
  const sorted = ORDER.flatMap((wanted) => problems.filter(({ severity }) => severity === wanted));
  const { first, hidden, showMore } = useFirst(sorted, problems);
  if (problems.length === 0)
    return missing ? null : <p>{say(`inventory.progress.${rows > 0 ? 'all-done' : 'no-problems'}`)}</p>;
  return (
    <>
      <ul className={styles.list}>
        {first.map((problem, index) => (
          <Item key={index} problem={problem} />
        ))}
      </ul>
      <More hidden={hidden} onMore={showMore} text="inventory.progress.more" />
    </>
  );
}

function Item({ problem: { severity, cell, message: text } }: { readonly problem: Problem }) {
  const { say, reveal } = usePane();
  const styles = useStyles();
  const controls = useControls();
  return (
    <li className={styles.item}>
      <span className={styles.icon} role="img" aria-label={say(`pane.severity.${severity}`)}>
        <Icon shape={SHAPES[severity]} size={14} />
      </span>
      <span className={styles.text}>
        {cell && (
          <button type="button" className={`${controls.link} ${styles.place}`} onClick={() => reveal(cell)}>
            {sheetCellAddress(cell)}
          </button>
        )}
        {say(text)}
      </span>
    </li>
  );
}
