import fc from 'fast-check';
import type { ModelInput } from '../../../src/core/calculation/model';
import { pedigreeFactors, PEDIGREE_INDICATORS } from '../../../src/core/reference/pedigree';
import { Decimal, doubleOf, sum } from '../../../src/core/quantity/decimal';
import { exp, ln } from '../../../src/core/quantity/logarithm';
import { fillDraws, drawnInputs } from '../../../src/core/uncertainty/drawnInput';
import { assertSpread, intervalOf, logarithmicDeviation, momentsOf } from '../../../src/core/uncertainty/spread';
import { seedStream } from '../../../src/core/uncertainty/streamSeed';
import { between, input, lognormal, modelOf } from './modelBuilder';

function draws(of: ModelInput, count: number, seed = 1): Float64Array {
  const [drawn] = drawnInputs(modelOf({ inputs: [of], terms: [] }));
  const states = new Int32Array(4);
  seedStream(states, 0, seed, of.id);
  const out = new Float64Array(count);
  fillDraws(drawn!, states, 0, out, count);
  return out;
}

const EACH = [
  input('amount:lognormal', 100, lognormal('1.5298')),
  input('amount:credit', -20, lognormal(2)),
  input('amount:normal', 100, between('normal', 80, 120)),
  input('amount:triangular', 10, between('triangular', 8, 15)),
  input('amount:left', 8, between('triangular', 8, 15)),
  input('amount:uniform', 3, between('uniform', 2, 5)),
];

test.each(EACH.map((of) => [of.id, of] as const))('%s: draws have the mean and variance of the formulas', (_, of) => {
  const runs = 40_000;
  const values = draws(of, runs);
  const { mean, variance } = momentsOf(of);
  const found = values.reduce((total, x) => total + x, 0) / runs;
  const deviations = values.map((x) => (x - doubleOf(mean)) ** 2);
  const squared = deviations.reduce((total, x) => total + x, 0) / runs;
  const fourth = deviations.reduce((total, x) => total + x * x, 0) / runs;
  expect(Math.abs(found - doubleOf(mean))).toBeLessThan(4 * Math.sqrt(doubleOf(variance) / runs));
  expect(Math.abs(squared - doubleOf(variance))).toBeLessThan(4 * Math.sqrt((fourth - squared * squared) / runs));
});

test('a lognormal has its stated value as median, and U95 holds 95.45 % (two standard deviations) around it', () => {
  const values = draws(EACH[0]!, 40_000).sort();
  const inside = values.filter((x) => x >= 100 / 1.5298 && x <= 152.98).length / 40_000;
  expect(Math.abs(inside - 0.9545)).toBeLessThan(4 * Math.sqrt((0.9545 * 0.0455) / 40_000));
  expect(Math.abs(values.filter((x) => x < 100).length / 40_000 - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / 40_000));
});

test('a credit stays a credit in every run', () => {
  expect(draws(EACH[1]!, 10_000).every((x) => x < 0)).toBe(true);
});

test.each(EACH.slice(3).map((of) => [of.id, of] as const))('%s: no draw leaves the interval', (_, of) => {
  const { low, high } = intervalOf(of)!;
  expect(draws(of, 10_000).every((x) => x >= doubleOf(low) && x <= doubleOf(high))).toBe(true);
});

test('moments by hand', () => {
  // Triangular 8, 10, 15: mean 11, (64+100+225−80−120−150)/18 = 39/18. Uniform 2 to 5: 3.5, 0.75. Normal 80–120: (20 ÷ 1.959964)².
  expect(momentsOf(EACH[3]!).mean.toString()).toBe('11');
  expect(momentsOf(EACH[3]!).variance.minus(new Decimal(39).dividedBy(18)).abs().lessThan('1e-38')).toBe(true);
  expect(momentsOf(EACH[5]!).mean.toString()).toBe('3.5');
  expect(momentsOf(EACH[5]!).variance.toString()).toBe('0.75');
  expect(momentsOf(EACH[2]!).variance.toDecimalPlaces(4).toString()).toBe('104.1271');
  // Lognormal, σ = 1, median 1 (U95 = e²): mean √e, variance e(e − 1) = 4.670774270471605.
  const unit = momentsOf(input('amount:x', 1, lognormal(exp(new Decimal(2)).toString())));
  expect(unit.mean.toDecimalPlaces(15).toString()).toBe('1.648721270700128');
  expect(unit.variance.toDecimalPlaces(15).toString()).toBe('4.670774270471605');
});

test('pedigree (2,3,3,2,4) with basic 1.05 is 1.5298, and its half logarithm the deviation', () => {
  const factors = PEDIGREE_INDICATORS.map((each, at) => pedigreeFactors('ecoinvent2')[each][[2, 3, 3, 2, 4][at]! - 1]!);
  const squares = [...factors, '1.05'].map((factor) => ln(new Decimal(factor)).toPower(2));
  const u95 = exp(sum(squares).squareRoot());
  expect(u95.toFixed(4)).toBe('1.5298');
  // √(3 ln²1.05 + ln²1.10 + ln²1.01 + ln²1.5) ÷ 2 with Python's math: 0.21256.
  expect(logarithmicDeviation(u95).toFixed(5)).toBe('0.21256');
});

test.each([
  ['u95-below-one', input('amount:x', 1, lognormal('0.9'))],
  ['value-outside', input('amount:x', 1, between('uniform', 2, 3))],
  ['value-outside', input('amount:x', 4, between('triangular', 2, 3))],
  ['value-outside', input('amount:x', 1, between('uniform', 3, 2))],
  ['normal-off-centre', input('amount:x', '2.6', between('normal', 2, 3))],
])('%s is refused', (fault, of) => {
  expect(() => assertSpread(of)).toThrow(
    expect.objectContaining({ detail: expect.objectContaining({ code: `uncertainty.${fault}` }) }),
  );
});

test('ends rounded by a hundredth of the interval are taken', () => {
  expect(() => assertSpread(input('amount:x', '2.51', between('normal', 2, 3)))).not.toThrow();
});

test('the interval of a lognormal is its value divided and multiplied by U95, lower end first', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 100, max: 500 }), (central, hundredths) => {
      const u95 = new Decimal(hundredths).dividedBy(100);
      const { low, high } = intervalOf(input('amount:x', central, lognormal(u95.toString())))!;
      expect(low.lessThanOrEqualTo(central) && high.greaterThanOrEqualTo(central)).toBe(true);
      expect(
        low
          .times(high)
          .minus(central ** 2)
          .abs()
          .lessThan('1e-30'),
      ).toBe(true);
    }),
  );
});
