import * as React from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { shown, unrounded } from '../../locales/numbers';
import type { Known } from '../outcome/followWorkbook';
import { LookKey } from '../charts/BarStrip';
import { Opener } from '../Opener';
import { usePane } from '../paneContext';
import { Trace } from '../trace/Trace';
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
  const { stages, totals } = known.outcome.assessment;
  const [open, setOpen] = React.useState<string | null>(null);
  const toggle = (name: string) => setOpen(open === name ? null : name);
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
          onToggle={() => toggle(row.stage)}
        />
      ))}
      <tbody className={styles.total}>
        <tr>
          <th scope="rowgroup" colSpan={STAGE_COLUMNS.length} className={styles.name}>
            <Opener name={say('pane.stages.total')} open={open === 'total'} onToggle={() => toggle('total')} />
          </th>
        </tr>
        <tr>
          {STAGE_COLUMNS.map((column) => (
            <Amount key={column} column={column} value={totalOf(stages, column)} share={sharePercent(total, total)} />
          ))}
        </tr>
        {open === 'total' && totals && (
          <TraceRow
            known={known}
            root={totals.reduction.trace}
            what={`${say('pane.stages.total')}: ${say('pane.stages.reduction')}`}
            onClose={() => toggle('total')}
          />
        )}
      </tbody>
      <Net known={known} open={open === 'net'} onToggle={() => toggle('net')} />
    </table>
  );
}

interface NetProps {
  readonly known: Known;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** What is left of the total once rebound and side effects are taken off; nothing where nothing is. */
function Net({ known, open, onToggle }: NetProps) {
  const { say } = usePane();
  const styles = useStyles();
  const { deductions, readings, readingTraces } = known.outcome.assessment;
  const net = readings.allStages;
  const taken = deductions.allStages;
  if (net === null || taken === null || (taken.rebound.isZero() && taken.sideEffects.isZero())) return null;
  return (
    <tbody className={styles.net}>
      <tr>
        <th scope="rowgroup" colSpan={2} className={styles.netName}>
          <Opener name={say('pane.stages.net')} open={open} onToggle={onToggle} />
        </th>
        <td className={styles.netValue} title={unrounded(net)}>
          {shown(net)}
        </td>
      </tr>
      {open && readingTraces.allStages !== null && (
        <TraceRow known={known} root={readingTraces.allStages} what={say('pane.stages.net')} onClose={onToggle} />
      )}
    </tbody>
  );
}

const TraceRow = (props: React.ComponentProps<typeof Trace>) => (
  <tr>
    <td colSpan={STAGE_COLUMNS.length} style={{ padding: 0 }}>
      <Trace {...props} />
    </td>
  </tr>
);
