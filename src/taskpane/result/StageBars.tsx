import { makeStyles, tokens } from '@fluentui/react-components';
import type { StageResult } from '../../core/calculation/types';
import { isStated, type Axis } from './stageTotals';

export type SideName = 'baseline' | 'product';
const SIDES: readonly SideName[] = ['baseline', 'product'];

const useStyles = makeStyles({
  bars: { display: 'block', width: '100%', overflow: 'visible' },
  key: { marginRight: '4px', verticalAlign: '-1px' },
  baseline: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralForeground3,
    strokeWidth: '1.5px',
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText' },
  },
  product: {
    fill: tokens.colorCompoundBrandForeground1,
    '@media (forced-colors: active)': { fill: 'Highlight' },
  },
  zero: {
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeWidth: '1px',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
});

const HEIGHT = 28;
const THICKNESS = 9;
const TOP: Readonly<Record<SideName, number>> = { baseline: 4, product: 16 };

const percent = (fraction: number) => `${(fraction * 100).toFixed(3)}%`;

/**
 * Both sides of a stage on the axis of all stages: the baseline hollow and above, the product solid and below, so that neither needs
 * its colour. A picture of the numbers beside it.
 */
export function StageBars({ stage, axis }: { readonly stage: StageResult; readonly axis: Axis }) {
  const styles = useStyles();
  return (
    <svg className={styles.bars} height={HEIGHT} aria-hidden="true" focusable="false">
      {SIDES.filter((side) => isStated(stage, side)).map((side) => {
        const { from, length } = axis.bar(stage[side]);
        return (
          <rect
            key={side}
            className={styles[side]}
            x={percent(from)}
            width={percent(length)}
            y={TOP[side]}
            height={THICKNESS}
          />
        );
      })}
      <line className={styles.zero} x1={percent(axis.zero)} x2={percent(axis.zero)} y1="0" y2={HEIGHT} />
    </svg>
  );
}

/** How a side's bars look, for its column's header. */
export function SideKey({ side }: { readonly side: SideName }) {
  const styles = useStyles();
  return (
    <svg className={styles.key} width="14" height="10" aria-hidden="true" focusable="false">
      <rect className={styles[side]} x="1" y="1" width="12" height="8" />
    </svg>
  );
}
