import fc from 'fast-check';
import { Decimal } from '../../../src/core/quantity/decimal';
import { exp, ln } from '../../../src/core/quantity/logarithm';

// 40 digits of published constants (OEIS A002162, A002392, A001113, A068985, A019774) and of bc -l for ln 1.05.
test.each([
  ['2', '0.6931471805599453094172321214581765680755'],
  ['10', '2.302585092994045684017991454684364207601'],
  ['1', '0'],
  ['1.05', '0.04879016416943200306537440422316465860797'],
])('ln %s', (x, digits) => expect(ln(new Decimal(x)).toString()).toBe(digits));

test.each([
  ['1', '2.718281828459045235360287471352662497757'],
  ['-1', '0.3678794411714423215955237701614608674458'],
  ['0.5', '1.648721270700128146848650787814163571654'],
  ['0', '1'],
])('exp %s', (x, digits) => expect(exp(new Decimal(x)).toString()).toBe(digits));

test.each(['0', '-1', 'NaN', 'Infinity'])('ln %s is refused', (x) =>
  expect(() => ln(new Decimal(x))).toThrow(RangeError),
);
test.each(['NaN', 'Infinity', '-Infinity'])('exp %s is refused', (x) =>
  expect(() => exp(new Decimal(x))).toThrow(RangeError),
);

test('one undoes the other', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: 1e-9, max: 1e9 }), (x) => {
      const value = new Decimal(x);
      expect(exp(ln(value)).minus(value).abs().lessThan(value.times('1e-37'))).toBe(true);
    }),
    { numRuns: 50 },
  );
});
