import { message } from '../../../message';
import type { Check } from '../check';
import { rememberByExpression, visit } from '../expression';

const VOLATILE = new Set(['NOW', 'TODAY', 'RAND', 'RANDBETWEEN', 'RANDARRAY', 'INDIRECT', 'OFFSET', 'INFO', 'CELL']);

/** Functions whose value changes without any input changing. */
export const volatileFunction: Check = {
  id: 'volatile-function',
  severity: 'info',
  certain: true,
  find: (book) =>
    book.sheets.flatMap((sheet) =>
      sheet.formulas.flatMap(({ expression, row, column }) => {
        const name = expression && volatileIn(expression);
        if (!name) return [];
        return [{ sheet, row, column, message: message('review.checks.volatile-function.found', { name }) }];
      }),
    ),
  examples: [
    { name: 'an offset', cells: { A1: '=SUM(OFFSET(B1,0,0,3,1))' }, stored: { A1: 3 }, finds: ['A1'] },
    { name: 'a plain sum', cells: { A1: '=SUM(B1:B3)' }, stored: { A1: 3 }, finds: [] },
  ],
};

const volatileIn = rememberByExpression((expression): string | null => {
  let found: string | null = null;
  visit(expression, (part) => {
    if (part.kind === 'call' && VOLATILE.has(part.name)) found ??= part.name;
  });
  return found;
});
