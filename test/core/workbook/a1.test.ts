import fc from 'fast-check';
import {
  cellAddress,
  columnIndex,
  columnName,
  parseCell,
  parseRange,
  rangeAddress,
  sheetCellAddress,
  sheetRangeAddress,
} from '../../../src/core/workbook/a1';

const cell = fc.record({ row: fc.nat(1_048_575), column: fc.nat(16_383) });

describe('A1 addresses', () => {
  it('come back as they went', () => {
    fc.assert(fc.property(cell, (at) => expect(parseCell(cellAddress(at))).toEqual(at)));
    fc.assert(fc.property(fc.nat(16_383), (column) => expect(columnIndex(columnName(column))).toBe(column)));
    fc.assert(
      fc.property(cell, cell, (one, other) => {
        const range = parseRange(`${cellAddress(one)}:${cellAddress(other)}`)!;
        expect(parseRange(rangeAddress(range))).toStrictEqual(range);
        expect(range.top <= range.bottom && range.left <= range.right).toBe(true);
      }),
    );
  });

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('column %i is %s', (column, name) => expect(columnName(column)).toBe(name));

  it.each(['', 'A', '1', 'A0', 'A01', 'XFE1', 'A1048577', 'AAAA1', 'A1:B2', 'Sheet1!A1', 'A-1', 'Ａ1'])(
    '%p is no cell',
    (address) => expect(parseCell(address)).toBeNull(),
  );

  it.each(['', 'A1:', ':A1', 'A1:B2:C3', 'A:A', '1:1'])('%p is no range of cells', (address) =>
    expect(parseRange(address)).toBeNull(),
  );

  it('accepts dollar signs and lower case', () => {
    expect(parseCell('$b$2')).toStrictEqual({ row: 1, column: 1 });
    expect(parseRange('$C3:a$1')).toStrictEqual({ top: 0, left: 0, bottom: 2, right: 2 });
  });

  // What Excel itself writes when such a sheet is pointed at.
  it.each([
    ['Sheet1', 'Sheet1!B2'],
    ['My Sheet', "'My Sheet'!B2"],
    ['応募概要', '応募概要!B2'],
    ['排出原単位 2024', "'排出原単位 2024'!B2"],
    ['2024', "'2024'!B2"],
    ["O'Neill", "'O''Neill'!B2"],
    ['A1', "'A1'!B2"],
    ['R1C1', "'R1C1'!B2"],
    ['RC', "'RC'!B2"],
    ['C', "'C'!B2"],
    ['TRUE', "'TRUE'!B2"],
    ['a-b', "'a-b'!B2"],
    ['結果票（案）', "'結果票（案）'!B2"],
    ['ver_1.2', 'ver_1.2!B2'],
  ])('sheet %s is written %s', (sheet, address) =>
    expect(sheetCellAddress({ sheet, row: 1, column: 1 })).toBe(address),
  );

  it('writes ranges with their sheet', () => {
    expect(sheetRangeAddress({ sheet: 'S', top: 0, left: 0, bottom: 2, right: 2 })).toBe('S!A1:C3');
    expect(sheetRangeAddress({ sheet: 'S', top: 1, left: 1, bottom: 1, right: 1 })).toBe('S!B2');
  });
});
