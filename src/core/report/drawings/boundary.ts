import { fitted, inTwoLines, widthOf, wrapped, type Drawing, type Shape } from './drawing';

/** One stage of one side. `processes` is empty where nothing is stated; `note` says so, or that the stage is left out. */
export interface BoundaryCell {
  readonly processes: readonly string[];
  readonly more: string | null;
  readonly note: string | null;
}

export interface BoundaryRow {
  readonly name: string;
  readonly look: 'baseline' | 'product';
  readonly cells: readonly BoundaryCell[];
}

const WIDTH = 510;
const NAME = 62;
const GAP = 6;
const HEAD = 26;
const LINE = 11;
const PAD = 6;

/** The life cycle from left to right, both sides one under the other inside the frame of what is counted. */
export function boundaryPicture(
  stages: readonly string[],
  rows: readonly BoundaryRow[],
  texts: { readonly boundary: string; readonly functionalUnit: string },
): Drawing {
  const column = (WIDTH - NAME - 2 * PAD - GAP * (stages.length - 1)) / stages.length;
  const lines = Math.max(2, ...rows.flatMap(({ cells }) => cells.map((cell) => linesOf(cell, column).length)));
  const cellHeight = lines * LINE + 12;
  const left = (index: number) => PAD + NAME + index * (column + GAP);
  const heads = stages.flatMap((stage, index) => stageHead(stage, left(index), 20, column, index < stages.length - 1));
  const top = (row: number) => 20 + HEAD + 8 + row * (cellHeight + 8);
  const bodies = rows.flatMap((row, at) => [
    ...side(row, top(at), cellHeight),
    ...row.cells.flatMap((cell, index) => cellShapes(cell, row, left(index), top(at), column, cellHeight)),
  ]);
  const bottom = top(rows.length) - 2;
  const frame: Shape = {
    kind: 'box',
    x: 0.5,
    y: 12,
    width: WIDTH - 1,
    height: bottom - 12,
    fill: null,
    line: 'ink',
    dashed: true,
  };
  return {
    width: WIDTH,
    height: bottom + 22,
    shapes: [frame, ...caption(texts.boundary), ...heads, ...bodies, ...foot(texts.functionalUnit, bottom)],
  };
}

const caption = (text: string): Shape[] => [
  { kind: 'box', x: 10, y: 6, width: widthOf(text) * 8.5 + 8, height: 12, fill: 'paper', line: null },
  { kind: 'label', x: 14, y: 15, text, size: 8.5, anchor: 'start', ink: 'ink', bold: true },
];

const foot = (text: string, bottom: number): Shape[] => [
  { kind: 'label', x: WIDTH / 2, y: bottom + 15, text: fitted(text, 56), size: 9, anchor: 'middle', ink: 'ink' },
];

/** An arrow to the right that the stage's name stands in. */
function stageHead(stage: string, x: number, y: number, width: number, more: boolean): Shape[] {
  const tip = more ? GAP : 0;
  return [
    {
      kind: 'polygon',
      points: [
        [x, y],
        [x + width, y],
        [x + width + tip, y + HEAD / 2],
        [x + width, y + HEAD],
        [x, y + HEAD],
      ],
      fill: 'shade',
    },
    ...inTwoLines(
      { kind: 'label', x: x + width / 2, y: y + 16, text: stage, size: 8.5, anchor: 'middle', ink: 'ink', bold: true },
      width / 8.5,
    ),
  ];
}

/** The side's name beside its row. */
const side = ({ name }: BoundaryRow, top: number, height: number): Shape[] =>
  wrapped(name, (NAME - 8) / 8.5, 3).map((text, index) => ({
    kind: 'label',
    x: PAD,
    y: top + height / 2 + index * LINE,
    text,
    size: 8.5,
    anchor: 'start',
    ink: 'ink',
    bold: true,
  }));

/** Each process on up to two lines. */
const linesOf = (
  { processes, more, note }: BoundaryCell,
  width: number,
): readonly { text: string; quiet: boolean }[] => [
  ...processes.flatMap((process) => wrapped(process, (width - 10) / 7.5, 2).map((text) => ({ text, quiet: false }))),
  ...[more, note]
    .filter((text) => text !== null)
    .map((text) => ({ text: fitted(text, (width - 8) / 7.5), quiet: true })),
];

function cellShapes(
  cell: BoundaryCell,
  { look }: BoundaryRow,
  x: number,
  y: number,
  width: number,
  height: number,
): Shape[] {
  const stated = cell.processes.length > 0 || cell.more !== null;
  const box: Shape = {
    kind: 'box',
    x,
    y,
    width,
    height,
    fill: 'paper',
    line: stated ? look : 'frame',
    dashed: !stated,
  };
  const texts = linesOf(cell, width).map(({ text, quiet }, index): Shape => ({
    kind: 'label',
    x: x + 5,
    y: y + 14 + index * LINE,
    text,
    size: 7.5,
    anchor: 'start',
    ink: quiet ? 'quiet' : 'ink',
  }));
  return [box, ...texts];
}
