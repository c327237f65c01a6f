import type { Check } from '../check';
import { isConversion, toldOnce, type Literal } from '../literals';

/** Numbers that belong into any formula. */
const PLAIN = new Set([0, 1, 2, 10, 100]);

/** A number of its own inside a formula: it has no label, no unit and no source, and nobody sees it. */
export const hardCodedNumber: Check = {
  id: 'hard-coded-number',
  severity: 'info',
  certain: true,
  find: (book) => book.sheets.flatMap((sheet) => toldOnce(sheet, isOwn, 'review.checks.hard-coded-number.found')),
  examples: [
    { name: 'an emission factor, told once', cells: { A1: 5, B1: '=A1*0.423', A2: 6, B2: '=A2*0.423' }, finds: ['B1'] },
    {
      name: 'one factor in several formulas, told once',
      cells: { A1: 5, B1: '=A1*0.423', C1: '=B1+A1*0.423' },
      finds: ['B1'],
    },
    { name: 'an addition', cells: { A1: 5, B1: '=SUM(A1:A3)+12.5' }, finds: ['B1'] },
    { name: 'a percentage and a rounding', cells: { A1: 5, B1: '=ROUND(A1/100,3)', B2: '=A1-1' }, finds: [] },
    { name: 'a column of a look-up', cells: { A1: 5, B1: '=VLOOKUP(A1,D1:F9,3,FALSE)' }, finds: [] },
  ],
};

function isOwn({ value, kind }: Literal): boolean {
  const size = Math.abs(value);
  return !PLAIN.has(size) && !(kind === 'factor' && (PLAIN.has(1 / size) || isConversion(size)));
}
