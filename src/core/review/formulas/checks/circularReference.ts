import { message } from '../../../message';
import { cellAddress, sheetCellAddress } from '../../../workbook/a1';
import type { CellRef } from '../../../workbook/cell';
import type { Check } from '../check';

/** Cells of a circle that each of its cells is told. */
const NAMED = 3;

/** Formulas that rest on themselves: their values depend on how often the workbook was calculated. */
export const circularReference: Check = {
  id: 'circular-reference',
  severity: 'error',
  certain: true,
  find: (book) =>
    book.graph.circles().flatMap((circle) =>
      circle.map((cell) => {
        const sheet = book.sheet(cell.sheet)!;
        const through = circle
          .slice(0, NAMED + 1)
          .filter((other) => other !== cell)
          .slice(0, NAMED);
        const text =
          through.length > 0
            ? message('review.checks.circular-reference.found', { cells: through.map((other) => shown(other, cell)) })
            : message('review.checks.circular-reference.itself');
        return { sheet, row: cell.row, column: cell.column, message: text };
      }),
    ),
  examples: [
    { name: 'two cells that read each other', cells: { A1: '=A2+1', A2: '=A1*2', A3: '=A1' }, finds: ['A1', 'A2'] },
    { name: 'a total that holds its own cell', cells: { A1: 1, A2: '=SUM(A1:A2)' }, finds: ['A2'] },
    { name: 'a chain', cells: { A1: 1, A2: '=A1', A3: '=SUM(A1:A2)' }, finds: [] },
  ],
};

const shown = (other: CellRef, cell: CellRef): string =>
  other.sheet === cell.sheet ? cellAddress(other) : sheetCellAddress(other);
