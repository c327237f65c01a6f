import { message } from '../../../message';
import type { Check } from '../check';
import { rememberByExpression, visit, type Expression } from '../expression';

/** Position of the argument that asks for an exact match. */
const EXACT: Readonly<Record<string, number>> = { VLOOKUP: 3, HLOOKUP: 3, MATCH: 2, LOOKUP: Number.POSITIVE_INFINITY };

/** Look-ups that take the nearest value where the sought one is missing. */
export const approximateLookup: Check = {
  id: 'approximate-lookup',
  severity: 'warning',
  certain: true,
  find: (book) =>
    book.sheets.flatMap((sheet) =>
      sheet.formulas.flatMap(({ expression, row, column }) => {
        const name = expression && approximateIn(expression);
        if (!name) return [];
        return [{ sheet, row, column, message: message('review.checks.approximate-lookup.found', { name }) }];
      }),
    ),
  examples: [
    { name: 'the last argument left out', cells: { A1: '=VLOOKUP(B1,D1:E9,2)' }, stored: { A1: 3 }, finds: ['A1'] },
    { name: 'nearest asked for', cells: { A1: '=MATCH(B1,D1:D9,1)' }, stored: { A1: 3 }, finds: ['A1'] },
    { name: 'exact', cells: { A1: '=VLOOKUP(B1,D1:E9,2,FALSE)', A2: '=MATCH(B1,D1:D9,0)' }, finds: [] },
    { name: 'exact with the value left blank', cells: { A1: '=VLOOKUP(B1,D1:E9,2,)' }, finds: [] },
  ],
};

const approximateIn = rememberByExpression((expression): string | null => {
  let found: string | null = null;
  visit(expression, (part) => {
    if (part.kind !== 'call') return;
    const position = EXACT[part.name];
    if (position !== undefined && !isExact(part.args[position])) found ??= part.name;
  });
  return found;
});

/** A blank argument counts as FALSE or 0; one that is calculated cannot be told and is let pass. */
function isExact(argument: Expression | undefined): boolean {
  if (!argument) return false;
  if (argument.kind === 'number') return argument.value === 0;
  if (argument.kind === 'boolean') return !argument.value;
  return argument.kind !== 'unary';
}
