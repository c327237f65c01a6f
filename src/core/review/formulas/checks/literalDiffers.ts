import { message } from '../../../message';
import { cellAddress } from '../../../workbook/a1';
import type { Check } from '../check';
import { oddFormulas, withoutNumbers } from '../oddFormulas';

/** The neighbours' formula with another number written in it: a factor that was changed in one row. */
export const literalDiffers: Check = {
  id: 'literal-differs',
  severity: 'warning',
  certain: false,
  find: (book) =>
    book.sheets.flatMap((sheet) =>
      oddFormulas(sheet)
        .filter(({ cell, like }) => withoutNumbers(cell) === withoutNumbers(like))
        .map(({ cell: { row, column }, like }) => ({
          sheet,
          row,
          column,
          message: message('review.checks.literal-differs.found', { like: cellAddress(like) }),
          about: like,
        })),
    ),
  examples: [
    {
      name: 'one row with an older factor',
      cells: { A1: '=B1*0.423', A2: '=B2*0.423', A3: '=B3*0.441', A4: '=B4*0.423', A5: '=B5*0.423' },
      finds: ['A3'],
    },
    {
      name: 'one factor throughout',
      cells: { A1: '=B1*0.423', A2: '=B2*0.423', A3: '=B3*0.423', A4: '=B4*0.423', A5: '=B5*0.423' },
      finds: [],
    },
  ],
};
