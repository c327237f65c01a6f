import fc from 'fast-check';
import { createRecalculator } from '../../../src/adapters/recalc/univerRecalculator';
import { cellAddress, columnName } from '../../../src/core/workbook/a1';
import type { CellValue } from '../../../src/core/workbook/cell';
import { formula, table, workbook, type Cells } from './workbook';

const ROWS = 2;
const COLUMNS = 4;
const recalculator = createRecalculator();

/** Constants in A1:D9 of two sheets; formulas go below and right of them. */
const CONSTANTS: Cells = Object.fromEntries(
  Array.from({ length: 9 * COLUMNS }, (_, index) => {
    const [row, column] = [Math.floor(index / COLUMNS), index % COLUMNS];
    return [cellAddress({ row, column }), index % 7 === 3 ? `t${index}` : index % 11 === 5 ? null : index * 1.25];
  }),
);

interface Corner {
  readonly down: number;
  readonly right: number;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

const corner: fc.Arbitrary<Corner> = fc.record({
  down: fc.integer({ min: 0, max: 4 }),
  right: fc.integer({ min: 0, max: 1 }),
  rowFixed: fc.boolean(),
  columnFixed: fc.boolean(),
});

/** Writes an address in the formula that stands `row` rows and `column` columns from the first. */
function written({ down, right, rowFixed, columnFixed }: Corner, row: number, column: number): string {
  const across = columnFixed ? right : right + column;
  const below = rowFixed ? down : down + row;
  return `${columnFixed ? '$' : ''}${columnName(across)}${rowFixed ? '$' : ''}${below + 1}`;
}

const SHAPES: readonly ((cell: (index: number) => string) => string)[] = [
  (cell) => `${cell(0)}*2+N(${cell(1)})`,
  (cell) => `SUM(${cell(0)}:${cell(1)})-COUNT(${cell(2)}:${cell(3)})`,
  (cell) => `IF(ISNUMBER(${cell(0)}),${cell(1)},-N(${cell(0)}))`,
  (cell) => `INDEX(${cell(0)}:${cell(1)},1,1)&"A1"&Other!${cell(2)}`,
  (cell) => `SUMIF(${cell(0)}:${cell(1)},">5",${cell(2)}:${cell(3)})`,
  (cell) => `LET(x,${cell(0)},IFERROR(x+x,ROW()*COLUMN()))`,
  (cell) => `ROW(${cell(0)})*100+COLUMN(${cell(1)})+ROW()+Total+COLUMN(Total)`,
  (cell) => `MATCH(${cell(0)},${cell(1)}:${cell(1)},0)`,
];

async function valuesOf(cells: Cells): Promise<ReadonlyMap<string, CellValue | string>> {
  const names = [{ name: 'Total', formula: 'Other!$B$2', sheet: null, hidden: false }];
  const snapshot = workbook({ sheets: { Main: { ...CONSTANTS, ...cells }, Other: CONSTANTS }, names });
  const { cells: calculated, unsupported } = await recalculator.recalculate(snapshot);
  return new Map([
    ...calculated.map(({ cell, value }) => [cellAddress(cell), value] as const),
    ...unsupported.map(({ cell, reason }) => [cellAddress(cell), JSON.stringify(reason)] as const),
  ]);
}

describe('a formula filled down and right', () => {
  it('gives in each cell what it gives there alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SHAPES), fc.tuple(corner, corner, corner, corner), async (shape, corners) => {
        const filled = Object.fromEntries(
          Array.from({ length: ROWS * 2 }, (_, index) => {
            const [row, column] = [index % ROWS, Math.floor(index / ROWS)];
            const text = shape((at) => written(corners[at]!, row, column));
            return [cellAddress({ row: row + 20, column: column + 20 }), formula(text)];
          }),
        );
        const together = await valuesOf(filled);
        for (const [address, content] of Object.entries(filled)) {
          const alone = await valuesOf({ [address]: content });
          expect([address, together.get(address)]).toEqual([address, alone.get(address)]);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('one text in many cells', () => {
  const sheets = {
    Main: {
      A1: 'In',
      B1: 'Out',
      A2: 1,
      A3: 2,
      A4: 3,
      B2: formula('T[[#This Row],[In]]*10+$A$4'),
      B3: formula('T[[#This Row],[In]]*10+$A$4'),
      B4: formula('T[[#This Row],[In]]*10+$A$4'),
      D3: formula('T[[#This Row],[In]]*10+$A$4'),
      D9: formula('T[[#This Row],[In]]*10+$A$4'),
      E2: formula('A2'),
      E3: formula('A2'),
      F2: formula('SUM(T[In])'),
      F3: formula('SUM(T[In])'),
    } satisfies Cells,
  };
  const tables = [table('T', 'Main', 'A1:B4', ['In', 'Out'])];

  it('means the row each stands in, for structured references, and one cell for an address', async () => {
    const { cells, unsupported } = await recalculator.recalculate(workbook({ sheets, tables }));
    const values = new Map(cells.map(({ cell, value }) => [cellAddress(cell), value]));
    expect(['B2', 'B3', 'B4', 'D3', 'E2', 'E3', 'F2', 'F3'].map((address) => values.get(address))).toEqual([
      13, 23, 33, 23, 1, 1, 6, 6,
    ]);
    expect(unsupported.map(({ cell, reason }) => [cellAddress(cell), reason.code])).toEqual([
      ['D9', 'recalc.reference.other-row'],
    ]);
  });
});
