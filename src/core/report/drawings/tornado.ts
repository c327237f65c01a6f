import { scaleOver } from './axis';
import { fitted, type Drawing, type Shape } from './drawing';

export interface TornadoRow {
  readonly name: string;
  /** Results at the low and the high end of the input. */
  readonly low: number;
  readonly high: number;
  readonly lowText: string;
  readonly highText: string;
}

const WIDTH = 510;
const NAMES = 178;
const ROW = 20;
const EDGE = 62;

/** What each input does to the result, widest first, about the stated result; the input's lower end is hollow, its upper end solid. */
export function tornado(
  rows: readonly TornadoRow[],
  central: number,
  texts: { low: string; high: string; central: string },
): Drawing {
  const scale = scaleOver([central, ...rows.flatMap(({ low, high }) => [low, high])], NAMES + EDGE, WIDTH - EDGE);
  const middle = scale.at(central);
  const height = 26 + rows.length * ROW;
  const shapes = rows.flatMap((row, index) => tornadoRow(row, 26 + index * ROW, middle, scale.at));
  const axis: Shape = { kind: 'stroke', from: [middle, 20], to: [middle, height], ink: 'ink' };
  const named: Shape = {
    kind: 'label',
    x: middle,
    y: 17,
    text: texts.central,
    size: 8,
    anchor: 'middle',
    ink: 'ink',
    bold: true,
  };
  return { width: WIDTH, height, shapes: [...legend(texts), named, ...shapes, axis] };
}

const legend = ({ low, high }: { low: string; high: string }): Shape[] => [
  { kind: 'box', x: 0, y: 3, width: 12, height: 8, fill: 'paper', line: 'product' },
  { kind: 'label', x: 16, y: 10, text: low, size: 7.5, anchor: 'start', ink: 'quiet' },
  { kind: 'box', x: 84, y: 3, width: 12, height: 8, fill: 'product', line: 'product' },
  { kind: 'label', x: 100, y: 10, text: high, size: 7.5, anchor: 'start', ink: 'quiet' },
];

function tornadoRow(row: TornadoRow, top: number, middle: number, at: (value: number) => number): Shape[] {
  const [low, high] = [at(row.low), at(row.high)];
  const box = (end: number, fill: 'paper' | 'product'): Shape => ({
    kind: 'box',
    x: Math.min(end, middle),
    y: top + 4,
    width: Math.max(0.5, Math.abs(end - middle)),
    height: 11,
    fill,
    line: 'product',
  });
  const [left, right] = low <= high ? [row.lowText, row.highText] : [row.highText, row.lowText];
  const label = (x: number, text: string, anchor: 'start' | 'end'): Shape => ({
    kind: 'label',
    x,
    y: top + 13,
    text,
    size: 7.5,
    anchor,
    ink: 'quiet',
  });
  return [
    { kind: 'label', x: 0, y: top + 13, text: fitted(row.name, NAMES / 8.5), size: 8.5, anchor: 'start', ink: 'ink' },
    box(low, 'paper'),
    box(high, 'product'),
    label(Math.min(low, high, middle) - 3, left, 'end'),
    label(Math.max(low, high, middle) + 3, right, 'start'),
  ];
}
