import { message } from '../../../message';
import { columnName } from '../../../workbook/a1';
import type { RangeRef } from '../../../workbook/cell';
import { MAX_COLUMNS, MAX_ROWS } from '../../../workbook/sheetColumns';
import type { Check } from '../check';

/** Formulas that take in a whole column or row: whatever is typed there later, notes and totals too, counts. */
export const wholeColumn: Check = {
  id: 'whole-column',
  severity: 'info',
  certain: true,
  find: (book) =>
    book.sheets.flatMap((sheet) =>
      [...sheet.kinds.values()].flatMap(([first]) => {
        const { row, column } = first!;
        const range = book.graph.direct({ sheet: sheet.snapshot.name, row, column }).find(isWhole);
        if (!range) return [];
        const text = message('review.checks.whole-column.found', { range: shown(range) });
        return [{ sheet, row, column, message: text }];
      }),
    ),
  examples: [
    { name: 'a whole column', cells: { A1: 1, A2: 2, C1: '=SUM(A:A)' }, stored: { C1: 3 }, finds: ['C1'] },
    { name: 'a whole row', cells: { A1: 1, B1: 2, C3: '=SUM(1:1)' }, stored: { C3: 3 }, finds: ['C3'] },
    { name: 'a range', cells: { A1: 1, A2: 2, C1: '=SUM(A1:A2)' }, stored: { C1: 3 }, finds: [] },
  ],
};

const isWholeColumn = ({ top, bottom }: RangeRef): boolean => top === 0 && bottom === MAX_ROWS - 1;

const isWhole = (range: RangeRef): boolean =>
  isWholeColumn(range) || (range.left === 0 && range.right === MAX_COLUMNS - 1);

const shown = (range: RangeRef): string =>
  isWholeColumn(range)
    ? `${columnName(range.left)}:${columnName(range.right)}`
    : `${range.top + 1}:${range.bottom + 1}`;
