import { reviewedBook } from '../../../../src/core/review/formulas/book';
import { CELL_KINDS, sheetMap } from '../../../../src/core/review/formulas/sheetMap';
import { rangeAddress } from '../../../../src/core/workbook/a1';
import { bookOf, sheetOf } from '../../adoption/sheets';

const book = reviewedBook(
  bookOf(
    sheetOf('Lines', [
      ['Item', 'Amount', 'Twice'],
      ['Power', 2, '=B2*2'],
      ['Oil', 3, '=B3*2'],
      ['Gas', 4, 8],
      ['Total', '=SUM(B2:B4)', null],
    ]),
  ),
);

describe('the map of a sheet', () => {
  const typedOver = { sheet: 'Lines', row: 3, column: 2 };
  const map = sheetMap(book.sheet('Lines')!, [typedOver], [typedOver, { sheet: 'Lines', row: 4, column: 1 }]);

  it('has each cell once, by what it is to a reviewer', () => {
    const places = Object.fromEntries(CELL_KINDS.map((kind) => [kind, map.blocks[kind].map(rangeAddress)]));
    expect(places).toEqual({
      constant: ['C4'],
      formula: ['B5'],
      copied: ['C2:C3'],
      input: ['B2:B4'],
      text: ['A1:C1', 'A2:A5'],
    });
    expect(map.counts).toEqual({ constant: 1, formula: 1, copied: 2, input: 3, text: 7 });
  });

  it('has the cells with findings beside, in order', () => {
    expect(map.findings.map(rangeAddress)).toEqual(['C4', 'B5']);
  });
});
