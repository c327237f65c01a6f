import { createRecalculator } from '../../../src/adapters/recalc/univerRecalculator';
import { assess } from '../../../src/core/calculation/assess';
import type { Assessment } from '../../../src/core/calculation/types';
import { readCase } from '../../../src/core/reader/readCase';
import { recalculated } from '../../../src/core/recalculated';
import type { WorkbookPlan } from '../../../src/core/template/plan';
import { RESULT_NAMES } from '../../../src/core/template/resultSheet';
import { isCellError, type CellValue } from '../../../src/core/workbook/cell';
import { planSnapshot } from '../../support/planSnapshot';

export interface CalculatedPlan {
  /** Values of the result sheet's named cells, an error by its code. */
  readonly named: Readonly<Record<string, number | string | boolean | null>>;
  /** Values of the result sheet, row by row from the row of the first stage. */
  readonly stages: readonly (readonly CellValue[])[];
  readonly assessment: Assessment;
  /** Values of the result sheet right of a label in its first column. */
  readonly beside: (label: string) => readonly (number | string | boolean | null)[];
}

/** Calculates a plan's formulas in the grid's engine and its case in the core: two ways to the same numbers. */
export async function calculatedPlan(plan: WorkbookPlan): Promise<CalculatedPlan> {
  const snapshot = planSnapshot(plan);
  const { snapshot: done } = recalculated(snapshot, await createRecalculator().recalculate(snapshot));
  const { name, cells } = plan.sheets.find(({ key }) => key === 'result')!;
  const sheet = done.sheets.find((one) => one.name === name)!;
  const first = cells.find(({ value }) => value === '原材料調達' || value === 'Raw materials')!.row;
  return {
    named: Object.fromEntries(
      plan.names
        .filter((one) => NAMES.includes(one.name))
        .map((one) => [one.name, shown(valueAt(one.reference, sheet.value.bind(sheet)))]),
    ),
    stages: [0, 1, 2, 3, 4].map((row) => [1, 2, 3, 4].map((column) => sheet.value(first + row, column))),
    assessment: assess(readCase(done)),
    beside: (label) => {
      const found = cells.find(({ value, column }) => column === 0 && value === label)!;
      return [1, 2, 3, 4, 5].map((column) => shown(sheet.value(found.row, column)));
    },
  };
}

function valueAt(reference: string, read: (row: number, column: number) => CellValue): CellValue {
  const [, column, row] = /\$([A-Z])\$(\d+)$/.exec(reference)!;
  return read(Number(row) - 1, column!.charCodeAt(0) - 65);
}

const shown = (value: CellValue) => (isCellError(value) ? value.error : value);

export const NAMES = Object.keys(RESULT_NAMES);

/** Relative to the larger magnitude; what 15 digits of a double allow after a dozen operations. */
export const agree = (a: number, b: number, scale = Math.max(Math.abs(a), Math.abs(b))): boolean =>
  Math.abs(a - b) <= 1e-12 * scale;
