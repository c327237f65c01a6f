import { message } from '../../../message';
import { cellAddress } from '../../../workbook/a1';
import { isTypedNumber, type FormulaCell, type ReviewedBook, type ReviewedSheet, type UsedCell } from '../book';
import type { Check, Remark } from '../check';
import { evaluateAt } from '../evaluateAt';
import { along, isFilledAlong, linesOf, reads, readsCells, type Direction } from '../lines';

/** Blank rows or columns within one stretch of a line. */
const MOST_BLANKS = 1;

/** A typed number between formulas that are all the same, where that formula would have something to read. */
export const numberAmongFormulas: Check = {
  id: 'number-among-formulas',
  severity: 'warning',
  certain: false,
  find: (book) => book.sheets.flatMap((sheet) => [...inSheet(book, sheet).values()]),
  examples: [
    {
      name: 'one number in a column of products',
      cells: { A1: 2, B1: 3, C1: '=A1*B1', A2: 4, B2: 5, C2: 21, A3: 6, B3: 7, C3: '=A3*B3' },
      stored: { C1: 6, C3: 42 },
      finds: ['C2'],
    },
    {
      name: 'a heading year and inputs',
      cells: { A1: 2025, A2: 3, A3: 4, A4: '=SUM(A2:A3)', B1: 2026, B2: 5, B3: 6, B4: '=SUM(B2:B3)' },
      stored: { A4: 7, B4: 11 },
      finds: [],
    },
  ],
};

function inSheet(book: ReviewedBook, sheet: ReviewedSheet): Map<string, Remark> {
  const found = new Map<string, Remark>();
  for (const direction of ['row', 'column'] as const)
    for (const line of linesOf(sheet, direction))
      for (const run of runsOf(line, direction)) {
        for (const [cell, about] of among(run, direction, book, sheet))
          if (!found.has(cellAddress(cell))) found.set(cellAddress(cell), remark(sheet, cell, about));
      }
  return found;
}

/** Stretches of numbers and formulas without a text or a longer gap in between. */
function runsOf(line: readonly UsedCell[], direction: Direction): readonly (readonly UsedCell[])[] {
  const runs: UsedCell[][] = [];
  let run: UsedCell[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const cell of line) {
    const belongs = cell.formula !== null || typeof cell.value === 'number';
    if (!belongs || along(cell, direction) - last > MOST_BLANKS + 1) {
      if (run.length > 2) runs.push(run);
      run = [];
    }
    if (belongs) {
      run.push(cell);
      last = along(cell, direction);
    }
  }
  if (run.length > 2) runs.push(run);
  return runs;
}

function among(
  run: readonly UsedCell[],
  direction: Direction,
  book: ReviewedBook,
  sheet: ReviewedSheet,
): readonly (readonly [UsedCell, FormulaCell])[] {
  const counts = new Map<string, number>();
  for (const { formula } of run) if (formula) counts.set(formula.r1c1, (counts.get(formula.r1c1) ?? 0) + 1);
  const numbers = run.filter(isTypedNumber).length;
  const nearestBefore = nearestFormulas(run);
  const nearestAfter = nearestFormulas([...run].reverse()).reverse();
  return run.flatMap((cell, position) => {
    const before = nearestBefore[position];
    const after = nearestAfter[position];
    if (!isTypedNumber(cell) || !before?.expression) return [];
    if (before.r1c1 !== after?.r1c1 && counts.get(before.r1c1)! <= numbers) return [];
    if (!readsCells(before.expression) || !isFilledAlong(before.expression, direction)) return [];
    if (reads(before, cell) || (after && reads(after, cell))) return [];
    const trial = evaluateAt(before.expression, book, sheet, cell);
    return trial && trial.unfed === 0 && trial.inputs > 0 ? [[cell, before] as const] : [];
  });
}

function nearestFormulas(run: readonly UsedCell[]): (FormulaCell | null)[] {
  let nearest: FormulaCell | null = null;
  return run.map(({ formula }) => (nearest = formula ?? nearest));
}

const remark = (sheet: ReviewedSheet, cell: UsedCell, about: FormulaCell): Remark => ({
  sheet,
  row: cell.row,
  column: cell.column,
  message: message('review.checks.number-among-formulas.found', {
    value: cell.value as number,
    like: cellAddress(about),
  }),
  about,
});
