import fc from 'fast-check';
import { conversionFactor, convert } from '../../../src/core/quantity/convert';
import { Decimal, decimalOfDouble, doubleOf } from '../../../src/core/quantity/decimal';
import { sameDimension } from '../../../src/core/quantity/dimension';
import { codeOf, unit, valueOf } from './units';
import { anyUnit, sameDimensionUnits } from './arbitraries';

const TINY = new Decimal('1e-38');
const near = (a: Decimal, b: Decimal): boolean => a.minus(b).abs().lessThanOrEqualTo(b.abs().times(TINY));

describe('properties', () => {
  test('there and back is 1', () => {
    fc.assert(
      fc.property(sameDimensionUnits(2), ([a, b]) => {
        const product = valueOf(conversionFactor(a!, b!)).times(valueOf(conversionFactor(b!, a!)));
        expect(product.minus(1).abs().lessThanOrEqualTo(TINY)).toBe(true);
      }),
    );
  });

  test('a cell value survives the way there and back', () => {
    const value = fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-200, max: 1e200 });
    fc.assert(
      fc.property(value, sameDimensionUnits(2), (x, [a, b]) => {
        const there = valueOf(convert(decimalOfDouble(x), a!, b!));
        expect(doubleOf(valueOf(convert(there, b!, a!)))).toBe(x);
      }),
    );
  });

  test('by way of a third unit', () => {
    fc.assert(
      fc.property(sameDimensionUnits(3), ([a, b, c]) => {
        const direct = valueOf(conversionFactor(a!, c!));
        expect(near(valueOf(conversionFactor(a!, b!)).times(valueOf(conversionFactor(b!, c!))), direct)).toBe(true);
      }),
    );
  });

  test('a change of dimension always fails and names both', () => {
    fc.assert(
      fc.property(anyUnit, anyUnit, (a, b) => {
        fc.pre(!sameDimension(a.dimension, b.dimension));
        const outcome = conversionFactor(a, b);
        expect(outcome).toMatchObject({ ok: false, message: { params: { from: a.text, to: b.text } } });
        if (!outcome.ok)
          expect(Object.keys(outcome.message.params)).toEqual(['from', 'fromDimension', 'to', 'toDimension']);
      }),
    );
  });
});

test('a unit divided by itself is exactly 1, also where its factor has no finite decimal', () => {
  expect(valueOf(conversionFactor(unit('kg-CO2e/kcal'), unit('kg-CO2e/kcal'))).toString()).toBe('1');
  expect(valueOf(conversionFactor(unit('台·kcal/kcal'), unit('台'))).toString()).toBe('1');
});

// 3600 kJ divided by the calorie's kJ, in exact fractions (Python's fractions module).
test.each([
  ['kcal', '860.4206500956'],
  ['kcal_IT', '859.8452278590'],
  ['kcal_15', '860.1122924382'],
  ['kcal_旧計量法', '859.9992833339'],
])('1 kWh in %s', (to, figure) => {
  expect(valueOf(conversionFactor(unit('kWh'), unit(to))).toFixed(10)).toBe(figure);
});

describe('refused conversions', () => {
  test.each([
    ['Nm3', 'm3(SATP)', 'quantity.mismatch.gas-state-0c-25c'],
    ['m3(SATP)', '千Nm3', 'quantity.mismatch.gas-state-0c-25c'],
    ['t-CO2/千Nm3', 't-CO2/千m3(SATP)', 'quantity.mismatch.gas-state-0c-25c'],
    ['m3', 'Nm3', 'quantity.mismatch.gas-state'],
    ['Sm3', 'Nm3', 'quantity.mismatch.gas-state'],
    ['scf', 'ft3', 'quantity.mismatch.gas-state'],
    ['kWh(HHV)', 'kWh(LHV)', 'quantity.mismatch.heat-basis'],
    ['kWh', 'kWh (Gross CV)', 'quantity.mismatch.heat-basis'],
    ['円2015', '円2011', 'quantity.mismatch.price-year'],
    ['円', '百万円2015', 'quantity.mismatch.price-year'],
    ['台', '個', 'quantity.mismatch.count-label'],
    ['lot', '個', 'quantity.mismatch.count-label'],
    ['kg-CO2e/unit', 'kg-CO2e/lot', 'quantity.mismatch.count-label'],
    ['kWh/年', 'kWh/h', 'quantity.mismatch.calendar-time'],
    ['年', 'h', 'quantity.mismatch.calendar-time'],
    ['月', '日', 'quantity.mismatch.calendar-time'],
    ['日', 'h', 'quantity.mismatch.calendar-time'],
    ['人・日', '人・時間', 'quantity.mismatch.calendar-time'],
    ['km', 'tkm', 'quantity.mismatch.transport'],
    ['t', 'tkm', 'quantity.mismatch.transport'],
    ['km', 'pkm', 'quantity.mismatch.transport'],
    ['kg', 'kg-CO2e', 'quantity.mismatch.emission-mass'],
    ['kg-CH4', 'kg-CO2e', 'quantity.mismatch.gas-mass'],
    ['kg-CH4', 'kg', 'quantity.mismatch.gas-mass'],
    ['t-C', 't-CO2', 'quantity.mismatch.carbon-mass'],
    ['kg-CO2e', 'kg-CO2', 'quantity.co2-from-co2e'],
    ['kg-CO2e/kWh', 'g-CO2/kWh', 'quantity.co2-from-co2e'],
    ['kWh', 'kg', 'quantity.mismatch.general'],
    ['tkm', 'pkm', 'quantity.mismatch.general'],
    ['L/km', 'm2', 'quantity.mismatch.general'],
    ['kg-CH4', 'kg-N2O', 'quantity.mismatch.general'],
    ['%', 'kg', 'quantity.mismatch.general'],
  ])('%s to %s: %s', (from, to, code) => expect(codeOf(conversionFactor(unit(from), unit(to)))).toBe(code));
});

test('CO2 counts as CO2e', () => {
  expect(valueOf(conversionFactor(unit('t-CO2'), unit('kg-CO2e'))).toString()).toBe('1000');
});
