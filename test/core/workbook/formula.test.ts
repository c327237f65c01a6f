import { fromStoredFormula, toR1C1, toStoredFormula } from '../../../src/core/workbook/formula';

describe('formulas as a file stores them', () => {
  // Left what Excel writes into <f>, right what it shows in the formula bar (with our add-in loaded).
  it.each([
    ['_xldudf_KMC_UNIT_RATIO(A1,B1)', 'KMC.UNIT_RATIO(A1,B1)'],
    ['_xldudf_KMC_X("_xldudf_KMC_X(")&"KMC.X("', 'KMC.X("_xldudf_KMC_X(")&"KMC.X("'],
    ['IF(A1="say ""_xlfn.LET(""",1,2)', 'IF(A1="say ""_xlfn.LET(""",1,2)'],
    ['_xldudf_KMC_X(T[[#This Row],[KMC.Y(]])', 'KMC.X(T[[#This Row],[KMC.Y(]])'],
    ['_xlfn._xlws.FILTER(A1:A3,B1:B3)', 'FILTER(A1:A3,B1:B3)'],
    ['_xlfn.STDEV.S(応募製品!A1:A3)', 'STDEV.S(応募製品!A1:A3)'],
    ["_xlfn.CONCAT('製品 A'!B2,'O''Neill'!C3)", "CONCAT('製品 A'!B2,'O''Neill'!C3)"],
    ['SUM(_xlfn.ANCHORARRAY(A1))', 'SUM(A1#)'],
    ["_xlfn.ANCHORARRAY('a b'!$A$1)", "'a b'!$A$1#"],
    ['_xlfn.SINGLE(A1:A3)+1', '@A1:A3+1'],
    ['_xlfn.SINGLE(INDEX(A1:A3,2))', '@INDEX(A1:A3,2)'],
    ['_xlfn.SINGLE(_xlfn.ANCHORARRAY(A1))', '@A1#'],
    ['_xlfn.SINGLE(A1+1)', 'SINGLE(A1+1)'],
    ['_xlfn.LET(_xlpm.x,1,_xlpm.x+x2)', 'LET(x,1,x+x2)'],
    ['_xlfn.LET(_xlpm.x,x,_xlpm.x)', 'LET(x,x,x)'],
    ['_xlfn.LET(_xlpm.a,1,TaxRate)', 'LET(a,1,TaxRate)'],
    ['_xlfn.LET(_xlpm.a,{1,2},_xlpm.b,SUM(A1,B1),_xlpm.a+_xlpm.b)', 'LET(a,{1,2},b,SUM(A1,B1),a+b)'],
    ['_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.x,_xlpm.x+1),_xlpm.f(2))', 'LET(f,LAMBDA(x,x+1),f(2))'],
    ['_xlfn.LAMBDA(_xlpm.a, _xlpm.b, _xlpm.a*_xlpm.b)(1,2)', 'LAMBDA(a, b, a*b)(1,2)'],
    ['_xlfn.IFNA( A1 ,\n  "数量 = 0" )', 'IFNA( A1 ,\n  "数量 = 0" )'],
    ['[1]Sheet1!A1+[0]!Name', '[1]Sheet1!A1+[0]!Name'],
    ['SUM(A1:A2 B1:B2,-1.5E+3,TRUE,#N/A)', 'SUM(A1:A2 B1:B2,-1.5E+3,TRUE,#N/A)'],
    // Nothing we could put back: left as it is.
    ['_xlfn.NOT_YET_KNOWN(1)', '_xlfn.NOT_YET_KNOWN(1)'],
    ['_xldudf_CONTOSO_ADD(1)', '_xldudf_CONTOSO_ADD(1)'],
  ])('%s is shown as %s, and stored again as it was', (stored, plain) => {
    expect(fromStoredFormula(stored)).toBe(plain);
    expect(toStoredFormula(plain)).toBe(stored);
  });

  it.each([
    ['[2]!_xldudf_KMC_X(A1)', 'KMC.X(A1)'],
    ["'[2]a b'!_xldudf_KMC_X(A1)", 'KMC.X(A1)'],
    ['Book.xla!_xldudf_KMC_X(A1)+1', 'KMC.X(A1)+1'],
    ['_xldudf_kmc_avoided(A1)', 'KMC.AVOIDED(A1)'],
    ['kmc.Avoided(A1)', 'KMC.AVOIDED(A1)'],
    ['_xlfn.NETWORKDAYS.INTL(A1,B1)', 'NETWORKDAYS.INTL(A1,B1)'],
  ])('also understands %s', (stored, plain) => expect(fromStoredFormula(stored)).toBe(plain));

  it('stores what was typed without prefixes in the form Excel needs', () => {
    expect(toStoredFormula('kmc.unit_ratio(A1,B1)')).toBe('_xldudf_KMC_UNIT_RATIO(A1,B1)');
    expect(toStoredFormula('xlookup(1,A:A,B:B)')).toBe('_xlfn.XLOOKUP(1,A:A,B:B)');
    expect(toStoredFormula('NETWORKDAYS.INTL(A1,B1)')).toBe('NETWORKDAYS.INTL(A1,B1)');
  });
});

describe('toR1C1', () => {
  it('gives formulas filled down the same text', () => {
    expect(toR1C1('SUM($A$1:B2)+Sheet1!C3', { row: 2, column: 2 })).toBe('SUM(R1C1:R[-1]C[-1])+Sheet1!RC');
    expect(toR1C1('B3*2', { row: 2, column: 2 })).toBe(toR1C1('B9*2', { row: 8, column: 2 }));
  });
});
