import fc from 'fast-check';
import { entryOf, formulaOf, valueOf } from '../../../src/adapters/excel/cellContent';
import { typed } from '../../support/officeHost/typedText';

const cell = { sheet: 'S', row: 0, column: 0 };

describe('a text to be written', () => {
  it('is one again after Excel has read it as if it were typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (value) => {
        expect(typed(String(entryOf({ kind: 'set-value', cell, value })))).toEqual({ value });
      }),
    );
  });

  it.each(['川崎市', 'kWh', 'Baseline', 'あて先'])('is given as it is where Excel leaves it alone: %s', (value) => {
    expect(entryOf({ kind: 'set-value', cell, value })).toBe(value);
  });

  it.each([
    '1',
    '１',
    '1/2',
    '3-4',
    '12%',
    '1e5',
    '令和7年',
    '(5)',
    '.5',
    '=A1',
    '+1',
    '-1',
    '@x',
    'true',
    'TRUE',
    '#N/A',
    ' 5',
    "'x",
    '五.2',
    '$5',
    '¥100',
  ])('is kept a text where Excel might make something else of it: %s', (value) => {
    expect(entryOf({ kind: 'set-value', cell, value })).toBe(`'${value}`);
  });
});

describe('a cell read', () => {
  it.each([
    ['', 'Empty', null, null],
    ['', 'Empty', 'IF(TRUE,"")', ''],
    ['', 'String', null, ''],
    [0, 'Double', null, 0],
    ['#N/A', 'Error', null, { error: '#N/A' }],
    ['#N/A', 'String', null, '#N/A'],
    ['#YOUNG!', 'Error', null, { error: '#UNKNOWN!' }],
    [false, 'Boolean', null, false],
  ])('that shows %j of type %s with the formula %s holds %j', (value, type, formula, expected) => {
    expect(valueOf(value, type, formula)).toEqual(expected);
  });

  it('that shows neither number, text, truth value nor error is refused', () => {
    expect(() => valueOf({ type: 'Entity' }, 'RichValue', null)).toThrow('excel.unknown-value');
  });

  it.each([
    ['=KMC.GWP("CH4")', 28, 'KMC.GWP("CH4")'],
    ['=_xldudf_KMC_GWP("CH4")', '#NAME?', 'KMC.GWP("CH4")'],
    ['=not a formula', '=not a formula', null],
    ['text', 'text', null],
    [5, 5, null],
  ])('with %j before it and the value %j has the formula %j', (shown, value, formula) => {
    expect(formulaOf(shown, value)).toBe(formula);
  });
});
