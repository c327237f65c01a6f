import { makeStyles, tokens } from '@fluentui/react-components';
import type { Problem } from '../../core/case/types';
import { sheetCellAddress } from '../../core/workbook/a1';
import type { CellRef } from '../../core/workbook/cell';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useControls } from '../styles';

const useStyles = makeStyles({
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  button: {
    display: 'block',
    width: '100%',
    padding: '6px 4px',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, textDecorationLine: 'none' },
    ':hover > span:first-child': { textDecorationLine: 'underline' },
  },
  plain: { padding: '6px 4px' },
  place: {
    display: 'block',
    color: tokens.colorBrandForegroundLink,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  nowhere: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  text: { display: 'block', overflowWrap: 'anywhere' },
});

/** One problem. Where it has a place, all of it is a way there. */
export function ProblemItem({ problem, known }: { readonly problem: Problem; readonly known: Known }) {
  const { say, reveal } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const { cell, table, message: text } = problem;
  const place = cell ?? tableCorner(known.snapshot, table);
  const where = cell ? sheetCellAddress(cell) : (table ?? say('pane.problems.workbook'));
  return (
    <li className={styles.item}>
      {place ? (
        <button type="button" className={`${controls.row} ${styles.button}`} onClick={() => reveal(place)}>
          <span className={styles.place}>{where}</span>
          <span className={styles.text}>{say(text)}</span>
        </button>
      ) : (
        <div className={styles.plain}>
          <span className={styles.nowhere}>{where}</span>
          <span className={styles.text}>{say(text)}</span>
        </div>
      )}
    </li>
  );
}

/** Where a table begins, for a problem that concerns all of it. */
function tableCorner({ tables }: WorkbookSnapshot, name: string | null): CellRef | null {
  const range = tables.find((table) => table.name === name)?.range;
  return range ? { sheet: range.sheet, row: range.top, column: range.left } : null;
}
