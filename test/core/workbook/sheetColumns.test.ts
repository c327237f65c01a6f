import fc from 'fast-check';
import { CELL_ERRORS, type CellValue } from '../../../src/core/workbook/cell';
import { MAX_COLUMNS, MAX_ROWS, SheetBuilder } from '../../../src/core/workbook/sheetColumns';

const value: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constant(null),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string(),
  fc.boolean(),
  fc.constantFrom(...CELL_ERRORS).map((error) => ({ error })),
);
const added = fc.record({
  row: fc.oneof(fc.nat(20), fc.constant(MAX_ROWS - 1)),
  column: fc.oneof(fc.nat(10), fc.constant(MAX_COLUMNS - 1)),
  value,
  formula: fc.option(fc.constantFrom('A1', 'B2*2', 'SUM(A:A)')),
  format: fc.constantFrom('General', '0.00', 'yyyy/m/d'),
});

describe('SheetBuilder', () => {
  it('holds what a plain map would hold, whatever the order in which cells come', () => {
    fc.assert(
      fc.property(fc.array(added, { maxLength: 60 }), (cells) => {
        const model = new Map(cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
        const builder = new SheetBuilder('S');
        for (const cell of cells) builder.add(cell.row, cell.column, cell.value, cell.formula, cell.format);
        const sheet = builder.build();
        for (const cell of model.values()) {
          expect(sheet.value(cell.row, cell.column)).toStrictEqual(cell.value);
          expect(sheet.formula(cell.row, cell.column)).toBe(cell.formula);
          expect(sheet.format(cell.row, cell.column)).toBe(cell.format);
        }
        const used = [...model.values()]
          .filter((cell) => cell.value !== null || cell.formula !== null)
          .sort((a, b) => a.row - b.row || a.column - b.column);
        const visited: unknown[] = [];
        sheet.forEachCell((row, column, shown, formula) => visited.push([row, column, shown, formula]));
        expect(visited).toStrictEqual(used.map((cell) => [cell.row, cell.column, cell.value, cell.formula]));
        expect(sheet.cellCount).toBe(used.length);
        expect(sheet.rowCount).toBe(Math.max(0, ...used.map((cell) => cell.row + 1)));
        expect(sheet.columnCount).toBe(Math.max(0, ...used.map((cell) => cell.column + 1)));
      }),
    );
  });

  it('says null, no formula and General of a cell that was never added', () => {
    const sheet = new SheetBuilder('S').add(5, 5, 1).build();
    for (const [row, column] of [
      [5, 4],
      [5, 6],
      [4, 5],
      [6, 5],
      [0, 0],
    ] as const) {
      expect([sheet.value(row, column), sheet.formula(row, column), sheet.format(row, column)]).toStrictEqual([
        null,
        null,
        'General',
      ]);
    }
  });

  it('keeps the sign of zero and a text that looks like a number', () => {
    const sheet = new SheetBuilder('S').add(0, 0, -0).add(0, 1, '0').add(0, 2, '').build();
    expect(sheet.value(0, 0)).toBe(-0);
    expect(sheet.value(0, 1)).toBe('0');
    expect(sheet.value(0, 2)).toBe('');
  });

  it("asks a shared group for each cell's own formula", () => {
    const group = ({ row, column }: { row: number; column: number }) => `F(${row},${column})`;
    const sheet = new SheetBuilder('S').add(4, 2, 1, group).add(3, 1, 2, group).add(0, 0, 3, 'A1').build();
    expect([sheet.formula(3, 1), sheet.formula(4, 2), sheet.formula(0, 0)]).toStrictEqual(['F(3,1)', 'F(4,2)', 'A1']);
    const visited: unknown[] = [];
    sheet.forEachCell((...cell) => visited.push(cell));
    expect(visited).toStrictEqual([
      [0, 0, 3, 'A1'],
      [3, 1, 2, 'F(3,1)'],
      [4, 2, 1, 'F(4,2)'],
    ]);
  });

  it('counts a blank cell that only has a format as unused, and still knows its format', () => {
    const sheet = new SheetBuilder('S').add(3, 3, null, null, '0%').build();
    expect([sheet.cellCount, sheet.rowCount, sheet.columnCount]).toStrictEqual([0, 0, 0]);
    expect(sheet.format(3, 3)).toBe('0%');
    const stored: unknown[] = [];
    sheet.forEachStored((...cell) => stored.push(cell));
    expect(stored).toStrictEqual([[3, 3, null, null, '0%']]);
  });

  it('joins hidden runs and names itself in merges and spills', () => {
    const block = { top: 0, left: 0, bottom: 1, right: 1 };
    const sheet = new SheetBuilder('在庫')
      .hideRows(7, 7)
      .hideRows(2, 4)
      .hideRows(5, 5)
      .hideColumns(1, 3)
      .merge(block)
      .spill(block)
      .setVisibility('veryHidden')
      .build();
    expect(sheet.hiddenRows).toStrictEqual([
      [2, 5],
      [7, 7],
    ]);
    expect(sheet.hiddenColumns).toStrictEqual([[1, 3]]);
    expect(sheet.merges).toStrictEqual([{ sheet: '在庫', ...block }]);
    expect(sheet.spills).toStrictEqual([{ sheet: '在庫', ...block }]);
    expect(sheet.visibility).toBe('veryHidden');
  });

  it.each([
    [-1, 0, 1],
    [0, -1, 1],
    [MAX_ROWS, 0, 1],
    [0, MAX_COLUMNS, 1],
    [0.5, 0, 1],
    [0, 0, NaN],
    [0, 0, Infinity],
    [0, 0, { error: '#OOPS!' } as never],
  ])('refuses a cell that Excel cannot have: %p, %p, %p', (row, column, value) => {
    expect(() => new SheetBuilder('S').add(row, column, value)).toThrow(RangeError);
  });
});
