import { message } from '../../../message';
import { tableSpec } from '../../../template/tables';
import type { TableSnapshot } from '../../../workbook/snapshot';
import type { ReviewedBook, ReviewedSheet } from '../book';
import type { Check, Remark } from '../check';

const LISTS = ['kmcbaseline', 'kmcproduct', 'kmcsideeffects', 'kmcsales'];

/** A blank row above a filled one of an inventory: a line may have been emptied. */
export const gapInList: Check = {
  id: 'gap-in-list',
  severity: 'warning',
  certain: false,
  find: (book) =>
    book.snapshot.tables
      .filter(({ name, headerRow }) => headerRow && LISTS.includes(name.toLowerCase()) && tableSpec(name))
      .flatMap((table) => inTable(table, book)),
  examples: [
    {
      name: 'a row emptied between two others',
      cells: {
        ...{ A1: 'Line ID', B1: 'Amount', C1: 'Emission', A2: 'P1', B2: 5, C2: '=B2*2' },
        ...{ C3: '=B3*2', A4: 'P3', B4: 6, C4: '=B4*2' },
      },
      stored: { C2: 10, C3: 0, C4: 12 },
      table: 'KmcProduct',
      finds: ['A3'],
    },
    {
      name: 'the first row emptied',
      cells: { A1: 'Line ID', B1: 'Amount', A3: 'P2', B3: 5 },
      table: 'KmcProduct',
      finds: ['A2'],
    },
    {
      name: 'rows still to be filled',
      cells: { A1: 'Line ID', B1: 'Amount', C1: 'Emission', A2: 'P1', B2: 5, C2: '=B2*2', C3: '=B3*2', C4: '=B4*2' },
      stored: { C2: 10, C3: 0, C4: 0 },
      table: 'KmcProduct',
      finds: [],
    },
  ],
};

function inTable({ range: { sheet: name, top, bottom, left, right }, totalsRow }: TableSnapshot, book: ReviewedBook) {
  const sheet = book.sheet(name);
  if (!sheet) return [];
  const remarks: Remark[] = [];
  let blank: number[] = [];
  for (let row = top + 1; row <= bottom - (totalsRow ? 1 : 0); row += 1) {
    if (!isFilled(sheet, row, left, right)) {
      blank.push(row);
      continue;
    }
    for (const gap of blank) remarks.push({ sheet, row: gap, column: left, message: FOUND });
    blank = [];
  }
  return remarks;
}

const FOUND = message('review.checks.gap-in-list.found');

/** Whether anything was typed into a row; computed columns fill themselves. */
function isFilled(sheet: ReviewedSheet, row: number, left: number, right: number): boolean {
  return (sheet.rows.get(row) ?? []).some(
    ({ column, value, formula }) => column >= left && column <= right && formula === null && value !== null,
  );
}
