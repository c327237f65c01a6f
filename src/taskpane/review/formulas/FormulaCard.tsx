import * as React from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { message } from '../../../core/message';
import { formulaId } from '../../../core/review/decisions/formulaDecision';
import type { UniqueFormula } from '../../../core/review/formulas/uniqueFormulas';
import { toR1C1 } from '../../../core/workbook/formula';
import { parseRange, sheetCellAddress } from '../../../core/workbook/a1';
import type { CellRef } from '../../../core/workbook/cell';
import { Icon } from '../../icons';
import { More, useFirst } from '../../More';
import { usePane } from '../../paneContext';
import { useControls } from '../../styles';
import { bookOf } from '../bookOf';
import { Thread } from '../decisions/Thread';
import type { Found } from '../run';
import { Formula } from './Formula';
import { Precedents } from './Precedents';

const useStyles = makeStyles({
  card: {
    padding: '8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  where: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  links: { display: 'flex', flexWrap: 'wrap', gap: '2px 10px', listStyle: 'none', margin: '4px 0', padding: 0 },
  finding: { margin: '4px 0', display: 'flex', gap: '6px', overflowWrap: 'anywhere' },
});

interface FormulaCardProps {
  readonly found: Found;
  readonly formula: UniqueFormula;
}

/** One formula: what it says, where it stands, what is odd about it; and by clicks on what it reads, the formulas behind it. */
export function FormulaCard({ found, formula }: FormulaCardProps) {
  const { say } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const [trail, setTrail] = React.useState<readonly CellRef[]>([]);
  const first = firstCell(formula);
  const cell = trail.at(-1) ?? first;
  const text = bookOf(found.snapshot).sheet(cell.sheet)?.at(cell.row, cell.column)?.formula?.formula ?? null;
  return (
    <div className={styles.card}>
      {trail.length > 0 && (
        <button type="button" className={controls.quiet} onClick={() => setTrail(trail.slice(0, -1))}>
          <Icon shape="back" size={14} />
          {say(message('reviewer.formulas.back', { cell: sheetCellAddress(trail.at(-2) ?? first) }))}
        </button>
      )}
      <Heading cell={cell} formula={trail.length === 0 ? formula : null} />
      {text !== null && <Formula found={found} cell={cell} text={text} r1c1={toR1C1(text, cell)} />}
      {trail.length === 0 && <Odd found={found} formula={formula} />}
      <Precedents found={found} cell={cell} onTrace={(next) => setTrail([...trail, next])} />
      {trail.length === 0 && <Thread on={formulaId(formula)} />}
    </div>
  );
}

const firstCell = ({ sheet, regions }: UniqueFormula): CellRef => {
  const { top, left } = parseRange(regions[0]!)!;
  return { sheet, row: top, column: left };
};

interface HeadingProps {
  readonly cell: CellRef;
  /** `null` for a formula on the way. */
  readonly formula: UniqueFormula | null;
}

function Heading({ cell, formula }: HeadingProps) {
  const { say, reveal } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const { first, hidden, showMore } = useFirst(formula?.regions ?? [], formula);
  return (
    <>
      <h3 className={styles.where}>
        {formula ? (
          say(message('reviewer.formulas.in-cells', { sheet: formula.sheet, count: formula.count }))
        ) : (
          <button type="button" className={controls.link} onClick={() => reveal(cell)}>
            {sheetCellAddress(cell)}
          </button>
        )}
      </h3>
      {formula && (
        <ul className={styles.links} aria-label={say('reviewer.formulas.cells')}>
          {first.map((region) => (
            <li key={region}>
              <button type="button" className={controls.link} onClick={() => reveal(cornerOf(formula.sheet, region))}>
                {region}
              </button>
            </li>
          ))}
        </ul>
      )}
      <More hidden={hidden} onMore={showMore} text="pane.problems.more" />
    </>
  );
}

function cornerOf(sheet: string, region: string): CellRef {
  const { top, left } = parseRange(region)!;
  return { sheet, row: top, column: left };
}

/** Findings about this very formula. */
function Odd({ found, formula }: FormulaCardProps) {
  const { say, reveal } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const own = found.formulas.findings.filter(
    ({ sheet, formulaR1C1 }) => sheet === formula.sheet && formulaR1C1 === formula.r1c1,
  );
  const { first, hidden, showMore } = useFirst(own, formula);
  return (
    <>
      {first.map(({ sheet, row, column, cell, check, message: text }) => (
        <p key={`${check} ${cell}`} className={styles.finding}>
          <Icon shape="warns" size={14} />
          <span>
            <button type="button" className={controls.link} onClick={() => reveal({ sheet, row, column })}>
              {cell}
            </button>{' '}
            {say(text)}
          </span>
        </p>
      ))}
      <More hidden={hidden} onMore={showMore} text="pane.problems.more" />
    </>
  );
}
