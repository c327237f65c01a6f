/// <reference types="office-js" />
import { explained } from './failure';

/**
 * Runs a batch against the open workbook. While the user is typing into a cell Excel takes no calls: the batch then waits.
 * @throws KmcError for whatever Excel refuses
 */
export async function inExcel<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, batch);
  } catch (error) {
    throw explained(error);
  }
}
