import type { PagePlan, SheetPlan } from '../../../core/template/plan';
import { cellAddress, rangeAddress } from '../../../core/workbook/a1';
import { textWidth } from './textWidth';
import { escapeAttribute, escapeText } from './xml';

/** A column's stored width is its characters and the cell's own margin, 5 of 7 pixels of one. */
const MARGIN = 0.7109375;
const HEADER_LINES = 3;
const FILTER_BUTTON = 3;

/** @returns each column's width in half-width characters: as planned, or more where a header needs it */
export function columnWidths({ columnWidths: planned, cells }: SheetPlan): number[] {
  const widths = [...planned];
  for (const { style, value, column } of cells) {
    if (style !== 'header' || typeof value !== 'string' || widths[column] === undefined) continue;
    widths[column] = Math.max(widths[column], headerWidth(value));
  }
  return widths;
}

function headerWidth(header: string): number {
  const longestWord = Math.max(...header.split(/[^\x21-\x7E]+/).map(textWidth));
  return Math.max(Math.ceil(textWidth(header) / HEADER_LINES) + FILTER_BUTTON, longestWord + 2);
}

export function columnsElement(widths: readonly number[]): string {
  if (widths.length === 0) return '';
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width + MARGIN}" customWidth="1"/>`,
  );
  return `<cols>${columns.join('')}</cols>`;
}

/** First the properties that Excel wants before everything else in a sheet. */
export function sheetProperties({ tabColour, page }: SheetPlan): string {
  const colour = tabColour === null ? '' : `<tabColor rgb="${argb(tabColour)}"/>`;
  const fit = page.fitToWidth || page.fitToHeight ? '<pageSetUpPr fitToPage="1"/>' : '';
  return colour === '' && fit === '' ? '' : `<sheetPr>${colour}${fit}</sheetPr>`;
}

const argb = (colour: string): string => colour.replace('#', '').toUpperCase().padStart(8, 'F');

/** A sheet with tables is worked in and keeps its grid lines; a form is read and has none. */
export function sheetViews({ freeze, tables }: SheetPlan, selected: boolean): string {
  const grid = tables.length === 0 ? ' showGridLines="0"' : '';
  const view = `<sheetView${grid}${selected ? ' tabSelected="1"' : ''} workbookViewId="0"`;
  const pane = freeze === null ? '' : paneElements(freeze);
  return `<sheetViews>${pane === '' ? `${view}/>` : `${view}>${pane}</sheetView>`}</sheetViews>`;
}

function paneElements({ rows, columns }: { rows: number; columns: number }): string {
  if (rows === 0 && columns === 0) return '';
  const active = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const first = cellAddress({ row: rows, column: columns });
  return (
    `<pane${split} topLeftCell="${first}" activePane="${active}" state="frozen"/>` +
    `<selection pane="${active}" activeCell="${first}" sqref="${first}"/>`
  );
}

export const mergesElement = ({ merges }: SheetPlan): string =>
  merges.length === 0
    ? ''
    : `<mergeCells count="${merges.length}">${merges.map((merge) => `<mergeCell ref="${rangeAddress(merge)}"/>`).join('')}</mergeCells>`;

const A4 = 9;

/** What is printed: A4, centred, its title and sheet above, page numbers below. */
export function pageElements(page: PagePlan, title: string): string {
  const fit = page.fitToWidth || page.fitToHeight;
  const pages = fit ? ` fitToWidth="${page.fitToWidth ? 1 : 0}" fitToHeight="${page.fitToHeight ? 1 : 0}"` : '';
  const header = `&L&8 ${title.replace(/&/g, '&&')}&R&8 &A`;
  return (
    '<printOptions horizontalCentered="1"/>' +
    '<pageMargins left="0.5" right="0.5" top="0.7" bottom="0.65" header="0.35" footer="0.3"/>' +
    `<pageSetup paperSize="${A4}"${pages} orientation="${escapeAttribute(page.orientation)}"/>` +
    `<headerFooter><oddHeader>${escapeText(header)}</oddHeader><oddFooter>&amp;C&amp;8 &amp;P / &amp;N</oddFooter></headerFooter>`
  );
}
