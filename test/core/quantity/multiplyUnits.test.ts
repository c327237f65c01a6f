import fc from 'fast-check';
import { combineDimensions, sameDimension } from '../../../src/core/quantity/dimension';
import { divideUnits, multiplyUnits } from '../../../src/core/quantity/multiplyUnits';
import { parseUnit } from '../../../src/core/quantity/parseUnit';
import { anyUnit } from './arbitraries';
import { unit, valueOf } from './units';

test.each([
  [['kW', 'h'], 'kW·h', 'kWh'],
  [['kW', 'h/年', '年'], 'kW·h', 'kWh'],
  [['kW', 'h/日', '日/年', '年'], 'kW·h', 'kWh'],
  [['t', 'km'], 't·km', 'tkm'],
  [['人', 'km'], '人·km', 'pkm'],
  [['台', 'kWh/台・年', '年'], 'kWh', 'MJ'],
  [['m', 'm'], 'm·m', 'm·m'],
  [['km', 'km', 'km', '1/m', '1/m'], 'km·km·km/(m·m)', 'km·km·km/(m·m)'],
  [[], '-', '%'],
] as const)('%j is %s and measures what %s measures', (texts, text, alike) => {
  const product = multiplyUnits(texts.map(unit));
  expect(product.text).toBe(text);
  expect(sameDimension(product.dimension, unit(alike).dimension)).toBe(true);
});

test('division', () => {
  expect(divideUnits(unit('kWh'), unit('年')).text).toBe('kWh/年');
  expect(divideUnits(unit('km'), unit('km')).text).toBe('-');
  expect(divideUnits(unit('-'), unit('台·年')).text).toBe('1/(台·年)');
});

describe('properties', () => {
  test('the canonical text reads back as the same unit, and reads the same twice', () => {
    fc.assert(
      fc.property(anyUnit, (a) => {
        const again = valueOf(parseUnit(a.text));
        expect([again.text, again.factor.toString(), again.co2Only]).toEqual([a.text, a.factor.toString(), a.co2Only]);
        expect(sameDimension(again.dimension, a.dimension)).toBe(true);
      }),
      {
        numRuns: 2_000,
        examples: [
          [multiplyUnits([unit('m'), unit('m')])],
          [divideUnits(unit('kg'), multiplyUnits([unit('cm'), unit('cm')]))],
        ],
      },
    );
  });

  test('dimensions and factors multiply', () => {
    fc.assert(
      fc.property(anyUnit, anyUnit, (a, b) => {
        const product = multiplyUnits([a, b]);
        expect(sameDimension(product.dimension, combineDimensions(a.dimension, b.dimension))).toBe(true);
        const factor = a.factor.times(b.factor);
        expect(product.factor.minus(factor).abs().lessThanOrEqualTo(factor.times('1e-38'))).toBe(true);
      }),
    );
  });

  test('a product divided by one side is the other', () => {
    fc.assert(
      fc.property(anyUnit, anyUnit, (a, b) => {
        const back = divideUnits(multiplyUnits([a, b]), b);
        expect(sameDimension(back.dimension, a.dimension)).toBe(true);
        expect(back.factor.toString()).toBe(a.factor.toString());
      }),
    );
  });
});
