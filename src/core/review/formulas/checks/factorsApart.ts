import { sideOf } from '../../../adoption/sides';
import { message } from '../../../message';
import { normaliseText } from '../../../quantity/normalise';
import { sheetCellAddress } from '../../../workbook/a1';
import { isTypedNumber, type ReviewedBook, type ReviewedSheet, type UsedCell } from '../book';
import type { Check, Remark } from '../check';

/** How a column of emission factors is headed. */
const FACTOR = /原単位|排出係数|emission factor/;
/** How a column of units is headed. */
const UNIT = /^(単位|unit)/;

/** One thing under one name on both sides, counted by two factors: part of the difference is then none of the product's. */
export const factorsApart: Check = {
  id: 'factors-apart',
  severity: 'warning',
  certain: false,
  find: (book) => {
    const baseline = new Map(statedOn(book, 'KmcBaseline').map((one) => [one.key, one]));
    return statedOn(book, 'KmcProduct').flatMap(({ key, name, sheet, cell }): readonly Remark[] => {
      const other = baseline.get(key);
      if (!other || other.cell.value === cell.value) return [];
      const place = sheetCellAddress({
        sheet: other.sheet.snapshot.name,
        row: other.cell.row,
        column: other.cell.column,
      });
      const text = message('review.checks.factors-apart.found', { name, other: place });
      return [{ sheet, row: cell.row, column: cell.column, message: text }];
    });
  },
  examples: [
    {
      name: 'steel by two factors',
      cells: { A1: 5 },
      sheets: {
        Baseline: { A1: 'Process', B1: 'Emission factor', A2: 'Steel', B2: 2.1 },
        Product: { A1: 'Process', B1: 'Emission factor', A2: 'Steel', B2: 2.9, A3: 'Zinc', B3: 4 },
      },
      finds: ['B2'],
    },
    {
      name: 'one factor, and one name in two units',
      cells: { A1: 5 },
      sheets: {
        Baseline: {
          A1: 'Process',
          B1: 'Unit',
          C1: 'Emission factor',
          A2: 'Steel',
          B2: 'kg',
          C2: 2,
          A3: 'Oil',
          B3: 'L',
          C3: 3,
        },
        Product: {
          A1: 'Process',
          B1: 'Unit',
          C1: 'Emission factor',
          A2: 'Steel',
          B2: 'kg',
          C2: 2,
          A3: 'Oil',
          B3: 'kg',
          C3: 4,
        },
      },
      finds: [],
    },
  ],
};

interface StatedFactor {
  /** Name and unit. */
  readonly key: string;
  readonly name: string;
  readonly sheet: ReviewedSheet;
  readonly cell: UsedCell;
}

/** Factors typed below a heading, of sheets that are called after a side; tables of the template are the criteria's. */
const statedOn = (book: ReviewedBook, side: ReturnType<typeof sideOf>): readonly StatedFactor[] =>
  book.sheets
    .filter(
      ({ snapshot: { name } }) =>
        sideOf(name) === side && !book.snapshot.tables.some(({ range }) => range.sheet === name),
    )
    .flatMap(statedIn);

function statedIn(sheet: ReviewedSheet): readonly StatedFactor[] {
  const heading = sheet.cells.find(({ value }) => typeof value === 'string' && FACTOR.test(plain(value)));
  if (!heading) return [];
  const unit = (sheet.rows.get(heading.row) ?? []).find(({ value }) => UNIT.test(plain(value)));
  return (sheet.columns.get(heading.column) ?? []).flatMap((cell): readonly StatedFactor[] => {
    if (cell.row <= heading.row || !isTypedNumber(cell)) return [];
    const name = (sheet.rows.get(cell.row) ?? []).find(({ value }) => typeof value === 'string')?.value;
    if (typeof name !== 'string') return [];
    const measured = unit ? plain(sheet.at(cell.row, unit.column)?.value) : '';
    return [{ key: JSON.stringify([plain(name), measured]), name, sheet, cell }];
  });
}

const plain = (value: unknown): string => (typeof value === 'string' ? normaliseText(value).toLowerCase() : '');
