import { message } from '../../../message';
import { cellAddress } from '../../../workbook/a1';
import { isCellError } from '../../../workbook/cell';
import {
  isAmount,
  isTypedNumber,
  type FormulaCell,
  type ReviewedBook,
  type ReviewedSheet,
  type UsedCell,
} from '../book';
import type { Check, Remark } from '../check';
import { evaluateAt } from '../evaluateAt';
import { blockAt, referencesOf } from '../expression';
import { along, isFilledAlong, linesOf, reads, readsCells, type Direction } from '../lines';
import { withoutNumbers } from '../oddFormulas';
import { isInside, stretchesOf } from '../ranges';

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
      name: 'another number in the first row, and in the last above a total',
      cells: {
        ...{ A1: 2, B1: 3, C1: 7, A2: 4, B2: 5, C2: '=A2*B2', A3: 6, B3: 7, C3: '=A3*B3', A4: 8, B4: 9, C4: '=A4*B4' },
        ...{ A5: 1, B5: 2, C5: 9.5, C6: '=SUM(C1:C5)' },
      },
      stored: { C2: 20, C3: 42, C4: 72, C6: 150.5 },
      finds: ['C1', 'C5'],
    },
    {
      name: 'a number among formulas of texts',
      cells: {
        A1: 'a1',
        B1: '=VALUE(MID(A1,2,9))',
        A2: 'a2',
        B2: '=VALUE(MID(A2,2,9))',
        A3: 'a3',
        B3: 4,
        A4: 'a5',
        B4: '=VALUE(MID(A4,2,9))',
      },
      stored: { B1: 1, B2: 2, B4: 5 },
      finds: ['B3'],
    },
    {
      name: 'an opening stock, from which the others go on',
      cells: { A1: 50, B1: 3, C1: '=A1+B1', A2: '=C1', B2: 4, C2: '=A2+B2', A3: '=C2', B3: 5, C3: '=A3+B3', A4: '=C3' },
      stored: { C1: 53, A2: 53, C2: 57, A3: 57, C3: 62, A4: 62 },
      finds: [],
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
  for (const { formula } of run)
    if (formula) counts.set(withoutNumbers(formula), (counts.get(withoutNumbers(formula)) ?? 0) + 1);
  const numbers = run.filter(isTypedNumber).length;
  const isCalculated = run.length - numbers >= numbers;
  const rules = (formula: FormulaCell): boolean => {
    const count = counts.get(withoutNumbers(formula))!;
    return count > numbers || (isCalculated && count >= book.thresholds.rule);
  };
  // The first of a column, where the rest does not go on from it; what a row begins with are its inputs.
  const beginning = (position: number): FormulaCell | null => {
    const next = direction === 'column' && position === 0 && isAmount(run[0]) ? run[1]!.formula : null;
    return next?.expression && rules(next) && readsItsRow(next) ? next : null;
  };
  const nearestBefore = nearestFormulas(run);
  const nearestAfter = nearestFormulas([...run].reverse()).reverse();
  return run.flatMap((cell, position) => {
    const after = nearestAfter[position];
    const before = nearestBefore[position] ?? beginning(position);
    if (!isTypedNumber(cell) || !before?.expression) return [];
    const isBetween = after !== null && after !== undefined && withoutNumbers(before) === withoutNumbers(after);
    if (!(isBetween && (isCalculated || !readsItsLine(before, direction))) && !rules(before)) return [];
    if (!readsCells(before.expression) || !isFilledAlong(before.expression, direction)) return [];
    if (reads(before, cell) || (after && reads(after, cell) && !(rules(before) && addsUp(after, cell)))) return [];
    const trial = evaluateAt(before.expression, book, sheet, cell);
    if (!trial)
      return isBetween && rules(before) && isFedAt(before, cell, book, sheet) ? [[cell, before] as const] : [];
    if (trial.unfed > 0 || trial.inputs === 0 || (!isBetween && feedsItsLine(cell, direction, book, sheet))) return [];
    return [[cell, before] as const];
  });
}

/** Where a formula cannot be tried (a function of texts or dates, say): whether each cell it would read holds something. */
function isFedAt({ expression }: FormulaCell, cell: UsedCell, book: ReviewedBook, sheet: ReviewedSheet): boolean {
  const singles = referencesOf(expression!).filter(({ single }) => single);
  const moving = singles.filter(({ top, left }) => !(top.absolute && left.absolute));
  const contents = singles.map((reference) => {
    const block = blockAt(reference, cell);
    const target = reference.sheet === null ? sheet : book.sheet(reference.sheet);
    return (block && target?.at(block.top, block.left)?.value) ?? null;
  });
  return moving.length > 0 && contents.every((content) => content !== null && !isCellError(content));
}

/** A step from the numbers before it in its own line is no formula of the whole line. */
const readsItsLine = ({ expression }: FormulaCell, direction: Direction): boolean =>
  referencesOf(expression!).some(({ sheet, top, left }) => {
    const across = direction === 'row' ? top : left;
    return sheet === null && !across.absolute && across.at === 0;
  });

const readsItsRow = ({ expression }: FormulaCell): boolean =>
  referencesOf(expression!).every(
    ({ sheet, top, single }) => sheet !== null || top.absolute || (single && top.at === 0),
  );

/** A total reads the results of a line, other formulas its inputs. */
const addsUp = (formula: FormulaCell, { row, column }: Pick<UsedCell, 'row' | 'column'>): boolean =>
  stretchesOf(formula).some(({ block }) => isInside({ top: row, bottom: row, left: column, right: column }, block));

/** What a formula of the same line reads is an input of that line. */
function feedsItsLine(
  { row, column }: UsedCell,
  direction: Direction,
  book: ReviewedBook,
  sheet: ReviewedSheet,
): boolean {
  const { name } = sheet.snapshot;
  return book.graph
    .dependents({ sheet: name, row, column })
    .filter((reader) => reader.sheet === name && (direction === 'row' ? reader.row === row : reader.column === column))
    .some((reader) => !addsUp(sheet.at(reader.row, reader.column)!.formula!, { row, column }));
}

/** One of numbers only, `=4279+12`, is a number worked out in place. */
function nearestFormulas(run: readonly UsedCell[]): (FormulaCell | null)[] {
  let nearest: FormulaCell | null = null;
  return run.map(
    ({ formula }) => (nearest = formula?.expression && readsCells(formula.expression) ? formula : nearest),
  );
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
