import type { StageResult } from '../../calculation/types';
import { doubleOf } from '../../quantity/decimal';
import { step } from '../steps';
import { scaleOver, type Scale } from './axis';
import { inTwoLines, type Drawing, type Ink, type Shape } from './drawing';

const WIDTH = 510;
const NAMES = 118;
const VALUES = 400;
const ROW = 34;
const BAR = 10;

interface Names {
  readonly baseline: string;
  readonly product: string;
  readonly stage: (stage: StageResult['stage']) => string;
  readonly unit: string;
}

/** Both sides of every stage on one axis, kg-CO2e per functional unit: the baseline hollow, the product solid; a stage nobody stated has none. */
export function stageChart(stages: readonly StageResult[], names: Names): Drawing {
  const values = stages.flatMap(({ baseline, product }) => [doubleOf(baseline), doubleOf(product)]);
  const scale = scaleOver([0, ...values], NAMES, VALUES - 8);
  const height = 22 + stages.length * ROW + 4;
  const zero = scale.at(0);
  const rows = stages.flatMap((stage, index) => stageRow(stage, 22 + index * ROW, scale, names));
  const axis: Shape = { kind: 'stroke', from: [zero, 18], to: [zero, height - 2], ink: 'quiet' };
  return { width: WIDTH, height, shapes: [...legend(names), ...rows, axis] };
}

function legend({ baseline, product, unit }: Names): Shape[] {
  return [
    { kind: 'box', x: NAMES, y: 4, width: 14, height: 8, fill: 'paper', line: 'baseline' },
    { kind: 'label', x: NAMES + 18, y: 11, text: baseline, size: 8, anchor: 'start', ink: 'ink' },
    { kind: 'box', x: NAMES + 130, y: 4, width: 14, height: 8, fill: 'product', line: 'product' },
    { kind: 'label', x: NAMES + 148, y: 11, text: product, size: 8, anchor: 'start', ink: 'ink' },
    { kind: 'label', x: WIDTH, y: 11, text: unit, size: 8, anchor: 'end', ink: 'quiet' },
  ];
}

function stageRow(row: StageResult, top: number, scale: Scale, names: Names): Shape[] {
  const name = inTwoLines(
    { kind: 'label', x: 0, y: top + 20, text: names.stage(row.stage), size: 9, anchor: 'start', ink: 'ink' },
    NAMES / 9 - 0.5,
  );
  const sides = (['baseline', 'product'] as const).flatMap((side, index) =>
    bar(row, side, top + 5 + index * (BAR + 2), scale),
  );
  return [...name, ...sides];
}

function bar(row: StageResult, side: 'baseline' | 'product', y: number, scale: Scale): Shape[] {
  const stated = row.lines[side] > 0;
  const value: Shape = {
    kind: 'label',
    x: WIDTH,
    y: y + 8.5,
    text: stated ? step(row[side]) : '—',
    size: 8,
    anchor: 'end',
    ink: 'ink',
  };
  if (!stated) return [value];
  const ends = [scale.at(0), scale.at(doubleOf(row[side]))];
  const x = Math.min(...ends);
  const look: { fill: Ink; line: Ink } =
    side === 'baseline' ? { fill: 'paper', line: 'baseline' } : { fill: 'product', line: 'product' };
  return [{ kind: 'box', x, y, width: Math.max(0.5, Math.max(...ends) - x), height: BAR, ...look }, value];
}
