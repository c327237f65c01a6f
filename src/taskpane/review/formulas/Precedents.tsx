import { makeStyles, tokens } from '@fluentui/react-components';
import { message } from '../../../core/message';
import { rangeName } from '../../../core/review/formulas/wordedFormula';
import { rangeAddress, sheetRangeAddress } from '../../../core/workbook/a1';
import type { CellRef, RangeRef } from '../../../core/workbook/cell';
import { More, useFirst } from '../../More';
import { usePane } from '../../paneContext';
import { useControls } from '../../styles';
import { contentText } from '../../trace/cells';
import { bookOf, graphOf } from '../bookOf';
import type { Found } from '../run';

const useStyles = makeStyles({
  heading: { margin: '6px 0 0', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  list: { listStyle: 'none', margin: 0, padding: 0, fontSize: tokens.fontSizeBase200 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: '2px 8px',
    padding: '3px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  value: { marginInlineStart: 'auto', fontVariantNumeric: 'tabular-nums' },
});

interface PrecedentsProps {
  readonly found: Found;
  readonly cell: CellRef;
  /** Looks into a formula that this one reads. */
  readonly onTrace: (cell: CellRef) => void;
}

/** What a formula reads, each a way to its cells and, where those are calculated, to their formula. */
export function Precedents({ found, cell, onTrace }: PrecedentsProps) {
  const { say } = usePane();
  const styles = useStyles();
  const { ranges, untold } = graphOf(found.snapshot).reads(cell);
  const distinct = [...new Map(ranges.map((range) => [sheetRangeAddress(range), range])).values()];
  const { first, hidden, showMore } = useFirst(distinct, cell);
  if (distinct.length === 0 && untold.length === 0)
    return <p className={styles.heading}>{say('reviewer.formulas.reads-nothing')}</p>;
  return (
    <>
      <h4 className={styles.heading}>{say('reviewer.formulas.reads')}</h4>
      <ul className={styles.list}>
        {first.map((range) => (
          <Read key={sheetRangeAddress(range)} found={found} from={cell} range={range} onTrace={onTrace} />
        ))}
        {untold.map(({ text }, at) => (
          <li key={at} className={styles.row}>
            {say(message('reviewer.formulas.untold', { text }))}
          </li>
        ))}
      </ul>
      <More hidden={hidden} onMore={showMore} text="pane.problems.more" />
    </>
  );
}

interface ReadProps {
  readonly found: Found;
  readonly from: CellRef;
  readonly range: RangeRef;
  readonly onTrace: (cell: CellRef) => void;
}

function Read({ found, from, range, onTrace }: ReadProps) {
  const { say, reveal } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const book = bookOf(found.snapshot);
  const { sheet, top, left, bottom, right } = range;
  const corner: CellRef = { sheet, row: top, column: left };
  const own = book.sheet(sheet);
  const isSingle = top === bottom && left === right;
  const held = own?.at(top, left);
  const calculated = own?.formulas.find(
    ({ row, column }) => row >= top && row <= bottom && column >= left && column <= right,
  );
  return (
    <li className={styles.row}>
      <button type="button" className={controls.link} onClick={() => reveal(corner)}>
        {sheet === from.sheet ? rangeAddress(range) : sheetRangeAddress(range)}
      </button>
      <span>{rangeName(range, book)}</span>
      {calculated && (
        <button
          type="button"
          className={controls.quiet}
          onClick={() => {
            const next = { sheet, row: calculated.row, column: calculated.column };
            reveal(next);
            onTrace(next);
          }}
        >
          {say('reviewer.formulas.trace')}
        </button>
      )}
      {isSingle && (
        <span className={styles.value}>{held ? contentText(say, held.value) : say('pane.trace.blank')}</span>
      )}
    </li>
  );
}
