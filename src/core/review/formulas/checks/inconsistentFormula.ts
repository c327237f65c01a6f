import { message } from '../../../message';
import { cellAddress } from '../../../workbook/a1';
import type { Check } from '../check';
import { readsTheSame } from '../lines';
import { oddFormulas, withoutNumbers } from '../oddFormulas';

/** A formula other than the one that its neighbours on both sides share. */
export const inconsistentFormula: Check = {
  id: 'inconsistent-formula',
  severity: 'warning',
  certain: false,
  find: (book) =>
    book.sheets.flatMap((sheet) =>
      oddFormulas(sheet)
        .filter(({ cell, like }) => !readsTheSame(cell, like) && withoutNumbers(cell) !== withoutNumbers(like))
        .map(({ cell: { row, column }, like }) => ({
          sheet,
          row,
          column,
          message: message('review.checks.inconsistent-formula.found', { like: cellAddress(like) }),
          about: like,
        })),
    ),
  examples: [
    {
      name: 'one sum among products',
      cells: { A1: '=B1*C1', A2: '=B2*C2', A3: '=B3+D3', A4: '=B4*C4', A5: '=B5*C5' },
      finds: ['A3'],
    },
    {
      name: 'the same formula throughout',
      cells: { A1: '=B1*C1', A2: '=B2*C2', A3: '=B3*C3', A4: '=B4*C4', A5: '=B5*C5' },
      finds: [],
    },
    {
      name: 'a row total that stands in a column of row totals',
      cells: { A1: 1, B1: '=A1', C1: '=SUM(A1:B1)', A2: 2, B2: '=A2', C2: '=SUM(A2:B2)', D1: '=C1', D2: '=C2' },
      finds: [],
    },
  ],
};
