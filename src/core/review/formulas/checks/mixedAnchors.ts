import { message } from '../../../message';
import { cellAddress } from '../../../workbook/a1';
import type { Check } from '../check';
import { readsTheSame } from '../lines';
import { oddFormulas } from '../oddFormulas';

/** A formula that reads what its neighbours' formula would read here, but with the `$` set differently. */
export const mixedAnchors: Check = {
  id: 'mixed-anchors',
  severity: 'info',
  certain: true,
  find: (book) =>
    book.sheets.flatMap((sheet) =>
      oddFormulas(sheet, book.thresholds)
        .filter(({ cell, like }) => readsTheSame(cell, like))
        .map(({ cell: { row, column }, like }) => ({
          sheet,
          row,
          column,
          message: message('review.checks.mixed-anchors.found', { like: cellAddress(like) }),
          about: like,
        })),
    ),
  examples: [
    {
      name: 'one formula without the $',
      cells: { A1: '=B1*$D$1', A2: '=B2*$D$1', A3: '=B3*D1', A4: '=B4*$D$1', A5: '=B5*$D$1' },
      finds: ['A3'],
    },
    {
      name: 'the same $ throughout',
      cells: { A1: '=B1*$D$1', A2: '=B2*$D$1', A3: '=B3*$D$1', A4: '=B4*$D$1', A5: '=B5*$D$1' },
      finds: [],
    },
  ],
};
