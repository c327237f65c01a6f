import { message } from '../../../message';
import { cellAddress } from '../../../workbook/a1';
import type { Check } from '../check';
import { oddFormulas, withoutNumbers, type OddFormula } from '../oddFormulas';

/** The neighbours' formula with another number written in it: a factor that was changed in one row. */
export const literalDiffers: Check = {
  id: 'literal-differs',
  severity: 'warning',
  certain: false,
  find: (book) =>
    book.sheets.flatMap((sheet) =>
      alone(
        oddFormulas(sheet, book.thresholds).filter(({ cell, like }) => withoutNumbers(cell) === withoutNumbers(like)),
      ).map(({ cell: { row, column }, like }) => ({
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
      name: 'hours of each row written into its formula',
      cells: {
        ...{ A1: '=B1/6', A2: '=B2/6', A3: '=B3/6', A4: '=B4/1', A5: '=B5/6', A6: '=B6/6', A7: '=B7/6' },
        ...{ A8: '=B8/18', A9: '=B9/6', A10: '=B10/6' },
      },
      finds: [],
    },
    {
      name: 'one factor throughout',
      cells: { A1: '=B1*0.423', A2: '=B2*0.423', A3: '=B3*0.423', A4: '=B4*0.423', A5: '=B5*0.423' },
      finds: [],
    },
  ],
};

/** Where several numbers differ from the rest, the number is an amount of its row written into the formula, not a factor changed. */
function alone(found: readonly OddFormula[]): readonly OddFormula[] {
  const counts = new Map<string, number>();
  for (const { like } of found) counts.set(like.r1c1, (counts.get(like.r1c1) ?? 0) + 1);
  return found.filter(({ like }) => counts.get(like.r1c1) === 1);
}
