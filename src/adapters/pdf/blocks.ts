import type { Content } from 'pdfmake';
import type { Block, FactsBlock, NumbersBlock, TableBlock, TableRow, Tone } from '../../core/report/document';
import type { Drawing } from '../../core/report/drawings/drawing';
import { svgOf } from '../../core/report/drawings/svg';
import type { Typesetter } from './typesetter';

/** Width of the text on A4 with our margins, in points. */
export const TEXT_WIDTH = 510;

/** What a cell takes of a column beside its text: padding on both sides and a line. */
const CELL_FRAME = 8.5;

const COLOUR: Readonly<Record<Tone, string>> = { body: '#1f1f1f', note: '#5c5c5c', warning: '#8a3a12' };

export function blockContent(block: Block, set: Typesetter): Content {
  switch (block.kind) {
    case 'text':
      return {
        text: set.runs(block.text),
        ...set.place(),
        color: COLOUR[block.tone],
        fontSize: block.tone === 'note' ? 8.5 : 9.5,
        margin: [0, 0, 0, 6],
      };
    case 'heading':
      return { text: set.runs(block.text), style: 'h3', headlineLevel: 2 };
    case 'facts':
      return facts(block, set);
    case 'numbers':
      return numbers(block, set);
    case 'table':
      return table(block, set);
    case 'list':
      return { ul: block.items.map((item) => ({ text: set.runs(item), ...set.place() })), margin: [0, 0, 0, 6] };
    case 'drawing':
      return drawing(block.drawing, block.caption, set);
  }
}

function drawing(of: Drawing, caption: string, set: Typesetter): Content {
  const shapes = of.shapes.map((shape) =>
    shape.kind === 'label' ? { ...shape, text: set.drawable(shape.text) } : shape,
  );
  return {
    unbreakable: true,
    stack: [
      { svg: svgOf({ ...of, shapes }), width: TEXT_WIDTH, font: 'NotoSansJP' },
      { text: set.runs(caption), ...set.place(), style: 'caption', margin: [0, 3, 0, 8] },
    ],
  };
}

/** Widths in points that leave room for what frames each cell. */
function widths(shares: readonly number[]): number[] {
  const room = TEXT_WIDTH - shares.length * CELL_FRAME - 1;
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((share / whole) * room * 100) / 100);
}

function facts({ rows }: FactsBlock, set: Typesetter): Content {
  const noted = rows.some(({ note }) => note !== undefined);
  const shares = noted ? [30, 48, 22] : [30, 70];
  const body = rows.map(({ label, value, note }) => [
    { text: set.runs(label), ...set.place(), fillColor: '#f2f2f2' },
    { text: set.runs(value) },
    ...(noted ? [{ text: set.runs(note ?? ''), color: COLOUR.note, fontSize: 7.5 }] : []),
  ]);
  const columns = widths(shares);
  const kept = keepingRows(
    rows.map(({ label, value, note }) => [label, value, note ?? '']),
    [...columns, TEXT_WIDTH],
  );
  return { style: 'table', layout: 'kmc', table: { widths: columns, ...kept, body } };
}

/** Lines of small type below which a row surely fits on a page of its own, and the height and width of a full-width letter in it, in points. */
const FITTING_LINES = 40;
const LETTER = 7.8;

/**
 * A row that is kept together and taller than a page would lose what does not fit, without a word. The estimate takes every letter for a wide one.
 * @param rows texts of the cells
 */
function keepingRows(rows: readonly (readonly string[])[], columns: readonly number[]) {
  const lines = (cell: string, width: number): number =>
    cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * LETTER) / width)), 0);
  const isTall = rows.some((row) => row.some((cell, at) => lines(cell, columns[at]!) > FITTING_LINES));
  return isTall ? {} : { dontBreakRows: true, keepWithHeaderRows: 1 };
}

function numbers({ items }: NumbersBlock, set: Typesetter): Content {
  const cells = items.map(({ label, value, unit, note }) => ({
    stack: [
      { text: set.runs(label), ...set.place(), bold: true, fontSize: 10.5 },
      {
        text: [
          { text: set.runs(value), fontSize: 23, bold: true },
          { text: ' ' },
          { text: set.runs(unit), fontSize: 12 },
        ],
      },
      { text: set.runs(note), color: COLOUR.note, fontSize: 8 },
    ],
    margin: [6, 5, 6, 5],
  }));
  return {
    unbreakable: true,
    margin: [0, 8, 0, 10],
    layout: 'numbers',
    table: { widths: widths(items.map(() => 1)), body: [cells] },
  };
}

function table(block: TableBlock, set: Typesetter): Content {
  const { caption, columns, rows } = block;
  const points = widths(columns.map(({ width }) => width));
  const head = columns.map(({ header, align }) => ({
    text: set.runs(header),
    bold: true,
    alignment: align,
    fillColor: '#f2f2f2',
  }));
  const made = {
    style: 'table',
    layout: 'kmc',
    table: {
      headerRows: 1,
      ...keepingRows(
        rows.map(({ look, cells }) => (look === 'group' ? [] : cells)),
        points,
      ),
      widths: points,
      body: [head, ...rows.map((row) => tableRow(row, block, set))],
    },
  };
  if (caption === null) return made;
  return [{ text: set.runs(caption), style: 'caption', headlineLevel: 3, margin: [0, 0, 0, 3] }, made];
}

function tableRow({ look, cells }: TableRow, { columns }: TableBlock, set: Typesetter): Content[] {
  if (look === 'group')
    return [
      {
        text: set.runs(cells[0] ?? ''),
        ...set.place(),
        bold: true,
        colSpan: columns.length,
        fillColor: '#f2f2f2',
        headlineLevel: 4,
      },
      ...columns.slice(1).map(() => ''),
    ];
  const first = cells.findIndex((cell) => cell !== '');
  return columns.map(({ align }, at) => ({
    text: set.runs(cells[at] ?? ''),
    ...(at === first ? set.place() : {}),
    alignment: align,
    bold: look === 'total',
  }));
}
