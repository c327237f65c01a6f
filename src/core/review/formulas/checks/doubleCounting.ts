import { message } from '../../../message';
import { cellAddress, rangeAddress } from '../../../workbook/a1';
import type { Check } from '../check';
import type { Block } from '../expression';
import { byColumn, sumBlocksOf, within } from '../ranges';

/** A sum over a range that holds a subtotal and the cells of that subtotal. */
export const doubleCounting: Check = {
  id: 'double-counting',
  severity: 'error',
  certain: true,
  find: (book) =>
    book.sheets.flatMap((sheet) => {
      const sums = new Map(sheet.formulas.map((formula) => [formula, sumBlocksOf(formula)] as const));
      const subtotals = byColumn([...sums.keys()].filter((formula) => sums.get(formula)!.length > 0));
      return [...sums].flatMap(([{ row, column }, blocks]) => {
        const twice = blocks.flatMap((block) =>
          within(block, subtotals)
            .filter((formula) => sums.get(formula)!.some((inner) => isInside(inner, block)))
            .map((cell) => ({ range: rangeAddress(block), subtotal: cellAddress(cell) })),
        )[0];
        return twice ? [{ sheet, row, column, message: message('review.checks.double-counting.found', twice) }] : [];
      });
    }),
  examples: [
    {
      name: 'a subtotal inside the total',
      cells: { A1: 1, A2: 2, A3: '=SUM(A1:A2)', A4: 4, A5: '=SUM(A1:A4)' },
      stored: { A3: 3, A5: 10 },
      finds: ['A5'],
    },
    {
      name: 'a levy on the items above it',
      cells: { A1: 1, A2: 2, A3: '=SUM(A1:A2)*0.1', A4: '=SUM(A1:A3)' },
      stored: { A3: 0.3, A4: 3.3 },
      finds: [],
    },
    {
      name: 'a total that is halved for it',
      cells: { A1: 1, A2: 2, A3: '=SUM(A1:A2)', A4: '=SUM(A1:A3)/2' },
      stored: { A3: 3, A4: 3 },
      finds: [],
    },
    {
      name: 'a total of subtotals',
      cells: { A1: 1, A2: 2, A3: '=SUM(A1:A2)', A4: 4, A5: 5, A6: '=SUM(A4:A5)', A7: '=A3+A6' },
      stored: { A3: 3, A6: 9, A7: 12 },
      finds: [],
    },
  ],
};

const isInside = (inner: Block, outer: Block): boolean =>
  inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right;
