import { reviewFormulas } from '../../../../src/core/review/formulas/reviewFormulas';
import { reviewedBook } from '../../../../src/core/review/formulas/book';
import { parseCell } from '../../../../src/core/workbook/a1';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../../src/core/workbook/snapshot';
import { bookOf, sheetOf, type Cells } from './exampleBook';

const SALES: Cells = {
  ...{ A1: 'Item', B1: 'Pieces', C1: 'Price', D1: 'Amount' },
  ...{ A2: 'a', B2: 3, C2: 5, D2: '=[@Pieces]*[@Price]', A3: 'b', B3: 2, C3: 7, D3: '=[@Pieces]*[@Price]' },
  ...{ A4: 'c', B4: 4, C4: 6, D4: 25, A5: 'd', B5: 8, C5: 9, D5: '=[@Pieces]*[@Price]' },
  ...{ A6: 'e', B6: 2, C6: 3, D6: 6, A7: 'f', B7: 5, C7: 5, D7: '=[@Pieces]*[@Price]' },
  ...{ F1: '=SUM(Sales[Amount])' },
};

function salesBook(): WorkbookSnapshot {
  const sheet = sheetOf('Data', SALES, { D2: 15, D3: 14, D5: 72, D7: 25, F1: 157 });
  const range = { sheet: 'Data', top: 0, left: 0, bottom: 6, right: 3 };
  const columns = ['Item', 'Pieces', 'Price', 'Amount'];
  return { ...bookOf(sheet), tables: [{ name: 'Sales', range, columns, headerRow: true, totalsRow: false }] };
}

const told = (book: WorkbookSnapshot): readonly string[] =>
  reviewFormulas(book)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ cell, check }) => `${cell} ${check}`);

describe('formulas that name tables', () => {
  it('are tried where a number was typed over them', () => {
    expect(told(salesBook())).toEqual(['D4 number-among-formulas', 'D6 typed-over-formula']);
  });

  it('are followed: nothing is said of them that could not be looked at', () => {
    expect(reviewFormulas(salesBook()).notices).toEqual([]);
  });

  it('take in a whole column, so that a blank first line is no wrong range', () => {
    const book = salesBook();
    const { D2, ...rest } = SALES;
    expect(D2).toBeDefined();
    expect(told({ ...book, sheets: [sheetOf('Data', rest, { D3: 14, D5: 72, D7: 25, F1: 142 })] })).not.toContain(
      'F1 range-ends',
    );
  });
});

describe('formulas that name cells', () => {
  const named = (formula: string, sheet: string | null = null): WorkbookSnapshot => ({
    ...bookOf(
      sheetOf(
        'Data',
        {
          ...{ A1: 2, A2: 3, A3: 4, A4: 6, B1: '=A1*Rate', B2: '=A2*Rate', B3: 2.468, B4: '=A4*Rate', H1: 0.617 },
        },
        { B1: 1.234, B2: 1.851, B4: 3.702 },
      ),
    ),
    names: [{ name: 'Rate', formula, sheet, hidden: false }],
  });

  it.each([
    ['a fixed cell', 'Data!$H$1', null],
    ['a number', '0.617', null],
    ['a fixed cell, in the sheet alone', 'Data!$H$1', 'Data'],
  ])('%s: what was typed over them is told', (_name, formula, sheet) => {
    expect(told(named(formula, sheet))).toEqual(['B3 typed-over-formula']);
  });

  it('as seen from their own place: the cell to the left, written from A1', () => {
    const cells: Cells = { A1: 2, A2: 3, A3: 4, A4: 6, B1: '=Before*2', B2: '=Before*2', B3: 8, B4: '=Before*2' };
    const book = bookOf(sheetOf('Data', cells, { B1: 4, B2: 6, B4: 12 }));
    expect(told({ ...book, names: [{ name: 'Before', formula: 'Data!XFD1', sheet: null, hidden: false }] })).toEqual([
      'B3 typed-over-formula',
    ]);
  });

  it('are no numbers written into the formula', () => {
    expect(reviewFormulas(named('0.617')).findings.map(({ check }) => check)).not.toContain('hard-coded-number');
  });

  it('hide no name that the formula declares itself', () => {
    const cells: Cells = { A1: 5, B1: '=LET(rate,A1,rate*2)' };
    const book = bookOf(sheetOf('Data', cells, { B1: 10 }));
    const review = reviewFormulas({
      ...book,
      names: [{ name: 'rate', formula: '[1]X!$A$1', sheet: null, hidden: false }],
    });
    expect(review.notices).toEqual([]);
  });
});

describe('values that another formula filled', () => {
  const filled = (sheet: SheetSnapshot, spill: readonly [string, string]): SheetSnapshot => {
    const [from, to] = spill.map((address) => parseCell(address)!);
    const range = { sheet: 'Data', top: from!.row, left: from!.column, bottom: to!.row, right: to!.column };
    return Object.assign(Object.create(sheet) as SheetSnapshot, { spills: [range] });
  };

  it('are not typed: a what-if table, an array', () => {
    const cells: Cells = { A1: 1, B1: '=A1*2', A2: 5, B2: '=TABLE(,A1)', A3: 6, B3: 12, A4: 7, B4: 14 };
    const sheet = sheetOf('Data', cells, { B1: 2, B2: 10 });
    expect(told(bookOf(sheet))).toEqual(['B3 typed-over-formula', 'B4 typed-over-formula']);
    expect(told(bookOf(filled(sheet, ['B2', 'B4'])))).toEqual([]);
  });
});

describe('formulas beyond all use', () => {
  const expressionIn = (formula: string) =>
    reviewedBook(bookOf(sheetOf('Data', { A1: `=${formula}` }))).sheets[0]!.formulas[0]!.expression;

  it.each([
    ['signs', `${'-'.repeat(8000)}1`],
    ['percents', `1${'%'.repeat(8000)}`],
    ['brackets', `${'('.repeat(3000)}1${')'.repeat(3000)}`],
    ['terms', Array.from({ length: 4000 }, () => 'B2').join('+')],
  ])('are said to be unreadable: %s', (_name, formula) => {
    expect(expressionIn(formula)).toBeNull();
    const { notices } = reviewFormulas(bookOf(sheetOf('Data', { A1: `=${formula}` }, { A1: 1 })));
    expect(notices.map(({ code }) => code)).toEqual(['review.notice.unreadable']);
  });

  it('are read as long as a person may have written them', () => {
    const formula = Array.from({ length: 900 }, () => 'B2').join('+');
    expect(expressionIn(formula)?.kind).toBe('binary');
    expect(reviewFormulas(bookOf(sheetOf('Data', { A1: `=${formula}` }, { A1: 1 }))).notices).toEqual([]);
  });
});

describe('the path of another workbook, which Excel itself never stores', () => {
  it('is no reference to the own cell: nothing is circular', () => {
    const book = bookOf(sheetOf('Data', { A1: "='C:\\data\\[prices.xlsx]P'!A1*2" }, { A1: 4 }));
    const { findings, notices } = reviewFormulas(book);
    expect(findings.map(({ check }) => check)).not.toContain('circular-reference');
    expect(notices.map(({ code }) => code)).toEqual(['review.notice.unreadable']);
  });
});

describe('what joins ranges', () => {
  it.each(['A1#', '@A1:A4', '(A1:A2,A4)', 'A1:INDEX(B1:B9,3)', 'A1:A4 A2:B2', '{1,2;3,4}', 'LAMBDA(x,x^2)(A2)'])(
    'is read: %s',
    (formula) => {
      const book = bookOf(sheetOf('Data', { F9: `=SUM(${formula})` }, { F9: 1 }));
      expect(reviewFormulas(book).notices).toEqual([]);
    },
  );
});
