import fc from 'fast-check';
import { inverseNormal } from '../../../src/core/quantity/inverseNormal';
import { exactly, normalDensity, normalProbability } from './highPrecision';

/** First-order distance from the true quantile: (Φ(x) − p) ÷ φ(x), relative to x. */
function relativeError(p: number): number {
  const x = exactly(inverseNormal(p));
  return normalProbability(x).minus(exactly(p)).dividedBy(normalDensity(x)).dividedBy(x).abs().toNumber();
}

// Wichura 1988, the algorithm's own test values.
test.each([
  [0.25, -0.6744897501960817],
  [0.001, -3.090232306167814],
  [1e-20, -9.262340089798409],
])('AS 241: quantile of %d', (p, x) => expect(Math.abs(inverseNormal(p) / x - 1)).toBeLessThan(2e-15));

// Abramowitz and Stegun, table 26.1 and 26.5 as usually quoted: 95 %, 97.5 %, 99 %, 99.5 %.
test.each([
  [0.95, 1.6448536269514722],
  [0.975, 1.959963984540054],
  [0.99, 2.3263478740408408],
  [0.995, 2.5758293035489004],
])('quantile of %d', (p, x) => expect(Math.abs(inverseNormal(p) - x)).toBeLessThan(5e-15));

it('is within 1e-15 of sixty digits, relative', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-18, max: 0.5, noNaN: true, maxExcluded: true }), (p) => {
      expect(relativeError(p)).toBeLessThan(1e-15);
    }),
    { numRuns: 300 },
  );
});

it('is antisymmetric and 0 at one half', () => {
  expect(inverseNormal(0.5)).toBe(0);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 30 - 1 }), (numerator) => {
      // 1 − p is exact in these fractions.
      const p = numerator / 2 ** 31;
      expect(inverseNormal(1 - p)).toBe(-inverseNormal(p));
    }),
  );
});

test.each([0, 1, -0.1, 1.1, NaN])('has none of %d', (p) => expect(() => inverseNormal(p)).toThrow(RangeError));
