import fc from 'fast-check';
import { Decimal, decimalOfDouble } from '../../../src/core/quantity/decimal';
import { parseNumber } from '../../../src/core/quantity/parseNumber';
import { codeOf, valueOf } from './units';

test.each([
  ['1234.5', '1234.5'],
  ['1,234,567.89', '1234567.89'],
  ['１，２３４．５', '1234.5'],
  ['−3', '-3'],
  ['－３', '-3'],
  ['+7', '7'],
  ['.5', '0.5'],
  ['-.25', '-0.25'],
  ['1e3', '1000'],
  ['1.5E-3', '0.0015'],
  ['　42 ', '42'],
  ['0.1234567890123456789012345678901234567890123', '0.1234567890123456789012345678901234567890123'],
])('“%s” is %s', (text, figure) => expect(valueOf(parseNumber(text)).toFixed()).toBe(new Decimal(figure).toFixed()));

test.each(['', ' ', '　', '\u200B'])('“%s” is blank', (text) =>
  expect(codeOf(parseNumber(text))).toBe('quantity.blank-number'),
);

test.each([
  '1,23',
  '12,34,567',
  '1,2345',
  '1234,567',
  ',5',
  '5,',
  '1.',
  '.',
  '-',
  '+',
  'e5',
  '1e',
  '1e9999',
  '1 000',
  '5%',
  '▲3',
  '約10',
  '10kg',
  '1.2.3',
  '--1',
  'NaN',
  'Infinity',
  '0x10',
  '1_000',
  '#N/A',
  '一',
  '10〜20',
])('“%s” is refused', (text) => {
  expect(parseNumber(text)).toEqual({ ok: false, message: { code: 'quantity.not-a-number', params: { text } } });
});

test('reads the text of every double', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
      expect(valueOf(parseNumber(String(x))).equals(decimalOfDouble(x))).toBe(true);
    }),
  );
});

test('grouping changes nothing', () => {
  fc.assert(
    fc.property(fc.integer(), (n) => {
      expect(valueOf(parseNumber(n.toLocaleString('en-US'))).toString()).toBe(String(n));
    }),
  );
});
