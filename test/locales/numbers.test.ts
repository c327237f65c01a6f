import * as fc from 'fast-check';
import { Decimal } from '../../src/core/quantity/decimal';
import { grouped, reported, shown, unrounded } from '../../src/locales/numbers';

describe('grouped', () => {
  it.each([
    ['0', '0'],
    ['999', '999'],
    ['1000', '1,000'],
    ['-1234567.8901', '−1,234,567.8901'],
    ['0.0001234', '0.0001234'],
    ['12.50', '12.50'],
  ])('%s is %s', (plain, text) => {
    expect(grouped(plain)).toBe(text);
  });
});

describe('reported', () => {
  it('keeps the zeros its rounding asks for and no digit more', () => {
    expect(reported(new Decimal('-1234.5'), { mode: 'half-up', digits: 0 })).toBe('−1,235');
    expect(reported(new Decimal('504.5'), { mode: 'half-up', digits: 3 })).toBe('504.500');
  });
});

describe('shown', () => {
  it.each([
    ['0', '0'],
    ['0.5045', '0.5045'],
    ['123456', '123,456'],
    ['0.123456', '0.123456'],
    ['0.1234567', '0.123456…'],
    ['0.0466666666666666666666666666667', '0.0466666…'],
    ['25726661.4', '25,726,661…'],
    ['-25726661', '−25,726,661'],
    ['1234.567', '1,234.56…'],
    ['-0.00066666666', '−0.000666666…'],
    ['49.99999999999999999999999999999999999998', '50'],
    ['50.00000000000000000000000000000000000001', '50'],
  ])('%s is %s', (value, text) => {
    expect(shown(new Decimal(value))).toBe(text);
  });

  it('is the beginning of the value, and all of it where nothing follows', () => {
    const values = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: -20, max: 10 }));
    fc.assert(
      fc.property(values, ([digits, exponent]) => {
        const value = new Decimal(`${digits}e${exponent}`);
        const text = shown(value);
        const whole = unrounded(value);
        if (text.endsWith('…')) expect(whole.startsWith(text.slice(0, -1)) && whole !== text.slice(0, -1)).toBe(true);
        else expect(text).toBe(whole);
      }),
    );
  });
});
