import { message } from '../../../message';
import { rangeAddress, sheetRangeAddress } from '../../../workbook/a1';
import type { FormulaCell, ReviewedBook, ReviewedSheet } from '../book';
import type { Check } from '../check';
import { cellsOf } from '../cellsOf';
import { blockAt, referencesOf, type Block } from '../expression';
import { once } from '../once';

/** A formula in sight that reads cells out of sight: hidden rows, columns or sheets; told once for each formula. */
export const hiddenInput: Check = {
  id: 'hidden-input',
  severity: 'info',
  certain: true,
  find: (book) =>
    book.sheets.flatMap((sheet) =>
      once(readers(sheet, book), ({ r1c1 }) => r1c1).map(({ first: { row, column, cells }, count }) => ({
        sheet,
        row,
        column,
        message: message('review.checks.hidden-input.found', { cells, count }),
      })),
    ),
  examples: [
    {
      name: 'a hidden row inside the total',
      cells: { A1: 1, A2: 2, A3: 3, A4: '=SUM(A1:A3)' },
      stored: { A4: 6 },
      hiddenRows: [1],
      finds: ['A4'],
    },
    {
      name: 'a hidden row elsewhere',
      cells: { A1: 1, A2: 2, A3: '=SUM(A1:A2)', A5: 4 },
      stored: { A3: 3 },
      hiddenRows: [4],
      finds: [],
    },
  ],
};

function readers(sheet: ReviewedSheet, book: ReviewedBook) {
  return sheet.formulas.flatMap((formula) => {
    const { row, column, r1c1 } = formula;
    const isSeen = !isHidden(sheet, { top: row, bottom: row, left: column, right: column });
    const cells = isSeen ? hiddenOf(formula, book) : null;
    return cells ? [{ row, column, r1c1, cells }] : [];
  });
}

function hiddenOf(formula: FormulaCell, book: ReviewedBook): string | null {
  if (!formula.expression) return null;
  for (const reference of referencesOf(formula.expression)) {
    const sheet = reference.sheet === null ? formula.sheet : book.sheet(reference.sheet);
    const block = blockAt(reference, formula);
    if (!sheet || !block || !isHidden(sheet, block) || cellsOf(sheet, block).length === 0) continue;
    return sheet === formula.sheet ? rangeAddress(block) : sheetRangeAddress({ sheet: sheet.snapshot.name, ...block });
  }
  return null;
}

function isHidden({ snapshot }: ReviewedSheet, { top, left, bottom, right }: Block): boolean {
  const meets = (runs: readonly (readonly [number, number])[], from: number, to: number): boolean =>
    runs.some(([first, last]) => first <= to && from <= last);
  return (
    snapshot.visibility !== 'visible' ||
    meets(snapshot.hiddenRows, top, bottom) ||
    meets(snapshot.hiddenColumns, left, right)
  );
}
