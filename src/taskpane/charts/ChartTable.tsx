import * as React from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CellRef } from '../../core/workbook/cell';
import { message } from '../../core/message';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useControls } from '../styles';
import { ChartRow } from './ChartRow';

/** One number of a row: as it is shown, and with every digit. */
export interface Shown {
  readonly text: string;
  readonly exact?: string;
  /** Said under it. */
  readonly below?: string;
}

export interface Row {
  readonly key: string;
  readonly name: string;
  /** Said under the name, a line each. */
  readonly notes?: readonly string[];
  /** One a column; `null` where nothing is stated. */
  readonly values: readonly (Shown | null)[];
  readonly picture?: React.ReactNode;
  /** Index of the step in the trace that the row opens. */
  readonly trace?: number | null;
  /** Where the row leads, where it has no step. */
  readonly cell?: CellRef | null;
  /** A sum of rows before it. */
  readonly strong?: boolean;
}

interface ChartTableProps {
  readonly known: Known;
  /** The table's name. */
  readonly label: string;
  /** Names of the columns, the rows' own first. */
  readonly head: readonly React.ReactNode[];
  readonly rows: readonly Row[];
  /** How many rows are shown before all are asked for. */
  readonly most?: number;
}

const useStyles = makeStyles({
  table: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    marginTop: '6px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  head: {
    padding: '0 0 4px 8px',
    textAlign: 'right',
    verticalAlign: 'bottom',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  first: { width: '40%', paddingLeft: 0, textAlign: 'left' },
});

/**
 * A chart that is a table: a row has its name and numbers, its bars under them, and opens to show where it comes from. Fits the narrowest
 * pane, and is read by a screen reader as what it is.
 */
export function ChartTable({ known, label, head, rows, most = Infinity }: ChartTableProps) {
  const { say } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const [open, setOpen] = React.useState<string | null>(null);
  const [all, setAll] = React.useState(false);
  const first = all ? rows : rows.slice(0, most);
  return (
    <>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {head.map((text, index) => (
              <th key={index} scope="col" className={mergeClasses(styles.head, index === 0 && styles.first)}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        {first.map((row) => (
          <ChartRow
            key={row.key}
            known={known}
            row={row}
            columns={head.length}
            open={open === row.key}
            onToggle={() => setOpen(open === row.key ? null : row.key)}
          />
        ))}
      </table>
      {rows.length > most && (
        <button type="button" className={controls.quiet} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? say('pane.chart.fewer') : say(message('pane.chart.all', { count: rows.length }))}
        </button>
      )}
    </>
  );
}
