import { reviewedBook } from '../../../../src/core/review/formulas/book';
import { wordedFormula } from '../../../../src/core/review/formulas/wordedFormula';
import { bookOf, sheetOf } from '../../adoption/sheets';

const grid = [
  ['Item', 'Amount', 'Factor', 'Emission'],
  ['Power', 2, 0.5, '=B2*C2'],
  ['Oil', 3, 2.5, '=B3*C3'],
  ['Total', null, null, '=SUM(D2:D3)'],
  [null, 7, null, null],
];
const lines = sheetOf('Lines', grid);
const other = sheetOf('Other', [['=Lines!D4*1000', '=SUM(Lines!$B$2:$B$3)']]);
const table = {
  name: 'Factors',
  range: { sheet: 'Lines', top: 0, bottom: 2, left: 0, right: 3 },
  columns: ['Item', 'Amount', 'Factor', 'Emission'],
  headerRow: true,
  totalsRow: false,
};
const free = reviewedBook(bookOf(lines, other));
const withTable = reviewedBook({ ...bookOf(lines, other), tables: [table] });

const said = (formula: string, sheet: string, row: number, book = free) =>
  wordedFormula(formula, { sheet, row, column: 3 }, book)
    .map(({ text, kind }) => (kind === 'named' ? `<${text}>` : text))
    .join('');

describe('a formula in words', () => {
  it.each([
    ['names a single cell by the text to its left', 'B2*C2', 'Lines', 1, '<Power>*<Power>'],
    ['names a range by the text above it', 'SUM(D2:D3)', 'Lines', 3, 'SUM(<Emission>)'],
    ['says the sheet where it is another', 'Lines!D4*1000', 'Other', 0, '<Lines: Total>*1000'],
    ['leaves what has no words beside it as it is written', 'Z99+1', 'Lines', 1, 'Z99+1'],
  ])('%s', (_, formula, sheet, row, expected) => {
    expect(said(formula, sheet, row)).toBe(expected);
  });

  it('names cells of a table by their header', () => {
    expect(said('B2*C2', 'Lines', 1, withTable)).toBe('<Amount>*<Factor>');
    expect(said('SUM(Factors[Emission])', 'Other', 0, withTable)).toBe('SUM(<Lines: Emission>)');
  });
});
