/// <reference types="office-js" />
import type { BlockPlan, CellPlan, SheetPlan } from '../../core/template/plan';
import type { Edit } from '../../core/workbook/edit';
import { blocksOf, entriesOf } from './editBlocks';

/** A sheet of a plan, and the sheet of the open workbook that is to become it. */
export type PlannedSheet = readonly [SheetPlan, Excel.Worksheet];

export const blockRange = (sheet: Excel.Worksheet, { top, left, bottom, right }: BlockPlan): Excel.Range =>
  sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);

/** Constants, headers among them. */
export const queueValues = ([{ cells }, sheet]: PlannedSheet): void => queueEdits(cells.flatMap(valueEdit), sheet);

export const queueFormulas = ([{ cells }, sheet]: PlannedSheet): void => queueEdits(cells.flatMap(formulaEdit), sheet);

/** Tables over cells that hold their headers already. */
export function queueTables([{ tables }, sheet]: PlannedSheet): void {
  for (const { name, block } of tables) {
    const table = sheet.tables.add(blockRange(sheet, block), true);
    table.name = name;
    table.style = 'TableStyleLight1';
    table.showBandedRows = false;
  }
}

function queueEdits(edits: readonly Edit[], sheet: Excel.Worksheet): void {
  for (const block of blocksOf(edits)) {
    const { top, left } = block;
    sheet.getRangeByIndexes(top, left, block.edits.length, block.edits[0]!.length).formulas = entriesOf(block);
  }
}

/** The sheet has no name yet that would matter here: all cells of a list are of one sheet. */
const at = ({ row, column }: CellPlan) => ({ sheet: '', row, column });

const valueEdit = (cell: CellPlan): Edit[] =>
  cell.formula !== null || cell.value === null ? [] : [{ kind: 'set-value', cell: at(cell), value: cell.value }];

const formulaEdit = (cell: CellPlan): Edit[] =>
  cell.formula === null ? [] : [{ kind: 'set-formula', cell: at(cell), formula: cell.formula, value: null }];
