import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Decimal } from '../../core/quantity/decimal';
import { grouped, shown, unrounded } from '../../locales/numbers';
import { usePane } from '../paneContext';
import type { StageColumn } from './stageTotals';

export const useCells = makeStyles({
  cell: {
    padding: '0 0 6px 6px',
    textAlign: 'right',
    verticalAlign: 'top',
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  first: { paddingLeft: 0 },
  share: { display: 'block', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
});

interface AmountProps {
  readonly column: StageColumn;
  /** kg-CO2e per functional unit; `null` where nobody stated it. */
  readonly value: Decimal | null;
  /** Per cent of the total reduction; `null` where that says nothing. */
  readonly share: string | null;
}

/** One number of the stage table; under a reduction its share. */
export function Amount({ column, value, share }: AmountProps) {
  const { say } = usePane();
  const cells = useCells();
  return (
    <td
      className={mergeClasses(cells.cell, column === 'baseline' && cells.first)}
      title={value === null ? say('pane.stages.not-stated') : unrounded(value)}
    >
      {value === null ? '—' : shown(value)}
      {column === 'reduction' && value !== null && (
        <span className={cells.share}>{share === null ? '—' : `${grouped(share)} %`}</span>
      )}
    </td>
  );
}
