import { message } from '../../../message';
import { cellAddress, sheetCellAddress } from '../../../workbook/a1';
import { isCellError } from '../../../workbook/cell';
import type { FormulaCell, ReviewedBook, ReviewedSheet, UsedCell } from '../book';
import type { Check, Remark } from '../check';
import { cellsOf } from '../cellsOf';
import { blockAt, referencesOf } from '../expression';
import { once } from '../once';

/** Cells that show an error: where it arises, and where it is only passed on; told once for cells of one formula. */
export const errorValue: Check = {
  id: 'error-value',
  severity: 'error',
  certain: true,
  find: (book) =>
    book.sheets.flatMap((sheet) =>
      once(wrongCells(sheet, book), ({ key }) => key).map(({ first: { row, column, error, from }, count }): Remark => {
        const text = from
          ? message('review.checks.error-value.carried', { error, from, count })
          : message('review.checks.error-value.origin', { error, count });
        return { sheet, row, column, message: text };
      }),
    ),
  examples: [
    {
      name: 'a division by nothing and what it reaches',
      cells: { A1: '=1/B1', A2: '=A1*2', A3: 5 },
      stored: { A1: { error: '#DIV/0!' }, A2: { error: '#DIV/0!' } },
      finds: ['A1', 'A2'],
    },
    { name: 'numbers', cells: { A1: '=1/B1', B1: 2 }, stored: { A1: 0.5 }, finds: [] },
  ],
};

function wrongCells(sheet: ReviewedSheet, book: ReviewedBook) {
  return sheet.cells.flatMap(({ row, column, value, formula }) => {
    if (!isCellError(value)) return [];
    const from = formula && sourceOf(formula, book);
    const key = `${value.error} ${from === null} ${formula?.r1c1 ?? cellAddress({ row, column })}`;
    return [{ row, column, error: value.error, from, key }];
  });
}

/** @returns address of a cell with an error that the formula reads, `null` where the error is its own */
function sourceOf(formula: FormulaCell, book: ReviewedBook): string | null {
  if (!formula.expression) return null;
  for (const reference of referencesOf(formula.expression)) {
    const sheet = reference.sheet === null ? formula.sheet : book.sheet(reference.sheet);
    const block = blockAt(reference, formula);
    const source = sheet && block && cellsOf(sheet, block).find(({ value }: UsedCell) => isCellError(value));
    if (source)
      return sheet === formula.sheet
        ? cellAddress(source)
        : sheetCellAddress({ sheet: sheet.snapshot.name, ...source });
  }
  return null;
}
