import fc from 'fast-check';
import { toStructured } from '../../../src/adapters/grid/structuredForm';
import { toA1 } from '../../../src/adapters/grid/structuredReferences';
import { columnName } from '../../../src/core/workbook/a1';
import type { TableSnapshot } from '../../../src/core/workbook/snapshot';
import { createRecalculator } from '../../../src/adapters/recalc/univerRecalculator';
import { formula, workbook, type Cells } from '../recalc/workbook';

/** The tokeniser cannot read `]` beside other punctuation in a header; such a formula is refused. */
const header = fc
  .string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(...'aZ0 _[]#@\'排出量kgー,:.!"&') })
  .filter((text) => text.trim() === text && !(text.includes(']') && /[!:.,"&#@' ]/.test(text)));

interface Sample {
  readonly table: TableSnapshot;
  readonly rows: readonly (readonly number[])[];
}

const sample = fc
  .record({
    top: fc.integer({ min: 0, max: 4 }),
    left: fc.integer({ min: 0, max: 4 }),
    columns: fc.uniqueArray(header, { minLength: 1, maxLength: 5, selector: (text) => text.toLowerCase() }),
    rowCount: fc.integer({ min: 2, max: 6 }),
    totalsRow: fc.boolean(),
  })
  .chain(({ top, left, columns, rowCount, totalsRow }) =>
    fc.record({
      table: fc.constant({
        name: 'Tab',
        range: {
          sheet: 'データ 1',
          top,
          left,
          bottom: top + rowCount + (totalsRow ? 1 : 0),
          right: left + columns.length - 1,
        },
        columns,
        headerRow: true,
        totalsRow,
      }),
      rows: fc.array(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: columns.length, maxLength: columns.length }),
        {
          minLength: rowCount,
          maxLength: rowCount,
        },
      ),
    }),
  );

const escaped = (column: string) => column.replace(/[[\]#'@]/g, "'$&");

function book({ table, rows }: Sample, formulas: Cells) {
  const { top, left } = table.range;
  const cells = Object.fromEntries(
    rows.flatMap((row, down) => row.map((value, right) => [`${columnName(left + right)}${top + down + 2}`, value])),
  );
  return workbook({ sheets: { 'データ 1': cells, Sums: formulas }, tables: [table] });
}

test('a column summed through its structured reference is the sum of its numbers', async () => {
  await fc.assert(
    fc.asyncProperty(sample, async (made) => {
      const formulas = made.table.columns.map((column, index) => [
        `A${index + 1}`,
        formula(`SUM(Tab[${escaped(column)}])`),
      ]);
      const { cells, unsupported } = await createRecalculator().recalculate(book(made, Object.fromEntries(formulas)));
      expect(unsupported).toEqual([]);
      const sums = made.table.columns.map((_, column) => made.rows.reduce((sum, row) => sum + row[column]!, 0));
      expect(cells.map(({ value }) => value)).toEqual(sums);
    }),
    { numRuns: 15 },
  );
});

test('supported forms come back unchanged', () => {
  fc.assert(
    fc.property(sample, fc.nat(), fc.nat(), ({ table }, one, other) => {
      const { columns, range } = table;
      const [first, last] = [one % columns.length, other % columns.length].sort((a, b) => a - b) as [number, number];
      const isWhole = first === 0 && last === columns.length - 1;
      const name = (column: number) => escaped(columns[column]!);
      const plain = /^[\w ]+$/u.test(columns[first]!) || first !== last;
      const span = first === last ? `[${name(first)}]` : `[${name(first)}]:[${name(last)}]`;
      const forms = [
        'Tab[#All]',
        ...(isWhole && first !== last ? ['Tab[]'] : []),
        ...(isWhole
          ? []
          : [
              `Tab[[#Headers],${span}]`,
              `Tab[[#This Row],${span}]`,
              ...(table.totalsRow ? [`Tab[[#Totals],${span}]`] : []),
            ]),
        ...(isWhole || !plain ? [] : [first === last ? `Tab[${name(first)}]` : `Tab[${span}]`]),
      ];
      for (const at of [
        { sheet: 'データ 1', row: range.top + 1, column: range.right + 2 },
        { sheet: 'データ 1', row: range.top + 2, column: range.left },
      ]) {
        for (const form of forms) {
          const a1 = toA1(`1+${form}`, at, [table]);
          if (!a1.ok) throw new Error(`${form}: ${a1.message.code}`);
          expect(toStructured(a1.value, at, [table])).toBe(`1+${form}`);
        }
      }
    }),
    { numRuns: 300 },
  );
});
