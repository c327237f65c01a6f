import { message } from '../../../message';
import type { Check } from '../check';
import { visit } from '../expression';

const VOLATILE = new Set(['NOW', 'TODAY', 'RAND', 'RANDBETWEEN', 'RANDARRAY', 'INDIRECT', 'OFFSET', 'INFO', 'CELL']);

/** Functions whose value changes without any input changing. */
export const volatileFunction: Check = {
  id: 'volatile-function',
  severity: 'info',
  certain: true,
  find: (book) =>
    book.sheets.flatMap((sheet) =>
      sheet.formulas.flatMap(({ expression, row, column }) => {
        const names: string[] = [];
        if (expression)
          visit(expression, (part) => part.kind === 'call' && VOLATILE.has(part.name) && names.push(part.name));
        const [name] = names;
        if (!name) return [];
        return [{ sheet, row, column, message: message('review.checks.volatile-function.found', { name }) }];
      }),
    ),
  examples: [
    { name: 'an offset', cells: { A1: '=SUM(OFFSET(B1,0,0,3,1))' }, stored: { A1: 3 }, finds: ['A1'] },
    { name: 'a plain sum', cells: { A1: '=SUM(B1:B3)' }, stored: { A1: 3 }, finds: [] },
  ],
};
