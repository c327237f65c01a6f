/// <reference types="office-js" />
import type { CellRef } from '../../core/workbook/cell';
import { isCellError } from '../../core/workbook/cell';
import type { Edit } from '../../core/workbook/edit';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { readWorkbook } from './readWorkbook';
import { writeEdits } from './writeEdits';

/** A call of an add-in function of ours, in the form the reader gives. */
const OURS = /(^|[^\w.])KMC\.[A-Z]/i;

/**
 * Cells that call a KMC function and show `#NAME?`. Excel gives that where the formula was entered before the add-in was there, and leaves
 * it for good.
 * @returns the cells with their formulas, on every sheet of the snapshot
 */
export function unknownFunctions({ sheets }: WorkbookSnapshot): readonly Edit[] {
  const found: Edit[] = [];
  for (const sheet of sheets) {
    sheet.forEachCell((row, column, value, formula) => {
      if (formula === null || !OURS.test(formula) || !isCellError(value) || value.error !== '#NAME?') return;
      found.push({ kind: 'set-formula', cell: { sheet: sheet.name, row, column }, formula, value: null });
    });
  }
  return found;
}

/**
 * Enters the formulas of those cells once more, which makes Excel look for the function again.
 * @returns the cells that still show `#NAME?`: functions there are not, or a namespace of another build
 * @throws KmcError where a sheet is protected; nothing is changed on it
 */
export async function repairUnknownFunctions(context: Excel.RequestContext): Promise<readonly CellRef[]> {
  await writeEdits(context, await unknownNow(context));
  return (await unknownNow(context)).map(({ cell }) => cell);
}

const unknownNow = async (context: Excel.RequestContext): Promise<readonly Edit[]> =>
  unknownFunctions(await readWorkbook(context, 'all'));
