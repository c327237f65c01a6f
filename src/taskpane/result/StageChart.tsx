import * as React from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { StageResult } from '../../core/calculation/types';
import type { Decimal } from '../../core/quantity/decimal';
import { usePane } from '../paneContext';
import { axisOf, isStated, type Axis } from './stageTotals';

const useStyles = makeStyles({
  legend: {
    display: 'flex',
    gap: '16px',
    margin: '8px 0 4px',
    padding: 0,
    listStyle: 'none',
    fontSize: tokens.fontSizeBase200,
  },
  key: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  rows: {
    display: 'grid',
    gridTemplateColumns: 'minmax(64px, max-content) 1fr',
    columnGap: '8px',
    rowGap: '2px',
    alignItems: 'center',
    fontSize: tokens.fontSizeBase200,
  },
  name: { maxWidth: '112px' },
  bars: { display: 'block', width: '100%', overflow: 'visible' },
  baseline: { fill: tokens.colorNeutralBackground1, stroke: tokens.colorNeutralForeground3, strokeWidth: '1.5px' },
  product: { fill: tokens.colorCompoundBrandForeground1 },
  zero: { stroke: tokens.colorNeutralStroke1, strokeWidth: '1px' },
});

const HEIGHT = 30;
const BAR = 10;
const TOP = { baseline: 3, product: 16 } as const;

const percent = (fraction: number) => `${(fraction * 100).toFixed(3)}%`;

/**
 * Both sides of each stage on one axis: the baseline hollow and above, the product solid and below, so that neither needs its
 * colour. The table that follows gives the numbers.
 */
export function StageChart({ stages }: { readonly stages: readonly StageResult[] }) {
  const { say } = usePane();
  const styles = useStyles();
  const axis = axisOf(stages);
  return (
    <div role="img" aria-label={say('pane.stages.chart')}>
      <ul className={styles.legend} aria-hidden="true">
        {(['baseline', 'product'] as const).map((side) => (
          <li key={side} className={styles.key}>
            <svg width="18" height="10">
              <rect className={styles[side]} x="1" y="1" width="16" height="8" />
            </svg>
            {say(`pane.stages.${side}`)}
          </li>
        ))}
      </ul>
      <div className={styles.rows} aria-hidden="true">
        {stages.map((stage) => (
          <React.Fragment key={stage.stage}>
            <span className={styles.name}>{say(`choices.stage.${stage.stage}`)}</span>
            <svg className={styles.bars} height={HEIGHT}>
              <line className={styles.zero} x1={percent(axis.zero)} x2={percent(axis.zero)} y1="0" y2={HEIGHT} />
              {(['baseline', 'product'] as const).map(
                (side) => isStated(stage, side) && <Bar key={side} side={side} axis={axis} value={stage[side]} />,
              )}
            </svg>
          </React.Fragment>
        ))}
      </div>
    </div>
  );
}

interface BarProps {
  readonly side: 'baseline' | 'product';
  readonly axis: Axis;
  readonly value: Decimal;
}

function Bar({ side, axis, value }: BarProps) {
  const styles = useStyles();
  const { from, length } = axis.bar(value);
  return <rect className={styles[side]} x={percent(from)} width={percent(length)} y={TOP[side]} height={BAR} />;
}
