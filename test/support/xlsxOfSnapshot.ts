import { applyEdits } from '../../src/adapters/xlsx/write/applyEdits';
import { writeXlsx } from '../../src/adapters/xlsx/write/writeXlsx';
import type { CellPlan, SheetPlan } from '../../src/core/template/plan';
import { isCellError } from '../../src/core/workbook/cell';
import type { Edit } from '../../src/core/workbook/edit';
import type { SheetSnapshot, WorkbookSnapshot } from '../../src/core/workbook/snapshot';

/** The workbook as an .xlsx file: written as a new one, then given the errors and results that a plan cannot say. */
export function xlsxOfSnapshot(workbook: WorkbookSnapshot): Uint8Array {
  const bytes = writeXlsx({
    language: 'ja',
    title: 'test',
    sheets: workbook.sheets.map((sheet, index) => planOf(workbook, sheet, `sheet${index}`)),
    names: workbook.names.map(({ name, formula }) => ({ name, reference: formula })),
  });
  return applyEdits(bytes, workbook.sheets.flatMap(afterwards));
}

function planOf({ tables }: WorkbookSnapshot, sheet: SheetSnapshot, key: string): SheetPlan {
  const cells: CellPlan[] = [];
  sheet.forEachStored((row, column, value, formula, format) => {
    const planned = isCellError(value) || formula !== null ? null : value;
    const numberFormat = format === 'General' ? null : format;
    cells.push({ row, column, value: planned, formula, style: 'plain', numberFormat });
  });
  return {
    key,
    name: sheet.name,
    cells,
    tables: tables
      .filter(({ range }) => range.sheet === sheet.name)
      .map(({ name, range, columns }) => ({
        name,
        block: range,
        columns: columns.map((header) => ({ header, formula: null })),
      })),
    validations: [],
    columnWidths: [],
    merges: [],
    freeze: null,
    page: { orientation: 'portrait', printArea: null, repeatRows: null, fitToWidth: true, fitToHeight: false },
    tabColour: null,
  };
}

function afterwards(sheet: SheetSnapshot): Edit[] {
  const edits: Edit[] = [];
  sheet.forEachCell((row, column, value, formula) => {
    const cell = { sheet: sheet.name, row, column };
    if (formula !== null) edits.push({ kind: 'set-calculated', cell, value });
    else if (isCellError(value)) edits.push({ kind: 'set-value', cell, value });
  });
  return edits;
}
