import fc from 'fast-check';
import { naturalLogarithm } from '../../../src/core/quantity/naturalLogarithm';
import { exactly, Precise, ulps } from './highPrecision';

// Published constants to 40 digits: ln 2 (OEIS A002162), ln 10 (A002392), ln 3 (A002391).
test.each([
  [2, '0.6931471805599453094172321214581765680755'],
  [10, '2.302585092994045684017991454684364207601'],
  [3, '1.098612288668109691395245236922525704647'],
  [0.5, '-0.6931471805599453094172321214581765680755'],
])('ln %d', (x, digits) => expect(ulps(naturalLogarithm(x), new Precise(digits))).toBeLessThanOrEqual(1));

const accurate = (x: number) => expect(ulps(naturalLogarithm(x), Precise.ln(exactly(x)))).toBeLessThanOrEqual(1);

it('is within one unit in the last place of sixty digits', () => {
  const positive = fc.double({ min: 5e-324, max: Number.MAX_VALUE, noNaN: true });
  const small = fc.double({ min: 1e-20, max: 10, noNaN: true });
  fc.assert(
    fc.property(fc.oneof(positive, small), (x) => {
      fc.pre(x !== 1);
      accurate(x);
    }),
    { numRuns: 500 },
  );
});

it('keeps to that close to 1, where the result is close to 0', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.7, max: 1.45, noNaN: true }), (x) => {
      fc.pre(x !== 1);
      accurate(x);
    }),
    { numRuns: 500 },
  );
  [1 + 2 ** -52, 1 - 2 ** -53, 1 + 1e-8].forEach(accurate);
});

test.each([
  [1, 0],
  [0, -Infinity],
  [Infinity, Infinity],
  [-1, NaN],
  [NaN, NaN],
])('ln %d is %d', (x, expected) => expect(naturalLogarithm(x)).toBe(expected));
