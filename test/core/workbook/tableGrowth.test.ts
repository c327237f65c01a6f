import type { CellValue } from '../../../src/core/workbook/cell';
import type { Edit } from '../../../src/core/workbook/edit';
import type { TableSnapshot } from '../../../src/core/workbook/snapshot';
import { grownTables } from '../../../src/core/workbook/tableGrowth';

const table = (name: string, top: number, bottom: number, more: Partial<TableSnapshot> = {}): TableSnapshot => ({
  name,
  range: { sheet: 'S', top, left: 1, bottom, right: 3 },
  columns: ['a', 'b', 'c'],
  headerRow: true,
  totalsRow: false,
  ...more,
});

const put = (row: number, column: number, value: CellValue = 1, sheet = 'S'): Edit => ({
  kind: 'set-value',
  cell: { sheet, row, column },
  value,
});

const bottoms = (tables: readonly TableSnapshot[], ...edits: readonly Edit[]) =>
  grownTables(tables, edits).map(({ range }) => range.bottom);

describe('a table', () => {
  const one = table('T', 0, 4);

  it.each<[string, readonly Edit[], number]>([
    ['takes in the row right below', [put(5, 2)], 5],
    ['takes in rows that follow each other, in any order', [put(6, 1), put(5, 3), put(7, 2)], 7],
    [
      'takes in a formula',
      [{ kind: 'set-formula', cell: { sheet: 'S', row: 5, column: 1 }, formula: 'A1', value: null }],
      5,
    ],
    ['leaves a row after a gap', [put(6, 1)], 4],
    ['leaves blanks', [put(5, 1, null), put(5, 2, '')], 4],
    ['leaves what stands beside it', [put(5, 0), put(5, 4)], 4],
    ['leaves other sheets', [put(5, 1, 1, 'Other')], 4],
    ['leaves calculated values', [{ kind: 'set-calculated', cell: { sheet: 'S', row: 5, column: 1 }, value: 1 }], 4],
    ['stays where its own cells change', [put(3, 1)], 4],
  ])('%s', (_what, edits, bottom) => {
    expect(bottoms([one], ...edits)).toEqual([bottom]);
  });

  it('that ends in totals stays as it is', () => {
    expect(bottoms([table('T', 0, 4, { totalsRow: true })], put(5, 1))).toEqual([4]);
  });

  it('does not grow into another one', () => {
    expect(bottoms([one, table('U', 6, 8)], put(5, 1), put(6, 1), put(7, 1))).toEqual([5, 8]);
  });

  it('is the same object where nothing grows', () => {
    const tables = [one, table('U', 10, 12)];
    expect(grownTables(tables, [put(20, 1)])).toBe(tables);
    expect(grownTables(tables, [put(13, 1)])[0]).toBe(one);
  });
});
