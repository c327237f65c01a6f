import { formulaPattern } from '../../../src/adapters/recalc/formulaPattern';
import { parseCell } from '../../../src/core/workbook/a1';

const patternAt = (formula: string, cell: string) => formulaPattern(formula, parseCell(cell)!);

describe('formulaPattern', () => {
  it.each([
    ['A1+$B$1', 'C1', 'A7+$B$1', 'C7'],
    ['SUM(A1:B1)*B$9', 'D1', 'SUM(B3:C3)*C$9', 'E3'],
    ['\'My A1\'!A1&"A1"', 'C1', '\'My A1\'!A2&"A1"', 'C2'],
    ['LOG10(A1)', 'B1', 'LOG10(A2)', 'B2'],
    ['Q1!A1', 'B1', 'Q1!A2', 'B2'],
    ['T[[#This Row],[A1]]*A1', 'B1', 'T[[#This Row],[A1]]*A2', 'B2'],
    ["T[it'']s]]&A1", 'B1', "T[it'']s]]&A2", 'B2'],
  ])('is the same for %s in %s and %s in %s', (one, at, other, elsewhere) => {
    expect(patternAt(one, at).text).toBe(patternAt(other, elsewhere).text);
  });

  it.each([
    ['A1', 'B1', 'A1', 'B2'],
    ['"A1"', 'B1', '"A2"', 'B2'],
    ['Q1!$A$1', 'B1', 'Q2!$A$1', 'B2'],
    ["'Q1'!$A$1", 'B1', "'Q2'!$A$1", 'B2'],
    ['LOG10(1)', 'B1', 'LOG11(1)', 'B2'],
    ['T[A1]', 'B1', 'T[A2]', 'B2'],
    ['A1.x', 'B1', 'A2.x', 'B2'],
    ['A$1', 'B1', 'A$2', 'B2'],
    ['XFE1', 'B1', 'XFE2', 'B2'],
    ['A1048577', 'B1', 'A1048578', 'B2'],
    ['1:1', 'B1', '2:2', 'B2'],
    ['A:A', 'B1', 'B:B', 'C1'],
    ['A1', 'B1', '$A$1', 'B1'],
  ])('differs for %s in %s and %s in %s', (one, at, other, elsewhere) => {
    expect(patternAt(one, at).text).not.toBe(patternAt(other, elsewhere).text);
  });

  it('lists what it took for addresses', () => {
    expect(patternAt('SUM(A1:$B$2)&"C3"&Q1!D4', 'F1').addresses).toEqual(['A1', '$B$2', 'D4']);
  });
});
