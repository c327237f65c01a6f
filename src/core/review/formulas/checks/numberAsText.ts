import { message } from '../../../message';
import { cellAddress } from '../../../workbook/a1';
import type { UsedCell } from '../book';
import type { Check } from '../check';
import { byColumn, listBlocksOf, within } from '../ranges';

const NUMBER = /^\s*[-+]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?\s*%?\s*$/;

/** Text that looks like a number inside a range that is summed or averaged. */
export const numberAsText: Check = {
  id: 'number-as-text',
  severity: 'error',
  certain: true,
  find: (book) =>
    book.sheets.flatMap((sheet) => {
      const texts = byColumn(sheet.cells.filter(isNumberAsText));
      if (texts.size === 0) return [];
      return sheet.formulas.flatMap((formula) => {
        const cell = listBlocksOf(formula).flatMap((block) => within(block, texts))[0];
        if (!cell) return [];
        const params = { reads: cellAddress(cell), text: cell.value as string };
        const { row, column } = formula;
        return [{ sheet, row, column, message: message('review.checks.number-as-text.found', params) }];
      });
    }),
  examples: [
    { name: 'a text among numbers', cells: { A1: 1, A2: '2.5', A3: '=SUM(A1:A2)' }, stored: { A3: 1 }, finds: ['A3'] },
    { name: 'a count of texts', cells: { A1: '1', A2: '2', A3: '=COUNTA(A1:A2)' }, stored: { A3: 2 }, finds: [] },
    { name: 'a heading', cells: { A1: 'FY2025', A2: 2.5, A3: '=SUM(A1:A2)' }, stored: { A3: 2.5 }, finds: [] },
  ],
};

const isNumberAsText = ({ value, formula }: UsedCell): boolean =>
  formula === null && typeof value === 'string' && looksLikeNumber(value.normalize('NFKC'));

/** @param plain text in compatibility form (NFKC) */
export const looksLikeNumber = (plain: string): boolean => /\d/.test(plain) && NUMBER.test(plain);
