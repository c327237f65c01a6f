import { message } from '../../../message';
import type { Check } from '../check';

/** Formulas that read another workbook. */
export const externalLink: Check = {
  id: 'external-link',
  severity: 'warning',
  certain: true,
  find: (book) =>
    book.sheets.flatMap((sheet) =>
      sheet.formulas.flatMap(({ formula, row, column }) => {
        if (!formula.includes('[')) return [];
        const at = { sheet: sheet.snapshot.name, row, column };
        const link = book.graph.reads(at).untold.find(({ reason }) => reason === 'external');
        if (!link) return [];
        return [{ sheet, row, column, message: message('review.checks.external-link.found', { text: link.text }) }];
      }),
    ),
  examples: [
    { name: 'a linked cell', cells: { A1: '=[1]Prices!B2*2' }, stored: { A1: 4 }, finds: ['A1'] },
    { name: 'a bracket in a text', cells: { A1: '="[1]Prices!B2"' }, stored: { A1: '[1]Prices!B2' }, finds: [] },
  ],
};
