import { makeStyles, tokens } from '@fluentui/react-components';
import { message, type Message } from '../../core/message';
import { sheetCellAddress } from '../../core/workbook/a1';
import { isCellError, type CellRef, type CellValue } from '../../core/workbook/cell';
import { More, useFirst } from '../More';
import { usePane } from '../paneContext';
import { useControls, useSections } from '../styles';

const useStyles = makeStyles({
  list: { margin: '4px 0 0', padding: 0, listStyle: 'none' },
  item: { padding: '4px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere' },
  place: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  text: { display: 'block' },
  values: { display: 'block', fontSize: tokens.fontSizeBase200 },
});

interface Item {
  readonly cell: CellRef | null;
  readonly message: Message;
  readonly before?: CellValue;
  readonly after?: CellValue;
}

interface RollListProps {
  readonly title: string;
  readonly items: readonly Item[];
  /** Whether the cells are in the open workbook, so that they can be shown. */
  readonly hasPlace: boolean;
}

/** Changes or tasks, each with its cell. */
export function RollList({ title, items, hasPlace }: RollListProps) {
  const { say } = usePane();
  const styles = useStyles();
  const sections = useSections();
  const { first, hidden, showMore } = useFirst(items, title);
  return (
    <>
      <h3 className={sections.subtitle}>{title}</h3>
      <ul className={styles.list} aria-label={title}>
        {first.map((item, index) => (
          <li key={index} className={styles.item}>
            <PlaceOf cell={item.cell} isLink={hasPlace} />
            <span className={styles.text}>{say(item.message)}</span>
            {item.after !== undefined && <span className={styles.values}>{say(beforeAfter(item))}</span>}
          </li>
        ))}
      </ul>
      <More hidden={hidden} onMore={showMore} text="start.more" />
    </>
  );
}

function PlaceOf({ cell, isLink }: { readonly cell: CellRef | null; readonly isLink: boolean }) {
  const { reveal } = usePane();
  const styles = useStyles();
  const controls = useControls();
  if (!cell) return null;
  const address = sheetCellAddress(cell);
  if (!isLink) return <span className={styles.place}>{address}</span>;
  return (
    <button type="button" className={controls.link} onClick={() => reveal(cell)}>
      {address}
    </button>
  );
}

function beforeAfter({ before, after }: Item): Message {
  return message('start.roll.from-to', { before: shown(before), after: shown(after) });
}

function shown(value: CellValue | undefined): string | Message {
  if (value === null || value === undefined || value === '') return message('start.roll.blank');
  return isCellError(value) ? value.error : String(value);
}
