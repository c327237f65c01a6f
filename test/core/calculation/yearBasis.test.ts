import fc from 'fast-check';
import { flowBasis, stockBasis, type YearBasisInput } from '../../../src/core/calculation/yearBasis';
import { Decimal } from '../../../src/core/quantity/decimal';

const decimals = (...values: (number | string)[]) => values.map((value) => new Decimal(value));

/** One unit of 2025, two years of use, S = (1, 0.5), saving 10 a year, embodied difference −5. */
const two: YearBasisInput = {
  saleYears: [2025],
  units: decimals(1),
  embodiedBaseline: decimals(1),
  embodiedProduct: decimals(6),
  survival: decimals(1, '0.5'),
  use: decimals(1, 1),
  useYears: [2025, 2026],
  useBaseline: decimals(30, 12),
  useProduct: decimals(20, 2),
  rate: new Decimal(1),
};

const shown = (outcome: ReturnType<typeof flowBasis>) =>
  outcome.ok && [
    ...outcome.value.rows.map(({ year, avoided }) => `${year}: ${avoided}`),
    outcome.value.total.toString(),
  ];

describe('the two year bases', () => {
  it('gives −5 + 10 + 0.5 · 10 = 10 on both: flow in 2025, stock 5 and 5', () => {
    expect(shown(flowBasis(two))).toEqual(['2025: 10', '10']);
    expect(shown(stockBasis(two))).toEqual(['2025: 5', '2026: 5', '10']);
  });

  it('takes each cohort from its own sale year on, scaled by units and rate', () => {
    // 0.5 · 2 · (−5 + 10 + 0.5 · 8) = 9 for 2025; 0.5 · 4 · (−5 + 8 + 0.5 · 6) = 12 for 2026
    const input = {
      ...two,
      saleYears: [2025, 2026],
      units: decimals(2, 4),
      embodiedBaseline: decimals(0, 0),
      embodiedProduct: decimals(5, 5),
      useYears: [2027, 2025, 2026],
      useBaseline: decimals(6, 10, 8),
      useProduct: decimals(0, 0, 0),
      rate: new Decimal('0.5'),
    };
    expect(shown(flowBasis(input))).toEqual(['2025: 9', '2026: 12', '21']);
    // 2025: 0.5·2·(−5+10) = 5; 2026: 0.5·(2·0.5·8 + 4·(−5+8)) = 10; 2027: 0.5·4·0.5·6 = 6
    expect(shown(stockBasis(input))).toEqual(['2025: 5', '2026: 10', '2027: 6', '21']);
  });

  it('names the years of use for which nothing is stated', () => {
    const outcome = stockBasis({ ...two, saleYears: [2026] });
    expect(outcome).toMatchObject({
      ok: false,
      message: { code: 'calculation.use-years-missing', params: { years: [2027] } },
    });
    expect(flowBasis({ ...two, saleYears: [2026] }).ok).toBe(false);
  });

  it('needs no emission for a year in which no unit is used', () => {
    expect(
      shown(
        flowBasis({
          ...two,
          survival: decimals(1, 0),
          useYears: [2025],
          useBaseline: decimals(30),
          useProduct: decimals(20),
        }),
      ),
    ).toEqual(['2025: 5', '5']);
  });

  it('refuses a year stated twice, and lists that do not match', () => {
    expect(flowBasis({ ...two, useYears: [2025, 2025] })).toMatchObject({
      ok: false,
      message: { code: 'calculation.use-year-twice' },
    });
    expect(() => flowBasis({ ...two, units: [] })).toThrow(RangeError);
  });
});

describe('flow and stock', () => {
  const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => new Decimal(n).dividedBy(997));
  const share = fc.integer({ min: 0, max: 1000 }).map((n) => new Decimal(n).dividedBy(1000));

  const input = fc
    .record({ ages: fc.integer({ min: 1, max: 8 }), cohorts: fc.integer({ min: 1, max: 5 }) })
    .chain(({ ages, cohorts }): fc.Arbitrary<YearBasisInput> => {
      const useYears = Array.from({ length: ages + cohorts - 1 }, (_, index) => 2020 + index);
      const list = <T>(each: fc.Arbitrary<T>, length: number) =>
        fc.array(each, { minLength: length, maxLength: length });
      return fc.record({
        saleYears: fc.constant(useYears.slice(0, cohorts)),
        units: list(
          share.map((each) => each.times(1000)),
          cohorts,
        ),
        embodiedBaseline: list(amount, cohorts),
        embodiedProduct: list(amount, cohorts),
        survival: list(share, ages),
        use: list(share, ages),
        useYears: fc.constant(useYears),
        useBaseline: list(amount, useYears.length),
        useProduct: list(amount, useYears.length),
        rate: share,
      });
    });

  it('sum to the same total', () => {
    fc.assert(
      fc.property(input, (each) => {
        const [flow, stock] = [flowBasis(each), stockBasis(each)];
        if (!flow.ok || !stock.ok) throw new Error('a year is missing');
        const scale = flow.value.rows.reduce((most, { avoided }) => Decimal.max(most, avoided.abs()), new Decimal(1));
        expect(flow.value.total.minus(stock.value.total).abs().lessThanOrEqualTo(scale.times('1e-12'))).toBe(true);
      }),
    );
  });
});
