/// <reference types="office-js" />
import type { CellPlan } from '../../core/template/plan';
import type { Language } from '../../core/template/types';
import { EDGES, LOOKS, TYPEFACES, type Edge, type Look } from '../xlsx/write/looks';
import { rowHeight } from '../xlsx/write/rowHeight';
import { columnWidths } from '../xlsx/write/sheetLayout';
import { blockRange, type PlannedSheet } from './plannedContent';
import { rectanglesOf, type Rectangle } from './rectangles';

/** Points of one half-width character and of a cell's own margin: 7 and 5 pixels of three quarters of a point. */
const CHARACTER = 5.25;
const MARGIN = 3.75;

/** Number formats, fonts, colours, borders, merged cells, column widths and row heights, as a file made of the same plan has them. */
export function queueLooks([plan, sheet]: PlannedSheet, language: Language): void {
  const { cells, merges } = plan;
  for (const [numberFormat, alike] of grouped(cells, (cell) => cell.numberFormat)) {
    if (numberFormat !== null) rectanglesOf(alike).forEach((rectangle) => queueFormat(sheet, rectangle, numberFormat));
  }
  for (const rectangle of rectanglesOf(cells)) rangeAt(sheet, rectangle).format.font.name = TYPEFACES[language].name;
  for (const [style, alike] of grouped(cells, (cell) => cell.style)) {
    rectanglesOf(alike).forEach((rectangle) => queueLook(rangeAt(sheet, rectangle), LOOKS[style], rectangle));
  }
  merges.forEach((block) => blockRange(sheet, block).merge());
  columnWidths(plan).forEach((width, column) => {
    sheet.getCell(0, column).format.columnWidth = width * CHARACTER + MARGIN;
  });
  queueHeights([plan, sheet], language);
}

/** After the widths: Excel fits a row to its texts as they are broken then, but not to those of merged cells. */
function queueHeights([plan, sheet]: PlannedSheet, language: Language): void {
  for (const [row, cells] of grouped(plan.cells, (cell) => cell.row)) {
    const height = rowHeight(cells, plan, columnWidths(plan), TYPEFACES[language]);
    if (height === null) continue;
    const { format } = sheet.getCell(row, 0);
    if (height.fixed) format.rowHeight = height.points;
    else format.autofitRows();
  }
}

const rangeAt = (sheet: Excel.Worksheet, { top, left, rows, columns }: Rectangle): Excel.Range =>
  sheet.getRangeByIndexes(top, left, rows, columns);

function queueFormat(sheet: Excel.Worksheet, rectangle: Rectangle, numberFormat: string): void {
  const row = new Array<string>(rectangle.columns).fill(numberFormat);
  rangeAt(sheet, rectangle).numberFormat = new Array<string[]>(rectangle.rows).fill(row);
}

function grouped<K extends string | number | null>(
  cells: readonly CellPlan[],
  keyOf: (cell: CellPlan) => K,
): Map<K, CellPlan[]> {
  const groups = new Map<K, CellPlan[]>();
  for (const cell of cells) groups.set(keyOf(cell), [...(groups.get(keyOf(cell)) ?? []), cell]);
  return groups;
}

function queueLook({ format }: Excel.Range, look: Look, rectangle: Rectangle): void {
  format.font.size = look.size;
  format.font.bold = look.bold;
  format.font.color = htmlColour(look.ink);
  if (look.ground !== null) format.fill.color = htmlColour(look.ground);
  format.wrapText = look.wrap;
  format.verticalAlignment = look.vertical === 'top' ? 'Top' : 'Center';
  if (look.horizontal !== null) format.horizontalAlignment = 'Center';
  queueEdges(format, look.edge, rectangle);
}

const SIDES = { left: 'EdgeLeft', right: 'EdgeRight', top: 'EdgeTop', bottom: 'EdgeBottom' } as const;

function queueEdges({ borders }: Excel.RangeFormat, edge: Edge, { rows, columns }: Rectangle): void {
  const { sides, style, colour } = EDGES[edge];
  const outer = sides.map((side) => SIDES[side as keyof typeof SIDES]);
  // What lies between two cells of a block is not one of the block's own edges.
  const inner = [
    ...(sides.includes('bottom') && rows > 1 ? (['InsideHorizontal'] as const) : []),
    ...(sides.includes('left') && columns > 1 ? (['InsideVertical'] as const) : []),
  ];
  for (const side of [...outer, ...inner]) {
    const border = borders.getItem(side);
    border.style = style === 'dotted' ? 'Dot' : 'Continuous';
    border.weight = style === 'medium' ? 'Medium' : 'Thin';
    border.color = htmlColour(colour);
  }
}

const htmlColour = (argb: string): string => `#${argb.slice(-6)}`;
