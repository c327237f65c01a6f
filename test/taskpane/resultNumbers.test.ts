import type { Assessment, StageResult } from '../../src/core/calculation/types';
import type { ReductionModel } from '../../src/core/calculation/model';
import { Decimal } from '../../src/core/quantity/decimal';
import { axisOver } from '../../src/taskpane/charts/axis';
import { estimated } from '../../src/taskpane/charts/numbers';
import { outputScale } from '../../src/taskpane/result/outputScale';
import { waterfallOf } from '../../src/taskpane/result/waterfall';
import { agrees } from '../../src/taskpane/uncertainty/agreement';
import { shareText } from '../../src/taskpane/uncertainty/chances';

const d = (value: number | string) => new Decimal(value);

const stage = (name: StageResult['stage'], baseline: number, product: number, lines = 1): StageResult => ({
  stage: name,
  baseline: d(baseline),
  product: d(product),
  reduction: d(baseline - product),
  lines: { baseline: lines, product: lines },
  trace: 7,
});

describe('the waterfall', () => {
  const steps = (...args: Parameters<typeof waterfallOf>) =>
    waterfallOf(...args).map(({ key, from, to }) => [key, from.toNumber(), to.toNumber()]);

  it('goes down from the baseline to the product, without stages that nobody stated', () => {
    expect(
      steps([stage('production', 10, 30), stage('distribution', 0, 0, 0), stage('use', 100, 20)], null, null, null),
    ).toEqual([
      ['baseline', 0, 110],
      ['production', 110, 130],
      ['use', 130, 50],
      ['product', 0, 50],
    ]);
  });

  it('goes on to what rebound and side effects make of it', () => {
    expect(
      steps(
        [stage('use', 100, 20)],
        null,
        {
          rebound: d(8),
          sideEffects: d(-3),
          traces: { rebound: 1, sideEffects: 2 },
        },
        null,
      ),
    ).toEqual([
      ['baseline', 0, 100],
      ['use', 100, 20],
      ['product', 0, 20],
      ['rebound', 20, 28],
      ['side-effects', 28, 25],
      ['product-with-effects', 0, 25],
    ]);
  });
});

describe('an axis over values', () => {
  it('goes from the lowest to the highest, wherever zero is', () => {
    const axis = axisOver([d(10), d(20), d(18)]);
    expect(axis.between(d(15), d(20))).toEqual({ from: 0.5, length: 0.5 });
    expect(axis.between(d(20), d(15))).toEqual({ from: 0.5, length: 0.5 });
    expect(axis.at(d(18))).toBeCloseTo(0.8, 12);
  });

  it('keeps what is little on the page', () => {
    const { from, length } = axisOver([d(0), d(1)]).between(d(1), d('0.99999'));
    expect(length).toBeGreaterThan(0);
    expect(from + length).toBeLessThanOrEqual(1);
  });
});

describe('an estimate', () => {
  it.each([
    ['27.0974', 2, '27.10'],
    ['27.0974', 20, '27.10'],
    ['26177.6', 0, '26,178'],
    ['0.012345', 20, '0.01235'],
    ['-4.56789', 1, '−4.6'],
    ['0', 2, '0.00'],
  ])('of %s with %i digits is %s', (value, digits, text) => {
    expect(estimated(d(value), { mode: 'half-up', digits })).toBe(text);
  });
});

describe('a chance', () => {
  it.each([
    [0, '0 %'],
    [1, '100 %'],
    [0.0001, '< 0.1 %'],
    [0.9999, '> 99.9 %'],
    [0.1234, '12.3 %'],
  ])('of %d is %s: none only where there is none', (share, text) => {
    expect(shareText(share)).toBe(text);
  });
});

describe('the unit of output', () => {
  it.each([
    ['g-CO2e/kWh', 1000],
    ['kg-CO2e/(25000 h)', 1],
    ['t-CO2e', 0.001],
  ])('%s is %d times the kilogram', (unit, scale) => {
    expect(outputScale({ unit }).toNumber()).toBe(scale);
  });

  it('that is none is refused', () => {
    expect(() => outputScale({ unit: 'kWh' })).toThrow(RangeError);
  });
});

describe('a model that does not give the numbers of its case', () => {
  const ref = { table: 'KmcBaseline', id: 'B1', sheet: 'B', row: 1 };
  const model: ReductionModel = {
    inputs: [
      { id: 'a', kind: 'amount', label: '', ref, cell: null, central: d(2), unit: 'kWh', spread: null },
      { id: 'n', kind: 'units', label: '', ref, cell: null, central: d(100), unit: '', spread: null },
    ],
    terms: [{ segment: 0, side: 'baseline', stage: 'use', ref, coefficient: d(3), inputs: [0] }],
    segments: [{ segment: null, functionalUnitsPerUnit: d(5), units: [1] }],
    rate: [],
    rebound: null,
  };
  // 2 × 3 = 6 kg; × 5 × 100 = 3 t
  const assessment = (reduction: number, avoided: number) =>
    ({
      readings: { allStages: d(reduction), outsideShare: null },
      settings: [{ key: 'outsideReading', value: 'all-stages', basis: 'assumption', from: 'profile' }],
      avoided: { value: d(avoided) },
    }) as unknown as Assessment;

  it.each([
    [6, 3, true],
    [6.0001, 3, false],
    [6, 3.0001, false],
  ])('%d kg and %d t: %s', (reduction, avoided, holds) => {
    expect(agrees(assessment(reduction, avoided), model)).toBe(holds);
  });
});
