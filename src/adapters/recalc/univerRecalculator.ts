import { FUNCTIONS } from '../../core/functions/registry';
import type { FunctionSpec } from '../../core/functions/types';
import type { Recalculator } from '../../core/ports';
import type { CellRef } from '../../core/workbook/cell';
import type { Recalculation } from '../../core/workbook/recalculation';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { Calculation } from './calculation';

/**
 * Calculates a workbook's formulas with the grid's engine. One engine a call, disposed of at its end; nothing is kept in between.
 *
 * @param functions the add-in's functions
 */
export function createRecalculator(functions: readonly FunctionSpec[] = FUNCTIONS): Recalculator {
  return { recalculate: async (snapshot, changed = []) => recalculate(snapshot, changed, functions) };
}

function recalculate(
  snapshot: WorkbookSnapshot,
  changed: readonly CellRef[],
  functions: readonly FunctionSpec[],
): Recalculation {
  const calculation = new Calculation(snapshot, changed, functions);
  try {
    return calculation.recalculation;
  } finally {
    calculation.dispose();
  }
}
