import { makeStyles, tokens } from '@fluentui/react-components';
import type { Bar } from './axis';

/**
 * What a bar stands for. The baseline is hollow and the product solid in the one accent colour, everywhere; what lowers emissions is
 * solid and what raises them is dashed, so that none needs its colour.
 */
export type Look = 'baseline' | 'product' | 'less' | 'more' | 'range';

export const useBarLooks = makeStyles({
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
  less: {
    fill: tokens.colorNeutralForeground3,
    '@media (forced-colors: active)': { fill: 'CanvasText' },
  },
  more: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralForeground3,
    strokeWidth: '1.5px',
    strokeDasharray: '3 2',
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText' },
  },
  range: {
    fill: tokens.colorNeutralStroke1,
    '@media (forced-colors: active)': { fill: 'GrayText' },
  },
  mark: {
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeWidth: '1px',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  strip: { display: 'block', width: '100%', overflow: 'visible' },
  key: { flex: 'none', marginRight: '4px', verticalAlign: '-1px' },
});

const THICKNESS = 9;
const GAP = 3;
const EDGE = 4;

const percent = (fraction: number) => `${(fraction * 100).toFixed(3)}%`;

interface BarStripProps {
  readonly bars: readonly (Bar & { readonly look: Look })[];
  /** Fractions of the width at which a line stands from top to bottom: zero, a central value. */
  readonly marks?: readonly number[];
  /** All bars on one line, in place of one under the other. */
  readonly level?: boolean;
}

/** Bars of one row on the axis of all rows. A picture of the numbers beside it, so it has no name of its own. */
export function BarStrip({ bars, marks = [], level = false }: BarStripProps) {
  const looks = useBarLooks();
  const rows = level ? 1 : Math.max(1, bars.length);
  const height = 2 * EDGE + rows * THICKNESS + (rows - 1) * GAP;
  return (
    <svg className={looks.strip} height={height} aria-hidden="true" focusable="false">
      {bars.map(({ from, length, look }, index) => (
        <rect
          key={index}
          className={looks[look]}
          x={percent(from)}
          width={percent(length)}
          y={EDGE + (level ? 0 : index * (THICKNESS + GAP))}
          height={THICKNESS}
        />
      ))}
      {marks.map((mark, index) => (
        <line key={index} className={looks.mark} x1={percent(mark)} x2={percent(mark)} y1="0" y2={height} />
      ))}
    </svg>
  );
}

/** How bars look, for a column's header or a legend. */
export function LookKey({ look }: { readonly look: Look }) {
  const looks = useBarLooks();
  return (
    <svg className={looks.key} width="14" height="10" aria-hidden="true" focusable="false">
      <rect className={looks[look]} x="1" y="1" width="12" height="8" />
    </svg>
  );
}
