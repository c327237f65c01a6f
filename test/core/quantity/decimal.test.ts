import fc from 'fast-check';
import { Decimal, decimalOfDouble, doubleOf, sum } from '../../../src/core/quantity/decimal';

test.each([
  [0.1, '0.1'],
  [1e21, '1000000000000000000000'],
  [5e-324, '5e-324'],
  [1.7976931348623157e308, '1.7976931348623157e+308'],
  [-0, '0'],
  [-12.5, '-12.5'],
])('%p has the decimal of its shortest text', (x, text) => expect(decimalOfDouble(x).toString()).toBe(text));

test.each([NaN, Infinity, -Infinity])('%p is refused', (x) => {
  expect(() => decimalOfDouble(x)).toThrow(RangeError);
  expect(() => doubleOf(new Decimal(x))).toThrow(RangeError);
});

test('there and back is the same double', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
      expect(doubleOf(decimalOfDouble(x)) === x).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['0.30000000000000004440892098500626', 0.30000000000000004],
  ['9007199254740993', 9007199254740992], // a tie goes to the even double
  ['1e-400', 0],
])('%s goes to the nearest double', (text, x) => expect(doubleOf(new Decimal(text))).toBe(x));

test('beyond the largest double there is none', () => expect(() => doubleOf(new Decimal('1e309'))).toThrow(RangeError));

test('sums', () => {
  expect(sum([]).toString()).toBe('0');
  expect(sum(['0.1', '0.2', '-0.3'].map((x) => new Decimal(x))).toString()).toBe('0');
  expect(sum(['1e30', '1', '-1e30'].map((x) => new Decimal(x))).toString()).toBe('1');
});

test('the arithmetic carries 40 digits', () => {
  expect(new Decimal(1).dividedBy(3).toString()).toBe(`0.${'3'.repeat(40)}`);
});
