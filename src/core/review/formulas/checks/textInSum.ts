import { message } from '../../../message';
import { cellAddress } from '../../../workbook/a1';
import type { UsedCell } from '../book';
import type { Check } from '../check';
import { cellsOf } from '../cellsOf';
import { looksLikeNumber } from './numberAsText';
import { byColumn, listBlocksOf, within } from '../ranges';

/** A figure with at most a sign or an 約 before it; FY2025 and No. 3 are names. */
const AMOUNT = /^\s*(?:約|およそ|ca\.?|about|approx\.?)?\s*[~〜≈<>≤≥¥$△▲+-]*\s*\d/i;

const LONGEST = 20;

/** Text with a figure in it (約100, 12 kWh) between the numbers of a sum, which passes it over. */
export const textInSum: Check = {
  id: 'text-in-sum',
  severity: 'warning',
  certain: true,
  find: (book) =>
    book.sheets.flatMap((sheet) => {
      const texts = byColumn(sheet.cells.filter(isAmountInWords));
      if (texts.size === 0) return [];
      return sheet.formulas.flatMap((formula) => {
        const found = listBlocksOf(formula)
          .flatMap((block) => within(block, texts).map((cell) => ({ cell, block })))
          .find(({ cell, block }) =>
            cellsOf(sheet, block).some(
              ({ row, column, value }) =>
                typeof value === 'number' && (row < cell.row || (row === cell.row && column < cell.column)),
            ),
          );
        if (!found) return [];
        const params = { reads: cellAddress(found.cell), text: found.cell.value as string };
        const { row, column } = formula;
        return [{ sheet, row, column, message: message('review.checks.text-in-sum.found', params) }];
      });
    }),
  examples: [
    {
      name: 'an amount in words',
      cells: { A1: 'Amount', A2: 3, A3: '約100', A4: 5, A5: '=SUM(A2:A4)' },
      stored: { A5: 8 },
      finds: ['A5'],
    },
    { name: 'a dash for nothing', cells: { A2: 3, A3: '－', A4: 5, A5: '=SUM(A2:A4)' }, stored: { A5: 8 }, finds: [] },
    { name: 'headings', cells: { A1: 2, A2: 'FY2025', A3: 3, A4: '=SUM(A1:A3)' }, stored: { A4: 5 }, finds: [] },
  ],
};

function isAmountInWords({ value, formula }: UsedCell): boolean {
  if (formula !== null || typeof value !== 'string') return false;
  const plain = value.normalize('NFKC');
  return AMOUNT.test(plain) && plain.length <= LONGEST && !looksLikeNumber(plain);
}
