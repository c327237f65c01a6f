import { toStructured } from '../../../src/adapters/grid/structuredForm';
import { toA1 } from '../../../src/adapters/grid/structuredReferences';
import type { CellRef } from '../../../src/core/workbook/cell';
import { table } from '../recalc/workbook';

/** KmcProduct: header in row 2, five lines in rows 3–7, totals in row 8, columns B–E. Others: T without totals, a table without header. */
const TABLES = [
  table('KmcProduct', '応募製品等', 'B2:E8', ['Amount', '排出原単位', "a[b]#'x", 'Unit ratio'], { totalsRow: true }),
  table('T', 'Sheet1', 'A1:C4', ['A', 'B b', 'C']),
  table('Bare', 'Sheet1', 'F1:G3', ['F', 'G'], { headerRow: false }),
  table('Other', "It's 2", 'A1:B3', ['X', 'Y']),
  table('One', 'S3', 'A1:B2', ['P', 'Q']),
];
const inRow4: CellRef = { sheet: '応募製品等', row: 3, column: 4 };
const inOnlyRow: CellRef = { sheet: 'S3', row: 1, column: 1 };
const onSheet1: CellRef = { sheet: 'Sheet1', row: 20, column: 0 };
const inT: CellRef = { sheet: 'Sheet1', row: 2, column: 2 };

describe('toA1', () => {
  it.each<[string, CellRef, string]>([
    ['KmcProduct[[#This Row],[Amount]]', inRow4, '$B4'],
    ['KmcProduct[[#This Row],[排出原単位]]*2', inRow4, '$C4*2'],
    ['KmcProduct[[#This Row],[Amount]:[Unit ratio]]', inRow4, '$B4:$E4'],
    ['KmcProduct[@Amount]', inRow4, '$B4'],
    ['[@Amount]', inRow4, '$B4'],
    ['[@[Unit ratio]]', inRow4, '$E4'],
    ['[@]', inRow4, '$B4:$E4'],
    ['KmcProduct[@]', inRow4, '$B4:$E4'],
    ['KmcProduct[#This Row]', inRow4, '$B4:$E4'],
    ['[Amount]', inRow4, '$B$3:$B$7'],
    ["SUM(KmcProduct[a'[b']'#''x])", inRow4, 'SUM($D$3:$D$7)'],
    ['SUM(KmcProduct[Amount])', onSheet1, 'SUM(応募製品等!$B$3:$B$7)'],
    ['SUM(kmcproduct[AMOUNT])', onSheet1, 'SUM(応募製品等!$B$3:$B$7)'],
    ['KmcProduct[[Amount]:[排出原単位]]', onSheet1, '応募製品等!$B$3:$C$7'],
    ['KmcProduct[[排出原単位]:[Amount]]', onSheet1, '応募製品等!$B$3:$C$7'],
    ['KmcProduct[#All]', onSheet1, '応募製品等!$B$2:$E$8'],
    ['KmcProduct[[#All],[Amount]]', onSheet1, '応募製品等!$B$2:$B$8'],
    ['KmcProduct[#Data]', onSheet1, '応募製品等!$B$3:$E$7'],
    ['KmcProduct[[#Data],[Amount]]', onSheet1, '応募製品等!$B$3:$B$7'],
    ['KmcProduct[]', onSheet1, '応募製品等!$B$3:$E$7'],
    ['ROWS(KmcProduct)', onSheet1, 'ROWS(応募製品等!$B$3:$E$7)'],
    ['KmcProduct[#Headers]', onSheet1, '応募製品等!$B$2:$E$2'],
    ['KmcProduct[[#Headers],[Amount]]', onSheet1, '応募製品等!$B$2'],
    ['KmcProduct[#Totals]', onSheet1, '応募製品等!$B$8:$E$8'],
    ['KmcProduct[[#Totals],[Unit ratio]]', onSheet1, '応募製品等!$E$8'],
    ['KmcProduct[[#Headers],[#Data],[Amount]]', onSheet1, '応募製品等!$B$2:$B$7'],
    ['KmcProduct[[#Data],[#Totals],[Amount]]', onSheet1, '応募製品等!$B$3:$B$8'],
    ['T[B b]', onSheet1, '$B$2:$B$4'],
    ['T[[B b]]', onSheet1, '$B$2:$B$4'],
    ['T[#All]', onSheet1, '$A$1:$C$4'],
    ['T[[#This Row],[A]]+T[[#This Row],[C]]', inT, '$A3+$C3'],
    ['Bare[F]', onSheet1, '$F$1:$F$3'],
    ['Bare[#All]', onSheet1, '$F$1:$G$3'],
    ['Other[X]', onSheet1, "'It''s 2'!$A$2:$A$3"],
    ['SUMIFS(T[A],T[B b],"T[A]")', onSheet1, 'SUMIFS($A$2:$A$4,$B$2:$B$4,"T[A]")'],
    [
      'INDEX(T[C],MATCH(KmcProduct[[#This Row],[Amount]],T[A],0))',
      inRow4,
      'INDEX(Sheet1!$C$2:$C$4,MATCH($B4,Sheet1!$A$2:$A$4,0))',
    ],
    ['A1+SUM($B$2:C3)', onSheet1, 'A1+SUM($B$2:C3)'],
    ["'It''s 2'!A1&\"[@A]\"", onSheet1, "'It''s 2'!A1&\"[@A]\""],
    ['LET(T,1,T+1)', onSheet1, 'LET(T,1,T+1)'],
    ['SUM( T[A] , 1 )', onSheet1, 'SUM( $A$2:$A$4 , 1 )'],
  ])('%s', (formula, at, expected) => {
    expect(toA1(formula, at, TABLES)).toEqual({ ok: true, value: expected });
  });

  it.each<[string, CellRef, string]>([
    ['SUM(Gone[A])', onSheet1, 'unknown-table'],
    ['SUM(T[Gone])', onSheet1, 'unknown-column'],
    ['T[[A]:[Gone]]', onSheet1, 'unknown-column'],
    ['T[@A]', onSheet1, 'other-row'],
    ['KmcProduct[@Amount]', { ...inRow4, row: 7 }, 'other-row'],
    ['KmcProduct[@Amount]', { ...inRow4, row: 1 }, 'other-row'],
    ['KmcProduct[@Amount]', { sheet: 'Sheet1', row: 3, column: 4 }, 'other-row'],
    ['[@A]', onSheet1, 'outside-table'],
    ['T[#Totals]', onSheet1, 'no-totals-row'],
    ['Bare[#Headers]', onSheet1, 'no-header-row'],
    ['[1]!T[A]', onSheet1, 'other-workbook'],
    ["SUM(T[']:A])", onSheet1, 'unreadable'],
    ['T[[A],[B b]]', onSheet1, 'unreadable'],
    ['Book.xlsx!T[A]', onSheet1, 'other-workbook'],
  ])('refuses %s', (formula, at, why) => {
    expect(toA1(formula, at, TABLES)).toMatchObject({ ok: false, message: { code: `recalc.reference.${why}` } });
  });

  it('refuses the rows of a table that has none, and still gives its header', () => {
    const empty = [table('E', 'S', 'A1:B1', ['X', 'Y'])];
    const at = { sheet: 'S', row: 5, column: 0 };
    expect(toA1('SUM(E[X])', at, empty)).toMatchObject({ ok: false, message: { code: 'recalc.reference.no-rows' } });
    expect(toA1('E[[#Headers],[Y]]', at, empty)).toEqual({ ok: true, value: '$B$1' });
  });
});

describe('toStructured', () => {
  it.each<[string, CellRef, string]>([
    ['SUM(応募製品等!$B$3:$B$7)', onSheet1, 'SUM(KmcProduct[Amount])'],
    ['$B4*$C4', inRow4, 'KmcProduct[[#This Row],[Amount]]*KmcProduct[[#This Row],[排出原単位]]'],
    ['応募製品等!$B$2:$E$8', onSheet1, 'KmcProduct[#All]'],
    ['$B$4*$B3', inRow4, '$B$4*$B3'],
    ['$B$3', inRow4, '$B$3'],
    ['$B$3:$B$6', inRow4, '$B$3:$B$6'],
    ['$B$3:$B$8', inRow4, '$B$3:$B$8'],
    ['B4', inRow4, 'B4'],
    ['$B3:$B7', inRow4, '$B3:$B7'],
    ['$A$3:$B$7', inRow4, '$A$3:$B$7'],
    ['"$B4"&$B4', inRow4, '"$B4"&KmcProduct[[#This Row],[Amount]]'],
    ['[1]Sheet1!$A$2:$A$4', onSheet1, '[1]Sheet1!$A$2:$A$4'],
    ['sheet1!$A$2:$A$4', inRow4, 'T[A]'],
    ['$A$2', inOnlyRow, 'One[P]'],
    ['$A2', inOnlyRow, 'One[[#This Row],[P]]'],
  ])('%s', (formula, at, expected) => {
    expect(toStructured(formula, at, TABLES)).toBe(expected);
  });
});
