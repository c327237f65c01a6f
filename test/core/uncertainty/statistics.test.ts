import { Decimal } from '../../../src/core/quantity/decimal';
import { quantile, summarise } from '../../../src/core/uncertainty/statistics';

const sorted = (...values: number[]) => Float64Array.from(values).sort();

// Microsoft's own examples of PERCENTILE.INC and QUARTILE.INC; R's documentation of quantile(), type 7, for 1 to 10.
test.each([
  [[1, 3, 2, 4], 0.3, 1.9],
  [[1, 2, 4, 7, 8, 9, 10, 12], 0.25, 3.5],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.25, 3.25],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.75, 7.75],
  [[5], 0.975, 5],
  [[1, 2], 1, 2],
])('quantile of %j at %d', (values, p, expected) => expect(quantile(sorted(...values), p)).toBeCloseTo(expected, 14));

test('mean, median, standard deviation and standard error by hand', () => {
  // Mean 5, Σ squares 32, n − 1 = 7 (the textbook example 2, 4, 4, 4, 5, 5, 7, 9).
  const summary = summarise(Float64Array.from([2, 4, 4, 4, 5, 5, 7, 9]), new Decimal('4.5'));
  expect(summary.central).toBe(4.5);
  expect(summary.mean).toBe(5);
  expect(summary.median).toBe(4.5);
  expect(summary.standardDeviation).toBeCloseTo(Math.sqrt(32 / 7), 15);
  expect(summary.standardError).toBeCloseTo(Math.sqrt(32 / 7 / 8), 15);
  expect(summary.probabilityNotPositive).toBe(0);
});

test('no reduction at all counts as not positive', () => {
  expect(summarise(Float64Array.from([-1, 0, 1, 2]), new Decimal(0)).probabilityNotPositive).toBe(0.5);
});

test('a run without a finite number stops the summary', () => {
  expect(() => summarise(Float64Array.from([1, Infinity, NaN, 2]), new Decimal(1))).toThrow(
    expect.objectContaining({ detail: { code: 'uncertainty.not-finite', params: { lost: 2, runs: 4 } } }),
  );
});

test.each([
  [1e200, -1e200],
  [1.7e308, -1.7e308],
])('%d and %d have no spread a double can hold', (...values) => {
  expect(() => summarise(Float64Array.from(values), new Decimal(1))).toThrow(
    expect.objectContaining({ detail: { code: 'uncertainty.too-large', params: {} } }),
  );
});
