import { createRecalculator } from '../../../src/adapters/recalc/univerRecalculator';
import { recalculated } from '../../../src/core/recalculated';
import { EVENT } from './excelEvents';
import type { ExcelWorkbook } from './excelWorkbook';
import { snapshotOf } from './modelFile';

/** Milliseconds after which edits are calculated together. */
const TOGETHER = 30;

/**
 * Lets the model calculate as Excel does: some time after an edit, telling of it. By the engine of the workbench, not by anything of the
 * add-in's own.
 * @returns a function that ends it
 */
export function calculateIn(workbook: ExcelWorkbook): () => void {
  const recalculator = createRecalculator();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let edits = 0;
  const calculate = async () => {
    const began = edits;
    const snapshot = snapshotOf(workbook);
    const result = recalculated(snapshot, await recalculator.recalculate(snapshot));
    if (edits === began) place(workbook, result.edits);
  };
  workbook.onEdit = () => {
    edits++;
    clearTimeout(timer);
    timer = setTimeout(() => void calculate(), TOGETHER);
  };
  return () => {
    workbook.onEdit = () => {};
    clearTimeout(timer);
  };
}

function place(workbook: ExcelWorkbook, results: ReturnType<typeof recalculated>['edits']): void {
  const concerned = new Set<string>();
  for (const { cell, value } of results) {
    const sheet = workbook.worksheets.getItem(cell.sheet);
    sheet.put(cell.row, cell.column, { ...sheet.cell(cell.row, cell.column), value });
    concerned.add(sheet.id);
  }
  for (const worksheetId of concerned) workbook.tell(EVENT.calculated, { worksheetId });
}
