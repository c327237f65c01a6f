/// <reference types="office-js" />
import type { SheetPlan } from '../../core/template/plan';
import { cellAddress } from '../../core/workbook/a1';
import { blockRange, type PlannedSheet } from './plannedContent';

const POINTS_AN_INCH = 72;
/** Inches, as in a file made of the same plan. */
const MARGINS = {
  leftMargin: 0.5,
  rightMargin: 0.5,
  topMargin: 0.7,
  bottomMargin: 0.65,
  headerMargin: 0.35,
  footerMargin: 0.3,
};

/** What stays in sight, what is printed and how: A4, its title and sheet above, page numbers below. */
export function queuePage([plan, sheet]: PlannedSheet, title: string): void {
  const { freeze, tabColour, tables, page, key } = plan;
  if (freeze) queueFreeze(sheet, freeze);
  if (tabColour !== null) sheet.tabColor = tabColour;
  // A sheet with tables is worked in and keeps its grid lines; a form is read and has none.
  if (tables.length === 0) sheet.showGridlines = false;
  queuePrint(sheet, page, title);
  if (key === LISTS) sheet.visibility = 'Hidden';
}

/** Key of the sheet that holds lists too long for a validation. */
const LISTS = 'lists';

function queueFreeze({ freezePanes }: Excel.Worksheet, { rows, columns }: { rows: number; columns: number }): void {
  if (rows > 0 && columns > 0) freezePanes.freezeAt(`A1:${cellAddress({ row: rows - 1, column: columns - 1 })}`);
  else if (rows > 0) freezePanes.freezeRows(rows);
  else if (columns > 0) freezePanes.freezeColumns(columns);
}

function queuePrint(sheet: Excel.Worksheet, page: SheetPlan['page'], title: string): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = page.orientation === 'portrait' ? 'Portrait' : 'Landscape';
  pageLayout.paperSize = 'A4';
  pageLayout.centerHorizontally = true;
  for (const [name, inches] of Object.entries(MARGINS)) {
    pageLayout[name as keyof typeof MARGINS] = inches * POINTS_AN_INCH;
  }
  if (page.fitToWidth || page.fitToHeight) {
    pageLayout.zoom = {
      ...(page.fitToWidth && { horizontalFitToPages: 1 }),
      ...(page.fitToHeight && { verticalFitToPages: 1 }),
    };
  }
  if (page.printArea) pageLayout.setPrintArea(blockRange(sheet, page.printArea));
  if (page.repeatRows) {
    const [first, last] = page.repeatRows;
    pageLayout.setPrintTitleRows(sheet.getRangeByIndexes(first, 0, last - first + 1, 1));
  }
  const { defaultForAllPages } = pageLayout.headersFooters;
  defaultForAllPages.leftHeader = `&8 ${title.replaceAll('&', '&&')}`;
  defaultForAllPages.rightHeader = '&8 &A';
  defaultForAllPages.centerFooter = '&8 &P / &N';
}
