import { precedents } from '../../../src/core/workbook/precedents';
import type { TableSnapshot } from '../../../src/core/workbook/snapshot';

const product: TableSnapshot = {
  name: 'KmcProduct',
  range: { sheet: 'P', top: 2, left: 1, bottom: 6, right: 3 },
  columns: ['id', 'Amount', '排出量 (kg)'],
  headerRow: true,
  totalsRow: true,
};
const at = { sheet: 'P', row: 4, column: 2 };
const range = (sheet: string, top: number, left: number, bottom: number, right: number) => ({
  kind: 'range',
  range: { sheet, top, left, bottom, right },
});
const unresolved = (text: string) => ({ kind: 'unresolved', text });

describe('precedents', () => {
  it.each([
    ['SUM(A1:B2)', [range('P', 0, 0, 1, 1)]],
    ["'a b'!C:C+3:3", [range('a b', 0, 2, 1048575, 2), range('P', 2, 0, 2, 16383)]],
    ['"A1"&1', []],
    ['SUM(KmcProduct[Amount])', [range('P', 3, 2, 5, 2)]],
    ['kmcproduct[amount]', [range('P', 3, 2, 5, 2)]],
    ['KmcProduct[[#This Row],[排出量 (kg)]]', [range('P', 4, 3, 4, 3)]],
    ['[@Amount]', [range('P', 4, 2, 4, 2)]],
    ['KmcProduct[#All]', [range('P', 2, 1, 6, 3)]],
    ['KmcProduct', [range('P', 3, 1, 5, 3)]],
    ['KmcProduct[[#Headers],[id]:[Amount]]', [range('P', 2, 1, 2, 2)]],
    ['KmcProduct[#Totals]', [range('P', 6, 1, 6, 3)]],
    ['KmcProduct[[#Data],[#Totals],[id]]', [range('P', 3, 1, 6, 1)]],
    [
      'LET(x,Rate,x*S!Local)',
      [
        { kind: 'name', name: 'Rate', sheet: null },
        { kind: 'name', name: 'Local', sheet: 'S' },
      ],
    ],
    ['[0]!Rate', [{ kind: 'name', name: 'Rate', sheet: null }]],
    [
      '[1]X!A1+[1]!Rate',
      [
        { kind: 'external', text: '[1]X!A1' },
        { kind: 'external', text: '[1]!Rate' },
      ],
    ],
    ['SUM(A1#)', [range('P', 0, 0, 0, 0)]],
    ['INDIRECT("A1")', [unresolved('INDIRECT')]],
    ['A1:INDEX(B1:B3,2)', [range('P', 0, 0, 0, 0), unresolved(':'), range('P', 0, 1, 2, 1)]],
    ['SUM(Sheet1:Sheet3!A1)', [unresolved('Sheet1:Sheet3!A1')]],
    ['#REF!+1', [unresolved('#REF!')]],
    ['KmcProduct[nothing]', [unresolved('KmcProduct[nothing]')]],
  ])('of %s', (formula, expected) => expect(precedents(formula, at, [product])).toEqual(expected));

  it('cannot tell the row of a table from outside it', () => {
    const outside = { ...at, row: 9 };
    expect(precedents('KmcProduct[[#This Row],[id]]', outside, [product])).toEqual([
      unresolved('KmcProduct[[#This Row],[id]]'),
    ]);
  });
});
