import { makeStyles, tokens } from '@fluentui/react-components';
import type { Severity } from '../../core/case/types';
import type { Message } from '../../core/message';
import { sheetCellAddress } from '../../core/workbook/a1';
import type { CellRef } from '../../core/workbook/cell';
import { Icon } from '../icons';
import { More, useFirst } from '../More';
import { usePane } from '../paneContext';
import { useControls } from '../styles';

const useStyles = makeStyles({
  list: { margin: '4px 0 0', padding: 0, listStyle: 'none' },
  item: { display: 'flex', gap: '6px', padding: '3px 0', fontSize: tokens.fontSizeBase200 },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  icon: { flex: 'none', marginTop: '2px' },
  place: { display: 'block' },
  blocks: { color: tokens.colorPaletteRedForeground1 },
  warns: { color: tokens.colorPaletteDarkOrangeForeground1 },
});

const SHAPES = { block: 'blocks', warn: 'warns', info: 'notes' } as const;

interface Item {
  readonly severity: Severity;
  readonly message: Message;
  readonly cell: CellRef | null;
}

/** Sentences about cells, each a way there. */
export function NoticeList({ label, items }: { readonly label: string; readonly items: readonly Item[] }) {
  const { say } = usePane();
  const styles = useStyles();
  const { first, hidden, showMore } = useFirst(items, items);
  if (items.length === 0) return null;
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {first.map((item, index) => (
          <li key={index} className={styles.item}>
            <span className={item.severity === 'block' ? styles.blocks : item.severity === 'warn' ? styles.warns : ''}>
              <Icon shape={SHAPES[item.severity]} className={styles.icon} />
            </span>
            <span className={styles.text}>
              {item.cell && <CellLink cell={item.cell} />}
              {say(item.message)}
            </span>
          </li>
        ))}
      </ul>
      <More hidden={hidden} onMore={showMore} text="start.more" />
    </>
  );
}

/** A cell's address, which leads there. */
export function CellLink({ cell }: { readonly cell: CellRef }) {
  const { reveal } = usePane();
  const styles = useStyles();
  const controls = useControls();
  return (
    <button type="button" className={`${controls.link} ${styles.place}`} onClick={() => reveal(cell)}>
      {sheetCellAddress(cell)}
    </button>
  );
}
