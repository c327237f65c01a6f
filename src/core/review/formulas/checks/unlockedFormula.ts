import { message } from '../../../message';
import type { Check } from '../check';

/** Formulas that anyone can type over although the sheet is protected. */
export const unlockedFormula: Check = {
  id: 'unlocked-formula',
  severity: 'info',
  certain: true,
  find: (book) =>
    book.sheets.flatMap((sheet) =>
      (sheet.snapshot.unlockedFormulas ?? [])
        .filter(({ row, column }) => sheet.at(row, column)?.formula)
        .map(({ row, column }) => ({ sheet, row, column, message: message('review.checks.unlocked-formula.found') })),
    ),
  examples: [
    { name: 'one of two formulas', cells: { A1: '=B1', A2: '=B2' }, unlocked: ['A2'], finds: ['A2'] },
    { name: 'every formula locked', cells: { A1: '=B1', A2: 5 }, unlocked: ['A2'], finds: [] },
  ],
};
