import type { StageResult } from '../../src/core/calculation/types';
import { Decimal } from '../../src/core/quantity/decimal';
import { axisOf, sharePercent } from '../../src/taskpane/result/stageTotals';

const stage = (baseline: number, product: number): StageResult => ({
  stage: 'use',
  baseline: new Decimal(baseline),
  product: new Decimal(product),
  reduction: new Decimal(baseline - product),
  lines: { baseline: 1, product: 1 },
  trace: 0,
});

describe('the axis of the bars', () => {
  it('goes from the lowest value to the highest and has its zero between', () => {
    const axis = axisOf([stage(30, -10), stage(0, 5)]);
    expect(axis.zero).toBe(0.25);
    expect(axis.bar(new Decimal(30))).toEqual({ from: 0.25, length: 0.75 });
    expect(axis.bar(new Decimal(-10))).toEqual({ from: 0, length: 0.25 });
  });

  it('begins at zero, however far from it the values are', () => {
    expect(axisOf([stage(100, 90)]).bar(new Decimal(90))).toEqual({ from: 0, length: 0.9 });
    expect(axisOf([stage(-100, -90)]).bar(new Decimal(-90))).toEqual({ from: expect.closeTo(0.1, 12), length: 0.9 });
  });

  it('has no bar where everything is nothing', () => {
    expect(axisOf([stage(0, 0)]).bar(new Decimal(0))).toEqual({ from: 0, length: 0 });
  });
});

describe('the share of a stage', () => {
  it.each([
    [1, 3, '33.3'],
    [-0.0001, 3, '0.0'],
    [4, 3, '133.3'],
    [-1, 3, '-33.3'],
    [1, 0, null],
    [1, -3, null],
  ])('%d of %d is %s', (reduction, total, percent) => {
    expect(sharePercent(new Decimal(reduction), new Decimal(total))).toBe(percent);
  });
});
