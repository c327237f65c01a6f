import type { CellPlan, SheetPlan } from '../../../core/template/plan';
import { rangeAddress } from '../../../core/workbook/a1';
import { cellElement, type Registers } from './cellElement';
import type { Typeface } from './looks';
import { columnsElement, columnWidths, mergesElement, pageElements, sheetProperties, sheetViews } from './sheetLayout';
import { numericCells } from './numericCells';
import { type RowHeight, rowHeight } from './rowHeight';
import { type LongLists, validationsElement } from './validations';
import { XML_DECLARATION } from './xml';

export interface SheetContext extends Registers {
  readonly title: string;
  readonly typeface: Typeface;
  readonly lists: LongLists;
}

/** A worksheet part; the order of its elements is that of CT_Worksheet (ECMA-376 part 1, 18.3.1.99). */
export function sheetPart(sheet: SheetPlan, selected: boolean, context: SheetContext): string {
  const widths = columnWidths(sheet);
  return (
    `${XML_DECLARATION}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    sheetProperties(sheet) +
    `<dimension ref="${usedRange(sheet.cells)}"/>` +
    sheetViews(sheet, selected) +
    `<sheetFormatPr defaultRowHeight="${context.typeface.rowHeight}"/>` +
    columnsElement(widths) +
    `<sheetData>${rows(sheet, widths, context)}</sheetData>` +
    mergesElement(sheet) +
    validationsElement(sheet.validations, context.lists) +
    pageElements(sheet.page, context.title) +
    tableParts(sheet) +
    '</worksheet>'
  );
}

function usedRange(cells: readonly CellPlan[]): string {
  if (cells.length === 0) return 'A1';
  const rowsUsed = cells.map((cell) => cell.row);
  const columnsUsed = cells.map((cell) => cell.column);
  const least = (numbers: number[]): number => numbers.reduce((a, b) => Math.min(a, b));
  const most = (numbers: number[]): number => numbers.reduce((a, b) => Math.max(a, b));
  return rangeAddress({
    top: least(rowsUsed),
    left: least(columnsUsed),
    bottom: most(rowsUsed),
    right: most(columnsUsed),
  });
}

function rows(sheet: SheetPlan, widths: readonly number[], context: SheetContext): string {
  const byRow = new Map<number, CellPlan[]>();
  for (const cell of [...sheet.cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const row = byRow.get(cell.row);
    if (row) row.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  const isNumeric = numericCells(sheet);
  const element = (cell: CellPlan): string => cellElement(cell, isNumeric(cell), context);
  return [...byRow]
    .map(([row, cells]) => {
      const height = heightAttributes(rowHeight(cells, sheet, widths, context.typeface));
      return `<row r="${row + 1}"${height}>${cells.map(element).join('')}</row>`;
    })
    .join('');
}

const heightAttributes = (height: RowHeight | null): string =>
  height === null ? '' : ` ht="${height.points}"${height.fixed ? ' customHeight="1"' : ''}`;

const tableParts = ({ tables }: SheetPlan): string =>
  tables.length === 0
    ? ''
    : `<tableParts count="${tables.length}">${tables.map((_, at) => `<tablePart r:id="rId${at + 1}"/>`).join('')}</tableParts>`;
