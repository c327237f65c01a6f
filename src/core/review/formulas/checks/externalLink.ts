import { message } from '../../../message';
import type { ReviewedBook, ReviewedSheet } from '../book';
import type { Check } from '../check';
import { once } from '../once';

/** Formulas that read another workbook, told once for each workbook and sheet. */
export const externalLink: Check = {
  id: 'external-link',
  severity: 'warning',
  certain: true,
  find: (book) =>
    book.sheets.flatMap((sheet) =>
      once(linked(sheet, book), ({ text }) => text.replace(/\].*$/s, '')).map(
        ({ first: { row, column, text }, count }) => ({
          sheet,
          row,
          column,
          message: message('review.checks.external-link.found', { text, count }),
        }),
      ),
    ),
  examples: [
    { name: 'a linked cell', cells: { A1: '=[1]Prices!B2*2' }, stored: { A1: 4 }, finds: ['A1'] },
    {
      name: 'several cells linked, told once',
      cells: { A1: '=[1]Prices!B2', A2: '=[1]Prices!B3', A3: '=[2]Rates!A1' },
      finds: ['A1', 'A3'],
    },
    { name: 'a bracket in a text', cells: { A1: '="[1]Prices!B2"' }, stored: { A1: '[1]Prices!B2' }, finds: [] },
  ],
};

function linked(sheet: ReviewedSheet, book: ReviewedBook) {
  return sheet.formulas.flatMap(({ formula, row, column }) => {
    if (!formula.includes('[')) return [];
    const at = { sheet: sheet.snapshot.name, row, column };
    const link = book.graph.reads(at).untold.find(({ reason }) => reason === 'external');
    return link ? [{ row, column, text: link.text }] : [];
  });
}
