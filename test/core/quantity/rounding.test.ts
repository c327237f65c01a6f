import fc from 'fast-check';
import { Decimal } from '../../../src/core/quantity/decimal';
import { round, roundedText, ROUNDING_MODES, type RoundingMode } from '../../../src/core/quantity/rounding';

// value, digits: half-up, half-even, down, up; by hand
test.each([
  ['2.5', 0, '3', '2', '2', '3'],
  ['3.5', 0, '4', '4', '3', '4'],
  ['-2.5', 0, '-3', '-2', '-2', '-3'],
  ['-3.5', 0, '-4', '-4', '-3', '-4'],
  ['2.499999999999999999999999', 0, '2', '2', '2', '3'],
  ['1.005', 2, '1.01', '1.00', '1.00', '1.01'],
  ['1.015', 2, '1.02', '1.02', '1.01', '1.02'],
  ['-1.001', 2, '-1.00', '-1.00', '-1.00', '-1.01'],
  ['1234.5', -2, '1200', '1200', '1200', '1300'],
  ['1250', -2, '1300', '1200', '1200', '1300'],
  ['-1250', -2, '-1300', '-1200', '-1200', '-1300'],
  ['49', -2, '0', '0', '0', '100'],
  ['50', -2, '100', '0', '0', '100'],
  ['0.4', 0, '0', '0', '0', '1'],
  ['-0.4', 0, '0', '0', '0', '-1'],
  [`2.5${'0'.repeat(22)}1`, 0, '3', '3', '2', '3'],
  // What 40 digits leave of 3 × (1 ÷ 3), of 2.5 and of 0 is no digit of the result.
  [new Decimal(1).dividedBy(3).times(3).toString(), 0, '1', '1', '1', '1'],
  [`2.4${'9'.repeat(38)}`, 0, '3', '2', '2', '3'],
  [`2.5${'0'.repeat(37)}1`, 0, '3', '2', '2', '3'],
  ['-4e-37', 0, '0', '0', '0', '0'],
  ['0', 3, '0.000', '0.000', '0.000', '0.000'],
  ['60', 1, '60.0', '60.0', '60.0', '60.0'],
  [
    '1e25',
    0,
    '10000000000000000000000000',
    '10000000000000000000000000',
    '10000000000000000000000000',
    '10000000000000000000000000',
  ],
])('%s to %d digits', (value, digits, ...expected) => {
  expect(ROUNDING_MODES.map((mode) => roundedText(new Decimal(value), { mode, digits }))).toEqual(expected);
});

test('a number that is exact is rounded by all its digits', () => {
  const rounded = (value: string) =>
    ROUNDING_MODES.map((mode) => round(new Decimal(value), { mode, digits: 0 }).toFixed());
  expect(rounded('2.4999999999999999999999999999999999999')).toEqual(['2', '2', '2', '3']);
  expect(rounded(`2.5${'0'.repeat(45)}1`)).toEqual(['3', '3', '2', '3']);
});

test('never −0', () => {
  expect(Object.is(round(new Decimal(-0.4), { mode: 'down', digits: 0 }).toNumber(), 0)).toBe(true);
});

test.each([0.5, 31, -31, NaN])('%p digits are refused', (digits) => {
  expect(() => round(new Decimal(1), { mode: 'half-up', digits })).toThrow(RangeError);
});

test('what is not finite is refused', () => {
  expect(() => round(new Decimal(Infinity), { mode: 'down', digits: 0 })).toThrow(RangeError);
});

/** Rounding of n / 10^places to `digits`, in whole numbers. */
function byIntegers(n: bigint, places: number, digits: number, mode: RoundingMode): string {
  const unit = 10n ** BigInt(places - digits);
  const size = n < 0n ? -n : n;
  const [floor, rest] = [size / unit, size % unit];
  const up =
    mode === 'up'
      ? rest > 0n
      : mode === 'down'
        ? false
        : mode === 'half-up'
          ? rest * 2n >= unit
          : rest * 2n > unit || (rest * 2n === unit && floor % 2n === 1n);
  const whole = (floor + (up ? 1n : 0n)) * (n < 0n ? -1n : 1n);
  return new Decimal(`${whole}e${-digits}`).plus(0).toFixed();
}

test('agrees with rounding in whole numbers', () => {
  const cases = fc.tuple(
    fc.bigInt({ min: -(10n ** 38n), max: 10n ** 38n }),
    fc.integer({ min: 12, max: 30 }),
    fc.integer({ min: -12, max: 12 }),
    fc.constantFrom(...ROUNDING_MODES),
  );
  fc.assert(
    fc.property(cases, ([n, places, digits, mode]) => {
      expect(round(new Decimal(`${n}e-${places}`), { mode, digits }).toFixed()).toBe(
        byIntegers(n, places, digits, mode),
      );
    }),
    { numRuns: 2000 },
  );
});

test('a number and its negative round alike', () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: 0, max: 1e12 }),
      fc.integer({ min: -6, max: 6 }),
      (x, digits) => {
        for (const mode of ROUNDING_MODES) {
          const setting = { mode, digits };
          expect(round(new Decimal(-x), setting).equals(round(new Decimal(x), setting).negated())).toBe(true);
        }
      },
    ),
  );
});
