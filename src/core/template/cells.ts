import type { CellPlan, CellStyle, PagePlan } from './plan';

/** @returns a cell of the plan; formula and number format where given */
export const cellAt = (
  row: number,
  column: number,
  value: CellPlan['value'],
  style: CellStyle,
  more: Partial<Pick<CellPlan, 'formula' | 'numberFormat'>> = {},
): CellPlan => ({ row, column, value, style, formula: more.formula ?? null, numberFormat: more.numberFormat ?? null });

/** Rows of every data sheet: title, instruction, an empty one, then the table's header. */
export const HEADER_ROW = 3;

/** A data sheet on paper: A4 landscape, as wide as one page, headers on each. */
export const DATA_PAGE: PagePlan = {
  orientation: 'landscape',
  printArea: null,
  repeatRows: [0, HEADER_ROW],
  fitToWidth: true,
  fitToHeight: false,
};
