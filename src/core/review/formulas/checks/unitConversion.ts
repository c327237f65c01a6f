import type { Check } from '../check';
import { isConversion, toldOnce, type Literal } from '../literals';

/** A bare number that converts units (×1000, ÷3.6, 44/12) inside a formula: nothing says from which unit to which. */
export const unitConversion: Check = {
  id: 'unit-conversion',
  severity: 'info',
  certain: true,
  find: (book) => book.sheets.flatMap((sheet) => toldOnce(sheet, converts, 'review.checks.unit-conversion.found')),
  examples: [
    { name: 'kg to t', cells: { A1: 1500, B1: '=A1/1000' }, stored: { B1: 1.5 }, finds: ['B1'] },
    { name: 'carbon to CO2', cells: { A1: 12, B1: '=A1*44/12' }, stored: { B1: 44 }, finds: ['B1'] },
    { name: 'carbon to CO2 in brackets', cells: { A1: 12, B1: '=A1*(44/12)' }, stored: { B1: 44 }, finds: ['B1'] },
    { name: 'kWh to MJ, told once', cells: { A1: 1, B1: '=A1*3.6', A2: 2, B2: '=A2*3.6' }, finds: ['B1'] },
    { name: 'a division by zero', cells: { A1: 12, B1: '=A1/0', B2: '=A1*0' }, finds: [] },
    { name: 'a percentage', cells: { A1: 12, B1: '=A1/100', B2: '=ROUND(A1,3)' }, finds: [] },
  ],
};

function converts({ value, kind }: Literal): boolean {
  return kind === 'factor' && isConversion(value);
}
