import fc from 'fast-check';
import { exponential } from '../../../src/core/quantity/exponential';
import { exactly, Precise, ulps } from './highPrecision';

// Published constants to 40 digits: e (OEIS A001113), 1/e (A068985), √e (A019774).
test.each([
  [1, '2.718281828459045235360287471352662497757'],
  [-1, '0.3678794411714423215955237701614608674458'],
  [0.5, '1.648721270700128146848650787814163571654'],
  [0, '1'],
])('e^%d', (x, digits) => expect(ulps(exponential(x), new Precise(digits))).toBeLessThanOrEqual(1));

it('is within one unit in the last place of sixty digits', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.double({ min: -700, max: 709, noNaN: true }), fc.double({ min: -2, max: 2, noNaN: true })),
      (x) => {
        expect(ulps(exponential(x), Precise.exp(exactly(x)))).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 1000 },
  );
});

it('keeps to that where the result is subnormal', () => {
  fc.assert(
    fc.property(fc.double({ min: -745.1, max: -708, noNaN: true }), (x) => {
      expect(ulps(exponential(x), Precise.exp(exactly(x)))).toBeLessThanOrEqual(1);
    }),
    { numRuns: 300 },
  );
});

test.each([
  [Infinity, Infinity],
  [709.7827128933841, Infinity],
  [-745.14, 0],
  [-Infinity, 0],
  [NaN, NaN],
])('e^%d is %d', (x, expected) => expect(exponential(x)).toBe(expected));

it('reaches the largest double', () => {
  expect(ulps(exponential(709.782712893384), Precise.exp(exactly(709.782712893384)))).toBeLessThanOrEqual(1);
});
