import * as React from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Assessment } from '../../core/calculation/types';
import { shown, unrounded } from '../../locales/numbers';
import type { Known } from '../outcome/followWorkbook';
import { LookKey } from '../charts/BarStrip';
import { usePane } from '../paneContext';
import { Amount, useCells } from './Amount';
import { StageRows } from './StageRows';
import { axisOf, sharePercent, STAGE_COLUMNS, totalOf } from './stageTotals';

const useStyles = makeStyles({
  table: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    marginTop: '10px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  head: {
    padding: '0 0 4px 6px',
    textAlign: 'right',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  total: { borderTop: `1px solid ${tokens.colorNeutralStrokeAccessible}`, fontWeight: tokens.fontWeightSemibold },
  net: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, fontWeight: tokens.fontWeightSemibold },
  netName: { padding: '6px 0', textAlign: 'left', fontWeight: tokens.fontWeightSemibold },
  netValue: { padding: '6px 0', textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  name: { padding: '6px 0 0', textAlign: 'left', fontWeight: tokens.fontWeightSemibold },
});

/**
 * Both sides, the reduction and its share, for every stage and in total: names and bars first, the numbers under them, so that three
 * columns of long numbers fit the narrowest pane.
 */
export function StageTable({ known }: { readonly known: Known }) {
  const { say } = usePane();
  const styles = useStyles();
  const cells = useCells();
  const { stages } = known.outcome.assessment;
  const [open, setOpen] = React.useState<string | null>(null);
  const axis = axisOf(stages);
  const total = totalOf(stages, 'reduction');
  return (
    <table className={styles.table} aria-label={say('pane.stages.title')}>
      <thead>
        <tr>
          {STAGE_COLUMNS.map((column, index) => (
            <th key={column} scope="col" className={mergeClasses(styles.head, index === 0 && cells.first)}>
              {column !== 'reduction' && <LookKey look={column} />}
              {say(`pane.stages.${column}`)}
              {column === 'reduction' && <span className={cells.share}>{say('pane.stages.share')}</span>}
            </th>
          ))}
        </tr>
      </thead>
      {stages.map((row) => (
        <StageRows
          key={row.stage}
          known={known}
          row={row}
          axis={axis}
          share={sharePercent(row.reduction, total)}
          open={open === row.stage}
          onToggle={() => setOpen(open === row.stage ? null : row.stage)}
        />
      ))}
      <tbody className={styles.total}>
        <tr>
          <th scope="rowgroup" colSpan={STAGE_COLUMNS.length} className={styles.name}>
            {say('pane.stages.total')}
          </th>
        </tr>
        <tr>
          {STAGE_COLUMNS.map((column) => (
            <Amount key={column} column={column} value={totalOf(stages, column)} share={sharePercent(total, total)} />
          ))}
        </tr>
      </tbody>
      <Net assessment={known.outcome.assessment} />
    </table>
  );
}

/** What is left of the total once rebound and side effects are taken off; nothing where nothing is. */
function Net({ assessment: { deductions, readings } }: { readonly assessment: Assessment }) {
  const { say } = usePane();
  const styles = useStyles();
  const net = readings.allStages;
  const taken = deductions.allStages;
  if (net === null || taken === null || (taken.rebound.isZero() && taken.sideEffects.isZero())) return null;
  return (
    <tbody className={styles.net}>
      <tr>
        <th scope="rowgroup" colSpan={2} className={styles.netName}>
          {say('pane.stages.net')}
        </th>
        <td className={styles.netValue} title={unrounded(net)}>
          {shown(net)}
        </td>
      </tr>
    </tbody>
  );
}
