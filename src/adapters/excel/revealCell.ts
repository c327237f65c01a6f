/// <reference types="office-js" />
import { KmcError, message } from '../../core/message';
import type { CellRef } from '../../core/workbook/cell';

/** @throws KmcError for a sheet that does not exist, or that the user has hidden */
export async function revealCell(context: Excel.RequestContext, { sheet, row, column }: CellRef): Promise<void> {
  const found = context.workbook.worksheets.getItemOrNullObject(sheet).load('visibility');
  await context.sync();
  if (found.isNullObject) throw new KmcError(message('host.unknown-sheet', { sheet }));
  if (found.visibility !== 'Visible') throw new KmcError(message('excel.hidden-sheet', { sheet }));
  found.activate();
  found.getCell(row, column).select();
  await context.sync();
}
