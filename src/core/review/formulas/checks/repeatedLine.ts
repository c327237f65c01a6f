import { message } from '../../../message';
import { keyOfHeader } from '../../../template/headers';
import type { TableSnapshot } from '../../../workbook/snapshot';
import type { ReviewedBook } from '../book';
import type { Check, Remark } from '../check';

const INVENTORIES = ['kmcbaseline', 'kmcproduct', 'kmcsideeffects'];

/** What makes a line the one it is; its id, notes and scores do not. */
const TELLING = ['variant', 'segment', 'stage', 'process', 'flow', 'amount', 'unit', 'per', 'factorId', 'factor'];

/** Two lines of one inventory that say the same under two ids: entered twice, or in two parts that should say so. */
export const repeatedLine: Check = {
  id: 'repeated-line',
  severity: 'warning',
  certain: false,
  find: (book) =>
    book.snapshot.tables
      .filter(({ name, headerRow }) => headerRow && INVENTORIES.includes(name.toLowerCase()))
      .flatMap((table) => inTable(table, book)),
  examples: [
    {
      name: 'one line under two ids',
      cells: {
        ...{ A1: 'Line ID', B1: 'Process', C1: 'Amount', D1: 'Unit' },
        ...{ A2: 'P1', B2: 'Steel', C2: 5, D2: 'kg', A3: 'P2', B3: 'Steel', C3: 5, D3: 'kg' },
      },
      table: 'KmcProduct',
      finds: ['A3'],
    },
    {
      name: 'two amounts of one process, and lines without an amount',
      cells: {
        ...{ A1: 'Line ID', B1: 'Process', C1: 'Amount', D1: 'Unit', A2: 'P1', B2: 'Steel', C2: 5, D2: 'kg' },
        ...{ A3: 'P2', B3: 'Steel', C3: 6, D3: 'kg', A4: 'P3', B4: 'Paint', A5: 'P4', B5: 'Paint' },
      },
      table: 'KmcProduct',
      finds: [],
    },
  ],
};

function inTable(table: TableSnapshot, book: ReviewedBook): readonly Remark[] {
  const sheet = book.sheet(table.range.sheet);
  const keys = table.columns.map((header) => keyOfHeader(table.name, header));
  const columnsOf = (wanted: string): readonly number[] => {
    const position = keys.indexOf(wanted);
    return position < 0 ? [] : [table.range.left + position];
  };
  const [id] = columnsOf('id');
  const [amount] = columnsOf('amount');
  if (!sheet || id === undefined || amount === undefined) return [];
  const telling = TELLING.flatMap(columnsOf);
  const first = new Map<string, string>();
  const remarks: Remark[] = [];
  for (let row = table.range.top + 1; row <= table.range.bottom; row += 1) {
    if (typeof sheet.at(row, amount)?.value !== 'number') continue;
    const line = JSON.stringify(telling.map((column) => sheet.at(row, column)?.value ?? null));
    const like = first.get(line);
    if (like === undefined) first.set(line, String(sheet.at(row, id)?.value ?? ''));
    else remarks.push({ sheet, row, column: id, message: message('review.checks.repeated-line.found', { like }) });
  }
  return remarks;
}
