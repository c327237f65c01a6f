import { translateFormulaToA1, translateFormulaToR1C1 } from '@borgar/fx/xlsx';
import fc from 'fast-check';
import { cellAddress, rangeAddress } from '../../../src/core/workbook/a1';
import { expandSharedFormula } from '../../../src/core/workbook/sharedFormula';

describe('expandSharedFormula', () => {
  // What Excel shows when the first cell's formula is copied to the second.
  it.each([
    ['B1+1', 'A1', 'A3', 'B3+1'],
    ['"A1"&A1', 'C1', 'D2', '"A1"&B2'],
    ['SUM(A:A,1:1)', 'C5', 'D6', 'SUM(B:B,2:2)'],
    ['SUM($A:$A,$A$1:A1)', 'B1', 'C3', 'SUM($A:$A,$A$1:B3)'],
    ['T[A1]+T[[#This Row],[B1]]*C1', 'D1', 'D2', 'T[A1]+T[[#This Row],[B1]]*C2'],
    ["'A1'!B2+'a b'!$C3", 'A1', 'B2', "'A1'!C3+'a b'!$C4"],
    ['LOG10(A1)+Rate1', 'B1', 'B2', 'LOG10(A2)+Rate1'],
    ['[1]Sheet1!A1', 'B1', 'B2', '[1]Sheet1!A2'],
    ['A1048576', 'B1', 'B2', 'A1'],
    ['A1', 'B2', 'B1', 'A1048576'],
    ['SUM(A5:A$6)', 'B1', 'B4', 'SUM(A$6:A8)'],
    ['SUM(H41:H41)', 'B1', 'B2', 'SUM(H42:H42)'],
    ['SUM(2:$3,$B:C)', 'A1', 'B2', 'SUM(3:$3,$B:D)'],
    ['SUM(#REF!,A1#,@A1,-A1%)', 'B1', 'B2', 'SUM(#REF!,A2#,@A2,-A2%)'],
    ['応募製品!A1', 'B1', 'C1', '応募製品!B1'],
  ])('%s from %s to %s is %s', (master, from, to, expected) => {
    const place = (address: string) => ({ row: Number(address.slice(1)) - 1, column: address.charCodeAt(0) - 65 });
    expect(expandSharedFormula(master, place(from), place(to))).toBe(expected);
  });

  it('agrees with the translation through R1C1 of another library', () => {
    const place = fc.record({
      row: fc.integer({ min: 0, max: 1_048_575 }),
      column: fc.integer({ min: 0, max: 16_383 }),
    });
    const dollars = fc.array(fc.boolean(), { minLength: 2, maxLength: 2 });
    const marked = (address: string, [column, row]: boolean[]) =>
      address.replace(/^([A-Z]+)(\d+)$/, `${column ? '$$' : ''}$1${row ? '$$' : ''}$2`);
    fc.assert(
      fc.property(place, place, place, place, dollars, dollars, (one, other, from, to, first, last) => {
        fc.pre(one.row !== other.row || one.column !== other.column);
        const [top, bottom] = [Math.min(one.row, other.row), Math.max(one.row, other.row)];
        const [left, right] = [Math.min(one.column, other.column), Math.max(one.column, other.column)];
        const [start = '', end = ''] = rangeAddress({ top, left, bottom, right }).split(':');
        const formula = `SUM(S!${marked(start, first)}:${marked(end, last)})+${marked(cellAddress(one), first)}`;
        const relative = translateFormulaToR1C1(`=${formula}`, cellAddress(from));
        const expected = translateFormulaToA1(relative, cellAddress(to)).slice(1);
        // The library writes whole rows and columns, and ranges of one cell, in their short form.
        fc.pre(/![^:]+[0-9]:[^:]*[0-9]\)/.test(expected));
        expect(expandSharedFormula(formula, from, to)).toBe(expected);
      }),
    );
  });
});
