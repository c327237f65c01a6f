import fc from 'fast-check';
import { Decimal } from '../../../src/core/quantity/decimal';
import { EMISSION, sameDimension } from '../../../src/core/quantity/dimension';
import { emissionRatio } from '../../../src/core/quantity/emissionRatio';
import { divideUnits, multiplyUnits } from '../../../src/core/quantity/multiplyUnits';
import { anyUnit, sameDimensionUnits } from './arbitraries';
import { codeOf, unit, valueOf } from './units';

// By hand: how many kg-CO2e one amount unit times one factor unit is.
test.each([
  ['kWh', 'kg-CO2e/kWh', '1', false],
  ['kWh', 't-CO2/kWh', '1000', true],
  ['MWh', 'g-CO2e/kWh', '1', false],
  ['MJ', 'kg-CO2e/kcal', '239.0057361376673040152963671128107074570', false], // 1000/4.184
  ['kcal', 'kg-CO2e/kcal', '1', false],
  ['千m3', 't-CO2/千m3', '1000', true],
  ['m3(SATP)', 't-CO2/千m3(SATP)', '1', true],
  ['L', 't-CO2/kL', '1', true],
  ['kg', 't-CO2/t', '1', true],
  ['tkm', 'g-CO2e/tkm', '0.001', false],
  ['kg·km', 'kg-CO2e/tkm', '0.001', false],
  ['tkm', 'kgCO2e/tonne.km', '1', false],
  ['人・日', 'kgCO2/人・日', '1', true],
  ['百万円', 'kgCO2/円', '1000000', true],
  ['百万円2015', 't-CO2/百万円（2015年）', '1000', true],
  ['台', 'kg-CO2e/unit', '1', false],
  ['kWh (Gross CV)', 'kgCO2e/kWh (Gross CV)', '1', false],
  ['kg-CH4', 'kg-CO2e/kg-CH4', '1', false],
  ['kg-CO2e', '-', '1', false],
  ['t-CO2', '-', '1000', true],
  ['GB', 'kg-CO2e/TB', '0.001', false],
] as const)('%s × %s = %s kg-CO2e', (amount, factor, ratio, co2Only) => {
  const outcome = valueOf(emissionRatio(unit(amount), unit(factor)));
  expect(outcome.ratio.toFixed()).toBe(new Decimal(ratio).toFixed());
  expect(outcome.co2Only).toBe(co2Only);
});

test('a factor that turns CO2 into CO2e does not give CO2 alone', () => {
  expect(valueOf(emissionRatio(unit('kg-CO2'), unit('kg-CO2e/kg-CO2'))).co2Only).toBe(false);
});

describe('refused', () => {
  test.each([
    ['m3', 't-CO2/千m3(SATP)', 'quantity.mismatch.gas-state'],
    ['Nm3', 't-CO2/千m3(SATP)', 'quantity.mismatch.gas-state-0c-25c'],
    ['MJ', 'kg-CO2/TJ (NCV)', 'quantity.mismatch.heat-basis'],
    ['kWh (Net CV)', 'kgCO2e/kWh (Gross CV)', 'quantity.mismatch.heat-basis'],
    ['km', 'g-CO2e/tkm', 'quantity.mismatch.transport'],
    ['t', 'g-CO2e/tkm', 'quantity.mismatch.transport'],
    ['円2011', 'kgCO2/円2015', 'quantity.mismatch.price-year'],
    ['個', 'kg-CO2e/lot', 'quantity.mismatch.count-label'],
    ['台', 'kg-CO2e/lot', 'quantity.mismatch.count-label'],
    ['kg-CH4', 'kg-CO2e/kg', 'quantity.mismatch.gas-mass'],
    ['L', 'kg-CO2e/kg', 'quantity.mismatch.general'],
    ['kWh', 'kg-CO2e', 'quantity.mismatch.general'],
    ['kWh', 'kg/kWh', 'quantity.factor-is-mass'],
    ['GJ', 't-C/GJ', 'quantity.factor-is-carbon'],
    ['GJ', 'kg-CH4/GJ', 'quantity.factor-is-gas'],
    ['kg', 'MJ/kg', 'quantity.not-an-emission'],
    ['-', '-', 'quantity.not-an-emission'],
  ])('%s × %s: %s', (amount, factor, code) => {
    const outcome = emissionRatio(unit(amount), unit(factor));
    expect(codeOf(outcome)).toBe('quantity.no-emission-ratio');
    expect(outcome).toMatchObject({
      message: { params: { unit: unit(amount).text, factorUnit: unit(factor).text, reason: { code } } },
    });
  });
});

describe('properties', () => {
  test('the ratio is the quotient of the units, times kilograms per unit of emission', () => {
    const emissions = fc.constantFrom(['kg-CO2e', '1'], ['t-CO2', '1000'], ['g-CO2e', '0.001']);
    fc.assert(
      fc.property(sameDimensionUnits(2), emissions, ([amount, below], [emission, kilograms]) => {
        const { ratio } = valueOf(emissionRatio(amount!, divideUnits(unit(emission!), below!)));
        const manual = amount!.factor.dividedBy(below!.factor).times(kilograms!);
        expect(ratio.minus(manual).abs().lessThanOrEqualTo(manual.times('1e-38'))).toBe(true);
      }),
    );
  });

  test('a ratio exists exactly where the product is an emission', () => {
    fc.assert(
      fc.property(anyUnit, anyUnit, (amount, factor) => {
        const isEmission = sameDimension(multiplyUnits([amount, factor]).dimension, EMISSION);
        expect(emissionRatio(amount, factor).ok).toBe(isEmission);
      }),
    );
  });
});
