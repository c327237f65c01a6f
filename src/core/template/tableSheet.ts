import { cellAt, DATA_PAGE, HEADER_ROW } from './cells';
import { renderContent, type RowContent } from './content';
import { headerOf, sheetTitle } from './headers';
import type { BlockPlan, CellPlan, SheetPlan, TablePlan, ValidationPlan } from './plan';
import { MAX_ROWS } from '../workbook/sheetColumns';
import { templateText } from './templateText';
import type { ColumnSpec, FormulaContext, Language, TableSpec } from './types';
import { validationFor } from './validation';

/** What a sheet with one table is made from. */
export interface TableSheetParts {
  readonly language: Language;
  readonly context: FormulaContext;
  readonly spec: TableSpec;
  readonly rows: readonly RowContent[];
  /** Empty rows after the filled ones, their formulas in place. */
  readonly blankRows: number;
}

/** @returns the sheet of a table: title, instruction, then the table with its formulas, dropdowns and ranges */
export function planTableSheet(parts: TableSheetParts): SheetPlan {
  const { spec, language, rows, blankRows } = parts;
  const block: BlockPlan = {
    top: HEADER_ROW,
    left: 0,
    bottom: HEADER_ROW + Math.max(rows.length + blankRows, 1),
    right: spec.columns.length - 1,
  };
  return {
    key: spec.sheet,
    name: sheetTitle(spec.sheet, language),
    cells: [...heading(spec.sheet, language), ...tableCells(parts, block)],
    tables: [tablePlan(parts, block)],
    validations: validationsOf(spec, block, language),
    columnWidths: spec.columns.map(({ width }) => width),
    merges: [{ top: 1, left: 0, bottom: 1, right: Math.min(spec.columns.length - 1, INSTRUCTION_COLUMNS - 1) }],
    freeze: { rows: HEADER_ROW + 1, columns: 1 },
    page: { ...DATA_PAGE, printArea: printArea(spec) },
    tabColour: spec.presence === 'always' ? TAB.always : TAB.optional,
  };
}

/** Whole columns, so that rows added later are printed too. */
function printArea({ columns, lastPrinted }: TableSpec): BlockPlan | null {
  if (lastPrinted === undefined) return null;
  return { top: 0, left: 0, bottom: MAX_ROWS - 1, right: columns.findIndex(({ key }) => key === lastPrinted) };
}

/** The instruction runs over the first columns, so that it is read without scrolling. */
const INSTRUCTION_COLUMNS = 9;
const TAB = { always: '1F3A5F', optional: '8A9BB0' };

export const heading = (sheet: string, language: Language): CellPlan[] => [
  cellAt(0, 0, sheetTitle(sheet, language), 'title'),
  cellAt(1, 0, templateText('instructions', sheet, language), 'note'),
];

function tableCells(parts: TableSheetParts, block: BlockPlan): CellPlan[] {
  const { spec, language, rows } = parts;
  const headers = spec.columns.map(({ key }, column) =>
    cellAt(block.top, column, headerOf(spec.name, key, language), 'header'),
  );
  const count = block.bottom - block.top;
  const body = Array.from({ length: count }, (_, index) =>
    spec.columns.map((column, at) => bodyCell(parts, column, rows[index] ?? {}, block.top + 1 + index, at)),
  );
  return [...headers, ...body.flat()];
}

function bodyCell(parts: TableSheetParts, spec: ColumnSpec, row: RowContent, at: number, column: number): CellPlan {
  const { value, formula } = renderContent(row[spec.key], spec, parts.language);
  const prefilled = value === null && formula === null ? (spec.formula?.(parts.context) ?? null) : formula;
  const style = spec.formulaKind === 'computed' ? 'computed' : 'input';
  return cellAt(at, column, value, style, { formula: prefilled, numberFormat: spec.numberFormat });
}

const tablePlan = ({ spec, language, context }: TableSheetParts, block: BlockPlan): TablePlan => ({
  name: spec.name,
  block,
  columns: spec.columns.map(({ key, formula }) => ({
    header: headerOf(spec.name, key, language),
    formula: formula?.(context) ?? null,
  })),
});

function validationsOf(spec: TableSpec, block: BlockPlan, language: Language): ValidationPlan[] {
  return spec.columns.flatMap((column, at) => {
    const cells = { top: block.top + 1, left: at, bottom: block.bottom + SPARE_ROWS, right: at };
    return validationFor(column, cells, language) ?? [];
  });
}

/** Dropdowns reach below the table, for rows that are typed under it. */
const SPARE_ROWS = 200;
