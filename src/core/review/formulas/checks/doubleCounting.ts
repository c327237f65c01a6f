import { message } from '../../../message';
import { cellAddress, columnName, rangeAddress } from '../../../workbook/a1';
import { MAX_ROWS } from '../../../workbook/sheetColumns';
import type { Check } from '../check';
import type { FormulaCell, ReviewedBook } from '../book';
import { additiveTerms } from '../../precedents/additiveTerms';
import { blockAt, type Block } from '../expression';
import { byColumn, isInside, showsNumbers, sumBlocksOf, within } from '../ranges';

/** A sum over a range that holds a subtotal and the cells of that subtotal. */
export const doubleCounting: Check = {
  id: 'double-counting',
  severity: 'error',
  certain: true,
  find: (book) =>
    book.sheets.flatMap((sheet) => {
      const sums = new Map(sheet.formulas.map((formula) => [formula, sumBlocksOf(formula)] as const));
      const subtotals = byColumn([...sums.keys()].filter((formula) => sums.get(formula)!.length > 0));
      return [...sums].flatMap(([formula, blocks]) => {
        const { row, column } = formula;
        const shared = sharedByTerms(formula);
        if (shared) {
          const text = message('review.checks.double-counting.overlap', { cells: rangeAddress(shared) });
          return [{ sheet, row, column, message: text }];
        }
        const twice = blocks.flatMap((block) =>
          within(block, subtotals)
            .filter((total) => total !== formula && sums.get(total)!.some((inner) => isCountedIn(inner, block, total)))
            .map((cell) => ({ range: rangeAddress(block), subtotal: cellAddress(cell) })),
        )[0];
        const whole = twice ?? inWholeColumn(formula, book);
        return whole ? [{ sheet, row, column, message: message('review.checks.double-counting.found', whole) }] : [];
      });
    }),
  examples: [
    {
      name: 'a subtotal inside the total',
      cells: { A1: 1, A2: 2, A3: '=SUM(A1:A2)', A4: 4, A5: '=SUM(A1:A4)' },
      stored: { A3: 3, A5: 10 },
      finds: ['A5'],
    },
    {
      name: 'a whole column with its own total',
      cells: { A1: '=SUM(Data2!A:A)' },
      stored: { A1: 6 },
      sheets: { Data2: { A1: 1, A2: 2, A3: '=SUM(A1:A2)' } },
      finds: ['A1'],
    },
    {
      name: 'a whole column without a total',
      cells: { A1: '=SUM(Data2!A:A)' },
      stored: { A1: 3 },
      sheets: { Data2: { A1: 1, A2: 2, B3: '=SUM(A1:A2)' } },
      finds: [],
    },
    {
      name: 'a line added to the sum that holds it',
      cells: { A1: 1, A2: 2, A3: '=SUM(A1:A2)+A1', A4: '=SUM(A1:A2,A2)' },
      stored: { A3: 4, A4: 5 },
      finds: ['A3', 'A4'],
    },
    {
      name: 'a subtotal and the last of its lines',
      cells: { A1: 1, A2: 2, A3: '=SUM(A1:A2)', A4: 4, A5: '=SUM(A2:A4)' },
      stored: { A3: 3, A5: 9 },
      finds: ['A5'],
    },
    {
      name: 'a subtotal and the heading of its lines',
      cells: { A1: 'Tonnes', A2: 2, A3: 3, A4: '=SUM(A1:A3)', B4: '=SUM(A1,A4)', B5: '=SUM(A4:A5)' },
      stored: { A4: 5, B4: 5, B5: 5 },
      finds: [],
    },
    {
      name: 'a line taken from the sum that holds it, or its half',
      cells: { A1: 1, A2: 2, A3: '=SUM(A1:A2)-A1', A4: '=SUM(A1:A2)+A1/2' },
      stored: { A3: 2, A4: 3.5 },
      finds: [],
    },
    {
      name: 'a levy on the items above it',
      cells: { A1: 1, A2: 2, A3: '=SUM(A1:A2)*0.1', A4: '=SUM(A1:A3)' },
      stored: { A3: 0.3, A4: 3.3 },
      finds: [],
    },
    {
      name: 'a total that is halved for it',
      cells: { A1: 1, A2: 2, A3: '=SUM(A1:A2)', A4: '=SUM(A1:A3)/2' },
      stored: { A3: 3, A4: 3 },
      finds: [],
    },
    {
      name: 'a total of subtotals',
      cells: { A1: 1, A2: 2, A3: '=SUM(A1:A2)', A4: 4, A5: 5, A6: '=SUM(A4:A5)', A7: '=A3+A6' },
      stored: { A3: 3, A6: 9, A7: 12 },
      finds: [],
    },
  ],
};

/** Whether some number of a subtotal's list stands in the sum beside the subtotal: the whole list, or a part of it. */
function isCountedIn(inner: Block, block: Block, { sheet }: FormulaCell): boolean {
  if (isInside(inner, block)) return true;
  const both = intersection(inner, block);
  return both !== null && showsNumbers(both, sheet);
}

/** A total that a sum over a whole column takes in together with its parts, on whatever sheet. */
function inWholeColumn({ sheet, row, column, expression }: FormulaCell, book: ReviewedBook) {
  if (expression?.kind !== 'call' || expression.name !== 'SUM') return null;
  for (const range of book.graph.direct({ sheet: sheet.snapshot.name, row, column })) {
    if (range.top !== 0 || range.bottom !== MAX_ROWS - 1) continue;
    const total = (book.sheet(range.sheet)?.formulas ?? []).find(
      (one) =>
        one.column >= range.left &&
        one.column <= range.right &&
        sumBlocksOf(one).some((inner) => isInside(inner, range)),
    );
    if (total) return { range: `${columnName(range.left)}:${columnName(range.right)}`, subtotal: cellAddress(total) };
  }
  return null;
}

/** A range that two terms of one sum with the same sign both hold, a sum over several cells among them. */
function sharedByTerms(formula: FormulaCell): Block | null {
  const terms = formula.expression ? (additiveTerms(formula.expression) ?? []) : [];
  const blocks = terms.flatMap(({ reference, sign }) => {
    const block = reference.sheet === null ? blockAt(reference, formula) : null;
    return block ? [{ block, sign, single: reference.single }] : [];
  });
  for (const [at, one] of blocks.entries())
    for (const other of blocks.slice(at + 1)) {
      const both =
        one.sign === other.sign && !(one.single && other.single) ? intersection(one.block, other.block) : null;
      if (both) return both;
    }
  return null;
}

function intersection(one: Block, other: Block): Block | null {
  const block = {
    top: Math.max(one.top, other.top),
    bottom: Math.min(one.bottom, other.bottom),
    left: Math.max(one.left, other.left),
    right: Math.min(one.right, other.right),
  };
  return block.top <= block.bottom && block.left <= block.right ? block : null;
}
