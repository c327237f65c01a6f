import { cellAddress } from '../../../../src/core/workbook/a1';
import type { CellRef } from '../../../../src/core/workbook/cell';
import type { SheetSnapshot } from '../../../../src/core/workbook/snapshot';
import { replaceSheet, withEdits } from '../../../../src/core/workbook/withEdits';
import { contentOf, formulaOf, sheetOf, type Base } from './base';
import { entered, told, typed, type Mutant, type MutationKind } from './mutation';

/** Mistakes in a workbook of people's own making, seen by what stands beside them and by what feeds the results. */

function formulas(base: Base, matching = /./): readonly CellRef[] {
  return base.snapshot.sheets.flatMap((sheet) => {
    const cells: CellRef[] = [];
    sheet.forEachCell((row, column, _value, formula) => {
      if (formula !== null && matching.test(formula)) cells.push({ sheet: sheet.name, row, column });
    });
    return cells;
  });
}

const changed =
  (matching: RegExp, change: (formula: string, cell: CellRef) => string) =>
  (base: Base): readonly Mutant[] =>
    formulas(base, matching).flatMap((cell) => {
      const formula = formulaOf(base, cell)!;
      const other = change(formula, cell);
      return other === formula ? [] : [entered(cell, other)];
    });

/** Formulas that are filled down: emission, with losses, running total. */
const LINE = /^B\d+\*D\d+$/;
const LOSSES = /^E\d+\*\(1\+条件/;
const TOTAL = /^SUM\([EF]4:[EF]9\)$/;
const RUNNING = /^SUM\(F\$4:F\d+\)$/;

const INVENTORY = ['従来製品', '応募製品'];

/** Amounts of lines that stand between others of the list. */
const amounts = (_base: Base): readonly CellRef[] =>
  INVENTORY.flatMap((sheet) => Array.from({ length: 6 }, (_, index) => ({ sheet, row: 3 + index, column: 1 })));

const shifted = (formula: string, by: number): string => formula.replace(/\d+/, (row) => String(Number(row) + by));

const hiding = (base: Base, at: CellRef, over: Partial<SheetSnapshot>): Mutant => ({
  at,
  change: replaceSheet(base.snapshot, Object.assign(Object.create(sheetOf(base, at.sheet)) as SheetSnapshot, over)),
});

const FEEDS = [told(/feeds|hidden|counted|range-ends/)];

export const FREE_KINDS: readonly MutationKind[] = [
  {
    id: 'constant over a formula',
    visibility: 'certain',
    mutants: (base) => formulas(base, /^(?:B\d+\*D|E\d+\*)/).map((cell) => typed(cell, contentOf(base, cell))),
  },
  {
    id: 'constant over a formula, another number',
    visibility: 'likely',
    mutants: (base) =>
      formulas(base, /^(?:B\d+\*D|E\d+\*)/).map((cell) =>
        typed(cell, Math.round((contentOf(base, cell) as number) * 1.2 * 10) / 10),
      ),
  },
  {
    id: 'constant over a total',
    visibility: 'likely',
    mutants: (base) => formulas(base, TOTAL).map((cell) => typed(cell, contentOf(base, cell))),
  },
  {
    id: 'first row left out of a sum',
    visibility: 'certain',
    says: FEEDS,
    mutants: changed(TOTAL, (formula) => formula.replace('4:', '5:')),
  },
  {
    id: 'last row left out of a sum',
    visibility: 'certain',
    says: FEEDS,
    mutants: changed(TOTAL, (formula) => formula.replace('9)', '8)')),
  },
  {
    id: 'range extended to the total itself',
    visibility: 'certain',
    mutants: changed(TOTAL, (formula) => formula.replace('9)', '10)')),
  },
  {
    id: 'range begins in the heading',
    visibility: 'likely',
    mutants: changed(TOTAL, (formula) => formula.replace('4:', '3:')),
  },
  {
    id: 'line counted twice',
    visibility: 'certain',
    says: FEEDS,
    mutants: changed(TOTAL, (formula) => `${formula}+${/[EF]4/.exec(formula)![0]}`),
  },
  { id: 'sign flipped in one row', visibility: 'likely', mutants: changed(LINE, (formula) => `-${formula}`) },
  {
    id: 'sum for product in one row',
    visibility: 'likely',
    mutants: changed(LINE, (formula) => formula.replace('*', '+')),
  },
  {
    id: 'another row referred to',
    visibility: 'likely',
    mutants: changed(LINE, (formula, { row }) => shifted(formula, row > 4 ? -1 : 1)),
  },
  {
    id: 'factor typed into one formula',
    visibility: 'likely',
    mutants: changed(LINE, (formula) => formula.replace(/D\d+/, '2.55')),
  },
  { id: '1000 in one formula', visibility: 'likely', mutants: changed(LINE, (formula) => `${formula}*1000`) },
  { id: 'rounding in one formula', visibility: 'likely', mutants: changed(LINE, (formula) => `ROUND(${formula},0)`) },
  {
    id: 'anchor lost and run away',
    visibility: 'likely',
    mutants: changed(LOSSES, (formula, { row }) => formula.replace('$B$2', `B${row - 1}`)),
  },
  {
    id: 'anchor dropped, same cell',
    visibility: 'likely',
    mutants: changed(LOSSES, (formula) => formula.replace('$B$2', 'B2')),
  },
  {
    id: 'running total that starts late',
    visibility: 'likely',
    mutants: changed(RUNNING, (formula) => formula.replace('F$4:F9', 'F$5:F9').replace('F$4:F7', 'F$5:F7')),
  },
  {
    id: 'number as text',
    visibility: 'likely',
    mutants: (base) =>
      [1, 2, 3, 4]
        .map((row) => ({ sheet: '納入', row, column: 1 }))
        .map((cell) => typed(cell, String(contentOf(base, cell)))),
    says: [told(/text/)],
  },
  {
    id: 'amount in words',
    visibility: 'likely',
    mutants: (base) =>
      [2, 3, 4]
        .map((row) => ({ sheet: '納入', row, column: 1 }))
        .map((cell) => typed(cell, `約${String(contentOf(base, cell))}`)),
    says: [told(/text/)],
  },
  {
    id: 'date as text',
    visibility: 'certain',
    mutants: () => [1, 2, 3, 4].map((row) => typed({ sheet: '納入', row, column: 0 }, '2025/04/01')),
  },
  {
    id: 'blank factor',
    visibility: 'likely',
    mutants: (base) => amounts(base).map((cell) => ({ ...typed({ ...cell, column: 3 }, null) })),
  },
  {
    id: 'unit heading of another size',
    visibility: 'likely',
    says: [told(/units/)],
    mutants: () =>
      INVENTORY.flatMap((sheet) => [
        typed({ sheet, row: 2, column: 4 }, '排出量 [t-CO2e]'),
        typed({ sheet, row: 2, column: 5 }, '損失込み [t-CO2e]'),
      ]),
  },
  {
    id: 'baseline formula reading the product',
    visibility: 'certain',
    mutants: changed(/^B\d+\*D\d+$/, (formula, { sheet }) =>
      sheet === '従来製品' ? `応募製品!${formula}` : `従来製品!${formula}`,
    ),
  },
  {
    id: 'circular reference',
    visibility: 'certain',
    mutants: (base) => amounts(base).map((cell) => entered(cell, `E${cell.row + 1}+1`)),
  },
  {
    id: 'external link',
    visibility: 'certain',
    mutants: (base) => amounts(base).map((cell) => entered(cell, '[1]Prices!B2')),
  },
  {
    id: 'error value',
    visibility: 'certain',
    mutants: (base) => amounts(base).map((cell) => typed(cell, { error: '#N/A' })),
  },
  {
    id: 'value that changes by itself',
    visibility: 'certain',
    mutants: (base) => amounts(base).map((cell) => entered(cell, `${String(contentOf(base, cell))}+TODAY()*0`)),
  },
  {
    id: 'whole column in a sum',
    visibility: 'certain',
    mutants: (base) =>
      [
        entered({ sheet: '納入', row: 5, column: 1 }, 'SUM(B:B)'),
        entered({ sheet: '結果', row: 1, column: 1 }, 'SUM(従来製品!E:E)'),
      ].filter(({ at }) => formulaOf(base, at) !== null),
  },
  {
    id: 'hidden row',
    visibility: 'certain',
    says: FEEDS,
    mutants: (base) => amounts(base).map((cell) => hiding(base, cell, { hiddenRows: [[cell.row, cell.row]] })),
  },
  {
    id: 'hidden sheet',
    visibility: 'certain',
    says: FEEDS,
    mutants: (base) =>
      [...INVENTORY, '条件'].map((sheet) => hiding(base, { sheet, row: 1, column: 1 }, { visibility: 'hidden' })),
  },
  {
    id: 'line added below the total',
    visibility: 'likely',
    says: FEEDS,
    mutants: () =>
      INVENTORY.map((sheet) => ({
        at: { sheet, row: 10, column: 4 },
        change: [
          { kind: 'set-value', cell: { sheet, row: 10, column: 0 }, value: '塗装' },
          { kind: 'set-value', cell: { sheet, row: 10, column: 1 }, value: 2 },
          { kind: 'set-value', cell: { sheet, row: 10, column: 3 }, value: 5 },
          { kind: 'set-formula', cell: { sheet, row: 10, column: 4 }, formula: 'B11*D11', value: null },
        ],
      })),
  },
  {
    id: 'stale stored value',
    visibility: 'certain',
    mutants: (base) =>
      formulas(base)
        .filter((cell) => typeof contentOf(base, cell) === 'number')
        .map((cell) => ({
          at: cell,
          change: withEdits(base.snapshot, [
            { kind: 'set-calculated', cell, value: (contentOf(base, cell) as number) + 1 },
          ]),
          recalculated: true,
        })),
  },
  {
    id: 'amount 5 % off',
    visibility: 'unseen',
    mutants: (base) => amounts(base).map((cell) => typed(cell, (contentOf(base, cell) as number) * 1.05)),
  },
  {
    id: 'wrong factor typed into its cell, the other side beside it',
    visibility: 'likely',
    says: [({ rule }) => rule === 'formula.factors-apart'],
    mutants: (base) => amounts(base).map((cell) => typed({ ...cell, column: 3 }, 1.234)),
  },
];

export const placeOf = ({ at }: Mutant): string => `${at.sheet}!${cellAddress(at)}`;
