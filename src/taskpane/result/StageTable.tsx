import * as React from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { StageResult } from '../../core/calculation/types';
import { grouped, shown, unrounded } from '../../locales/numbers';
import { Chevron } from '../icons';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useControls } from '../styles';
import { Trace } from '../trace/Trace';
import { isStated, sharePercent, totalOf, type StageColumn } from './stageTotals';

const COLUMNS: readonly StageColumn[] = ['baseline', 'product', 'reduction'];

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    marginTop: '10px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  head: {
    padding: '4px 0 4px 6px',
    textAlign: 'right',
    verticalAlign: 'bottom',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  cell: {
    padding: '5px 0 5px 6px',
    textAlign: 'right',
    verticalAlign: 'top',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { paddingLeft: 0, textAlign: 'left', fontWeight: tokens.fontWeightRegular, whiteSpace: 'normal' },
  total: { borderTop: `1px solid ${tokens.colorNeutralStrokeAccessible}`, fontWeight: tokens.fontWeightSemibold },
  share: { display: 'block', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  trace: { padding: 0 },
});

/** Both sides, the reduction and its share for every stage and in total; a row opens to show where its reduction comes from. */
export function StageTable({ known }: { readonly known: Known }) {
  const { say } = usePane();
  const styles = useStyles();
  const { stages } = known.outcome.assessment;
  const [open, setOpen] = React.useState<string | null>(null);
  const total = totalOf(stages, 'reduction');
  return (
    <table className={styles.table} aria-label={say('pane.stages.title')}>
      <thead>
        <tr>
          {['stage', ...COLUMNS].map((column, index) => (
            <th key={column} scope="col" className={mergeClasses(styles.head, index === 0 && styles.name)}>
              {say(`pane.stages.${column}`)}
              {column === 'reduction' && <span className={styles.share}>{say('pane.stages.share')}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {stages.map((row) => (
          <StageRow
            key={row.stage}
            known={known}
            row={row}
            share={isStated(row, 'reduction') ? sharePercent(row.reduction, total) : null}
            open={open === row.stage}
            onToggle={() => setOpen(open === row.stage ? null : row.stage)}
          />
        ))}
        <tr>
          <th scope="row" className={mergeClasses(styles.cell, styles.name, styles.total)}>
            {say('pane.stages.total')}
          </th>
          {COLUMNS.map((column) => {
            const value = totalOf(stages, column);
            return (
              <td key={column} className={mergeClasses(styles.cell, styles.total)} title={unrounded(value)}>
                {shown(value)}
                {column === 'reduction' && <Share percent={sharePercent(total, total)} />}
              </td>
            );
          })}
        </tr>
      </tbody>
    </table>
  );
}

interface StageRowProps {
  readonly known: Known;
  readonly row: StageResult;
  readonly share: string | null;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function StageRow({ known, row, share, open, onToggle }: StageRowProps) {
  const { say } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const name = say(`choices.stage.${row.stage}`);
  return (
    <>
      <tr>
        <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
          <button
            type="button"
            className={controls.opener}
            aria-expanded={open}
            title={say('pane.trace.open')}
            onClick={onToggle}
          >
            <Chevron open={open} />
            {name}
          </button>
        </th>
        {COLUMNS.map((column) =>
          isStated(row, column) ? (
            <td key={column} className={styles.cell} title={unrounded(row[column])}>
              {shown(row[column])}
              {column === 'reduction' && <Share percent={share} />}
            </td>
          ) : (
            <td key={column} className={styles.cell} title={say('pane.stages.not-stated')}>
              —
            </td>
          ),
        )}
      </tr>
      {open && (
        <tr>
          <td className={styles.trace} colSpan={COLUMNS.length + 1}>
            <Trace
              known={known}
              root={row.trace}
              what={`${name}: ${say('pane.stages.reduction')}`}
              onClose={onToggle}
            />
          </td>
        </tr>
      )}
    </>
  );
}

function Share({ percent }: { readonly percent: string | null }) {
  const styles = useStyles();
  return <span className={styles.share}>{percent === null ? '—' : `${grouped(percent)} %`}</span>;
}
