import fc from 'fast-check';
import type { Problem } from '../../../src/core/case/types';
import { readCase } from '../../../src/core/reader/readCase';
import { TABLES } from '../../../src/core/template/tables';
import { expectSameCase } from '../../support/sameCase';
import { FULL, withCell } from './fullCase';
import { workbookOf, type Layout, type Row, type Tables } from './workbook';

const tableNames = Object.keys(FULL);
const mostColumns = Math.max(...TABLES.map(({ columns }) => columns.length));

/** Any order of any list no longer than `ranks`. */
const ordering = (length: number) =>
  fc.shuffledSubarray([...Array(length).keys()], { minLength: length }).map(
    (ranks) =>
      <T>(list: readonly T[]): readonly T[] =>
        list
          .map((item, position) => ({ item, rank: ranks[position]! }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ item }) => item),
  );

const layouts: fc.Arbitrary<Partial<Layout>> = fc.record({
  language: fc.constantFrom('en', 'ja'),
  row: fc.nat(50),
  column: fc.nat(20),
  reorder: ordering(mostColumns),
  reorderTables: ordering(tableNames.length),
  sheetName: fc.constantFrom(
    (table: string) => `${table} sheet`,
    (table: string) => `名前を変えた ${table.slice(3)}`,
    (table: string) => [...table].reverse().join(''),
  ),
  extraColumns: fc.uniqueArray(fc.constantFrom('My remark', '担当', 'Cost (円)', 'x'), { maxLength: 3 }),
  extraSheets: fc.uniqueArray(fc.constantFrom('Memo', '下書き', 'Old'), { maxLength: 3 }),
  blankRowBefore: fc.constantFrom(0, 1, 2, Infinity),
  totalsRow: fc.boolean(),
  tableName: fc.constantFrom(
    (name: string) => name,
    (name: string) => name.toUpperCase(),
    (name: string) => name.toLowerCase(),
  ),
});

const inAnyRowOrder = ordering(40).map((reorder): Tables =>
  Object.fromEntries(Object.entries(FULL).map(([name, rows]) => [name, reorder<Row>(rows)])),
);

const plain = readCase(workbookOf(FULL).snapshot);

test('a case does not depend on where and in which language its workbook states it', () => {
  fc.assert(
    fc.property(layouts, inAnyRowOrder, (layout, tables) => {
      const { case: read, problems } = readCase(workbookOf(tables, layout).snapshot);
      expect(problems).toEqual([]);
      expect(read.language).toBe(layout.language);
      expectSameCase(read, plain.case);
    }),
    { numRuns: 150 },
  );
});

test('a fault is found on its own cell wherever the table stands', () => {
  const faults: readonly (readonly [string, Row[string], string])[] = [
    ['amount', 'much', 'expected-number'],
    ['unit', 'kWhh', 'unit-unknown'],
    ['stage', { value: { error: '#REF!' } }, 'error-value'],
    ['per', null, 'blank-required'],
    ['segment', 'S9', 'reference-missing'],
  ];
  fc.assert(
    fc.property(layouts, fc.constantFrom(...faults), fc.constantFrom(0, 1), (layout, [key, content, code], row) => {
      const workbook = workbookOf(withCell(FULL, 'KmcProduct', row, key, content), layout);
      const { problems } = readCase(workbook.snapshot);
      const told = problems.map(({ message, cell, severity }: Problem) => ({ code: message.code, cell, severity }));
      expect(told).toEqual([
        { code: `reader.${code}`, cell: workbook.cell('KmcProduct', row, key), severity: 'block' },
      ]);
    }),
    { numRuns: 100 },
  );
});

test('every statement is located: the cell the case names holds it', () => {
  fc.assert(
    fc.property(layouts, (layout) => {
      const workbook = workbookOf(FULL, layout);
      const { case: read } = readCase(workbook.snapshot);
      const sheetOf = (name: string) => workbook.snapshot.sheets.find((sheet) => sheet.name === name)!;
      for (const { ref, amount } of [...read.baseline.lines, ...read.product.lines]) {
        const column = read.locations[ref.table]!.columns['amount']!;
        expect(sheetOf(ref.sheet).value(ref.row, column)).toBe(amount!.toNumber());
      }
    }),
    { numRuns: 30 },
  );
});

test('rows come in sheet order', () => {
  const { case: read } = readCase(workbookOf({ ...FULL, KmcBaseline: [...FULL.KmcBaseline].reverse() }).snapshot);
  expect(read.baseline.lines.map(({ ref }) => ref.id)).toEqual(['B3', 'B2', 'B1']);
});
