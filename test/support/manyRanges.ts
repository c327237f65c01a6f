import { createRecalculator } from '../../src/adapters/recalc/univerRecalculator';
import { planWorkbook } from '../../src/core/template/planWorkbook';
import type { WorkbookEdit } from '../../src/core/workbook/edit';
import { withEdits } from '../../src/core/workbook/withEdits';
import { planSnapshot } from './planSnapshot';

/** Run as a process of its own, with little memory: `FORMULAS` sums, each over another range of `CELLS` cells and more. */
const FORMULAS = 800;
const CELLS = 10_000;
const [VALUES, SUMS] = [0, 31];

const blank = planSnapshot(planWorkbook({ language: 'en' }));
const sheet = blank.sheets.at(-1)!.name;
const edits = Array.from({ length: FORMULAS }, (_, at): WorkbookEdit[] => [
  { kind: 'set-value', cell: { sheet, row: 300 + at, column: VALUES }, value: at + 1 },
  {
    kind: 'set-formula',
    cell: { sheet, row: 300 + at, column: SUMS },
    formula: `SUM(A$301:A${CELLS + at})`,
    value: null,
  },
]).flat();

void createRecalculator()
  .recalculate(withEdits(blank, edits))
  .then(({ cells }) => {
    const sums = new Set(cells.filter(({ cell }) => cell.column === SUMS).map(({ value }) => value));
    process.stdout.write(JSON.stringify([...sums]));
  });
