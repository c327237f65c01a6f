import { reviewFormulas, type Finding } from '../../../../src/core/review/formulas/reviewFormulas';
import type { Recalculation } from '../../../../src/core/workbook/recalculation';
import type { WorkbookSnapshot } from '../../../../src/core/workbook/snapshot';
import { bookOf, sheetOf, type Cells } from './exampleBook';

// Products, one of them typed over, and their total, which leaves out the first.
const CELLS: Cells = {
  ...{ A1: 2, B1: 3, C1: '=A1*B1', A2: 4, B2: 5, C2: '=A2*B2', A3: 6, B3: 7, C3: 42, A4: 8, B4: 9, C4: '=A4*B4' },
  ...{ C5: '=SUM(C2:C4)', D1: '=C1/C$5', D2: '=C2/C$5', D3: 0.7, D4: '=C4/C$5' },
};
const RESULTS: Readonly<Record<string, number>> = {
  C1: 6,
  C2: 20,
  C4: 72,
  C5: 134,
  D1: 6 / 134,
  D2: 20 / 134,
  D4: 72 / 134,
};
const ZEROS = Object.fromEntries(Object.keys(RESULTS).map((address) => [address, 0]));

const calculated = (snapshot: WorkbookSnapshot): Recalculation => {
  const [sheet] = snapshot.sheets;
  const cells: Recalculation['cells'][number][] = [];
  sheet!.forEachCell((row, column, _value, formula) => {
    const value = RESULTS[`${'ABCD'[column]}${row + 1}`];
    if (formula !== null) cells.push({ cell: { sheet: 'Data', row, column }, value: value!, message: null });
  });
  return { cells, unsupported: [], circular: [] };
};

const told = (findings: readonly Finding[]): readonly string[] => findings.map(({ cell, check }) => `${cell} ${check}`);

const EXPECTED = ['C3 typed-over-formula', 'D3 number-among-formulas', 'C5 range-ends'];

describe('formulas without results', () => {
  it('are judged as with their results, once these are calculated', () => {
    expect(told(reviewFormulas(bookOf(sheetOf('Data', CELLS, RESULTS))).findings)).toEqual(EXPECTED);
  });

  it.each([
    ['none', {}],
    ['0 for each', ZEROS],
  ])('%s: one cause is told once, and the rest as if they were there', (_name, stored) => {
    const book = bookOf(sheetOf('Data', CELLS, stored));
    const { findings } = reviewFormulas(book, { recalculation: calculated(book) });
    expect(told(findings)).toEqual(['C1 no-stored-value', ...EXPECTED]);
    expect(findings[0]!.message.params).toEqual({ count: 7 });
  });

  it('one result that is another one is stale, the others as the file has them', () => {
    const book = bookOf(sheetOf('Data', CELLS, { ...RESULTS, C1: 7 }));
    const { findings } = reviewFormulas(book, { recalculation: calculated(book) });
    expect(told(findings)).toContain('C1 stale-value');
    expect(told(findings)).not.toContain('C1 no-stored-value');
  });

  it('where only these are asked for, no stored result is doubted', () => {
    const { C2, ...some } = RESULTS;
    expect(C2).toBe(20);
    const book = bookOf(sheetOf('Data', CELLS, { ...some, C1: 7 }));
    const { findings } = reviewFormulas(book, { recalculation: calculated(book), onlyMissing: true });
    expect(told(findings)).toContain('C2 no-stored-value');
    expect(told(findings)).not.toContain('C1 stale-value');
  });
});
