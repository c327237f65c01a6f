import fc from 'fast-check';
import { assess } from '../../../src/core/calculation/assess';
import type { ReductionModel } from '../../../src/core/calculation/model';
import type { Assessment } from '../../../src/core/calculation/types';
import { Decimal, sum } from '../../../src/core/quantity/decimal';
import { reading, type CaseInput, type LineInput } from '../../support/caseBuilder';

const run = (input: CaseInput): Assessment => assess(reading(input));

/** The model's own definition, at the central values of its inputs; kg-CO2e. */
function evaluated(model: ReductionModel): { reduction: Decimal; avoided: Decimal } {
  const at = (indices: readonly number[]) => indices.map((index) => model.inputs[index]!.central);
  const r = model.rebound === null ? new Decimal(0) : model.inputs[model.rebound]!.central;
  const segments = model.segments.map(({ functionalUnitsPerUnit, units }, segment) => {
    const terms = model.terms
      .filter((term) => term.segment === segment)
      .map((term) => {
        const value = at(term.inputs).reduce((product, x) => product.times(x), term.coefficient);
        return { ...term, value: term.side === 'baseline' ? value : value.negated() };
      });
    const use = sum(
      terms.filter(({ stage, side }) => stage === 'use' && side !== 'side-effect').map(({ value }) => value),
    );
    const net = sum(terms.map(({ value }) => value)).minus(r.times(Decimal.max(use, 0)));
    return { net, delivered: functionalUnitsPerUnit.times(sum(at(units))) };
  });
  const delivered = sum(segments.map((segment) => segment.delivered));
  const whole = sum(segments.map((segment) => segment.delivered.times(segment.net)));
  const rate = model.rate.length === 0 ? new Decimal(1) : sum(at(model.rate));
  return {
    reduction: segments.length === 1 ? segments[0]!.net : whole.dividedBy(delivered),
    avoided: rate.times(whole),
  };
}

/** @param scale largest of the terms that cancel in the number */
function agree(actual: Decimal, expected: Decimal, scale: Decimal): void {
  expect(actual.minus(expected).abs().lessThanOrEqualTo(Decimal.max(scale, expected.abs()).times('1e-30'))).toBe(true);
}

/** Numbers of two significant digits, so that nothing cancels to less than rounding can bear. */
const tenths = (max: number) => fc.integer({ min: 1, max }).map((n) => n / 10);
const stage = fc.constantFrom('raw-materials', 'production', 'use', 'end-of-life') as fc.Arbitrary<LineInput['stage']>;

interface Shape {
  readonly segments: boolean;
  readonly mix: 'none' | 'service' | 'pieces' | 'years-of-use';
  readonly stock: boolean;
}

const lines = (variants: readonly (string | undefined)[]): fc.Arbitrary<LineInput[]> =>
  fc.array(
    fc.record({
      amount: tenths(500),
      factor: fc.constant(0.5),
      factorId: fc.constantFrom('grid', 'coal', 'other'),
      stage,
      per: fc.constantFrom('functional-unit', 'sold-unit', 'year') as fc.Arbitrary<LineInput['per']>,
      inCity: fc.constantFrom(0, 0.25, 0.5),
      variant: fc.constantFrom(...variants),
    }),
    { minLength: 1, maxLength: 5 },
  );

/** Lines of a listed factor carry its value. */
const FACTORS = [
  { id: 'grid', value: 0.5 },
  { id: 'coal', value: 0.5 },
];

const caseOf = ({ segments, mix, stock }: Shape): fc.Arbitrary<CaseInput> => {
  const ages = [1, 0.9, 0.4];
  const mixed: CaseInput['mix'] =
    mix === 'years-of-use'
      ? [
          { variant: 'A', basis: mix, from: 0, to: 1 },
          { variant: 'B', basis: mix, from: 1, to: 3 },
        ]
      : mix === 'none'
        ? []
        : [
            { variant: 'A', share: 0.3, basis: mix, service: [100, 'kWh'] },
            { variant: 'B', share: 0.7, basis: mix, service: [300, 'kWh'] },
          ];
  const path = fc
    .array(tenths(9), { minLength: 8, maxLength: 8 })
    .map((values) => Object.fromEntries(values.map((value, index) => [2021 + index, value])));
  const units = (year: number) =>
    tenths(900).map((n) =>
      (segments ? ['S', 'T'] : [undefined]).map((segment) => ({ units: n, period: year, segment: segment ?? null })),
    );
  return fc
    .record({
      baseline: lines(mix === 'none' ? [undefined] : ['A', 'B', undefined]).map((found) =>
        mix === 'none'
          ? found
          : [...found, ...['A', 'B'].map((variant): LineInput => ({ amount: 1, factor: 0.5, variant }))],
      ),
      product: lines([undefined]),
      sideEffects: fc.oneof(fc.constant([]), lines([undefined])),
      ages: fc
        .array(tenths(10), { minLength: 3, maxLength: 3 })
        .map((uses) => uses.map((use, age) => [ages[age]!, use] as const)),
      paths: path.map((grid) => ({ grid })),
      sales: fc.tuple(units(2023), units(2024), units(2025)).map((all) => all.flat()),
      partners: fc.constant([
        ['in', 0.3],
        ['out', 0.5],
        ['in', 0.1],
      ] as const),
      fields: fc
        .record(
          {
            rebound: fc.constantFrom(0, 0.1, 0.5),
            outsideReading: fc.constantFrom('all-stages', 'outside-share'),
            attribution: fc.constantFrom('rate', 'unallocated'),
          },
          { requiredKeys: ['outsideReading'] },
        )
        .map((fields) => ({
          productService: [100, 'kWh/年'] as const,
          baselineService: [200, 'kWh'] as const,
          baselineServiceYears: 4,
          accounting: stock ? 'stock' : 'flow',
          ...fields,
        })),
    })
    .map((found): CaseInput => ({
      ...found,
      timeSense: stock ? 'annual' : 'lifetime',
      factors: FACTORS,
      mix: mixed,
      segments: segments ? [{ id: 'S' }, { id: 'T', productService: new Decimal(70), serviceUnit: 'kWh/年' }] : [],
    }));
};

const shapes: Shape[] = [false, true].flatMap((segments) => [
  ...(['none', 'service', 'pieces', 'years-of-use'] as const).map((mix) => ({ segments, mix, stock: false })),
  ...(['none', 'service', 'pieces'] as const).map((mix) => ({ segments, mix, stock: true })),
]);

describe.each(shapes)('segments $segments, mix $mix, stock $stock', (shape) => {
  /** Largest terms that cancel in a number per functional unit; in t-CO2e, for at most 300 functional units a unit sold. */
  const perUnit = (result: Assessment) => sum(result.lines.map(({ emission }) => emission.allStages.abs()));
  const inTonnes = (result: Assessment) =>
    perUnit(result)
      .times(sum(result.sales.map(({ units }) => units)))
      .times('0.3');

  it('has models whose central values are the two certified numbers', () => {
    fc.assert(
      fc.property(caseOf(shape), (input) => {
        const result = run(input);
        const { reduction, avoided } = result.models;
        expect(result.problems.filter(({ severity }) => severity === 'block')).toEqual([]);
        expect(result.modelReasons).toEqual([]);
        expect(reduction === avoided).toBe(!shape.stock);
        agree(evaluated(reduction!).reduction, result.reductionPerUnit.value!, perUnit(result));
        agree(evaluated(avoided!).avoided.times('0.001'), result.avoided.value!, inTonnes(result));
      }),
      { numRuns: 20 },
    );
  });

  it('sums by year, by stage and by partner to the same numbers', () => {
    fc.assert(
      fc.property(caseOf(shape), (input) => {
        const result = run(input);
        const scale = inTonnes(result);
        const years = result.years!;
        agree(sum(years.calendarYears.map(({ avoided }) => avoided)), years.total, scale);
        agree(sum(years.saleYears.map(({ avoided }) => avoided)), years.total, scale);
        const own = shape.stock ? years.calendarYears : years.saleYears;
        agree(own.find(({ year }) => year === 2025)!.avoided, result.avoided.value!, scale);
        const taken = result.deductions.allStages!;
        const stages = sum(result.stages.map(({ reduction }) => reduction));
        agree(stages.minus(taken.rebound).minus(taken.sideEffects), result.readings.allStages!, perUnit(result));
        const side = (name: string) =>
          sum(result.lines.filter((line) => line.side === name).map(({ emission }) => emission.allStages));
        agree(side('baseline').minus(side('product')), stages, perUnit(result));
        agree(side('side-effect'), taken.sideEffects, perUnit(result));
        agree(sum(result.partners.map(({ avoided }) => avoided)), result.unallocated.value!.times('0.9'), scale);
        const shared = input.fields?.['attribution'] === 'unallocated' ? '1' : '0.4';
        agree(result.unallocated.value!.times(shared), result.avoided.value!, scale);
      }),
      { numRuns: 20 },
    );
  });
});

describe('inputs of a model', () => {
  const simple: CaseInput = {
    baseline: [{ amount: 10, factor: 0.5, factorId: 'grid' }],
    product: [{ amount: 4, factor: 0.5, factorId: 'grid', parameter: 'hours' }],
    factors: [{ id: 'grid', value: 0.5, attributes: { u95: '1.2', nameEn: 'Grid' } }],
    parameters: [{ symbol: 'hours', value: 8, spread: ['uniform', 6, 9] }],
    fields: { functionalUnitsPerUnit: 1000 },
    partners: [['in', 0.5, ['triangular', 0.4, 0.6]]],
  };
  const ids = (input: CaseInput) => run(input).models.avoided?.inputs.map(({ id }) => id);
  const spreads = (input: CaseInput) =>
    run(input).models.avoided?.inputs.flatMap(({ id, spread }) =>
      spread === null
        ? []
        : [
            `${id} ${spread.distribution} ${spread.distribution === 'lognormal' ? spread.u95.toSignificantDigits(5) : `${spread.low} ${spread.high}`}`,
          ],
    );

  it('are shared by what shares them', () => {
    expect(ids(simple)).toEqual([
      'amount:KmcBaseline:L1',
      'factor:grid',
      'amount:KmcProduct:L1',
      'parameter:hours',
      'units:S1',
      'rate:C1',
    ]);
    expect(run(simple).models.avoided?.inputs[1]).toMatchObject({ label: 'Grid', unit: 'kg-CO2e/kWh', kind: 'factor' });
  });

  it('spread as stated', () => {
    expect(spreads(simple)).toEqual([
      'factor:grid lognormal 1.2',
      'parameter:hours uniform 6 9',
      'rate:C1 triangular 0.4 0.6',
    ]);
  });

  it('take the published U95 of 1.5298 for scores (2,3,3,2,4) and basic uncertainty 1.05', () => {
    const product = [{ amount: 4, factor: 1, pedigree: [2, 3, 3, 2, 4], basicU: 1.05 }];
    expect(spreads({ ...simple, product })?.[1]).toBe('amount:KmcProduct:L1 lognormal 1.5298');
  });

  it("let a line's own limits stand before its pedigree", () => {
    const product = [{ amount: 4, factor: 1, pedigree: [2, 3, 3, 2, 4], spread: ['normal', 3, 5] as const }];
    expect(spreads({ ...simple, product })?.[1]).toBe('amount:KmcProduct:L1 normal 3 5');
  });

  it('read lognormal limits as equal ratios: 2 … 8 around 4 is U95 = 2, of a credit the magnitude', () => {
    const lines = (amount: number, low: number, high: number, flow: LineInput['flow']) =>
      spreads({ ...simple, product: [{ amount, factor: 1, flow, spread: ['lognormal', low, high] }] })?.[1];
    expect(lines(4, 2, 8, 'input')).toBe('amount:KmcProduct:L1 lognormal 2');
    expect(lines(-4, -8, -2, 'recycling-credit')).toBe('amount:KmcProduct:L1 lognormal 2');
  });

  it('take a path with a range as an input of its own, weighted like the path', () => {
    const input: CaseInput = {
      ...simple,
      factors: [{ id: 'grid', value: 0.5, attributes: { distribution: 'triangular' } }],
      ages: [
        [1, 1],
        [0.5, 1],
      ],
      paths: { grid: { 2025: [0.6, 0.5, 0.7], 2026: [0.3, 0.2, 0.5] } },
      fields: { productService: [100, 'kWh/年'] },
    };
    // low (0.5 + 0.1) ÷ 1.5, high (0.7 + 0.25) ÷ 1.5 = 19/30
    const [path] = run(input).models.avoided!.inputs.filter(({ id }) => id === 'path:grid');
    expect(path?.central.toString()).toBe('0.5');
    expect(path?.spread).toMatchObject({ distribution: 'triangular' });
    const limits = path?.spread as { low: Decimal; high: Decimal };
    expect(limits.low.toString()).toBe('0.4');
    expect(limits.high.times(30).toDecimalPlaces(30).toString()).toBe('19');
    expect(ids(input)).not.toContain('factor:grid');
    const listed = { ...input, product: [{ amount: 4, factor: 0.5, factorId: 'grid', stage: 'production' as const }] };
    expect(ids(listed)).toContain('factor:grid');
    const exact = { ...input, factors: simple.factors, paths: { grid: { 2025: 0.6, 2026: 0.3 } } };
    expect(ids(exact)).toContain('factor:grid');
    expect(ids(exact)).not.toContain('path:grid');
  });

  const line = (more: Partial<LineInput>): CaseInput => ({ ...simple, product: [{ amount: 4, factor: 1, ...more }] });
  const factor = (attributes: Record<string, string>): CaseInput => ({
    ...simple,
    factors: [{ id: 'grid', value: 0.5, attributes }],
  });
  it.each<[string, CaseInput, string, string, string]>([
    ['a mode outside its limits', line({ spread: ['triangular', 5, 6] }), 'spread-outside', 'KmcProduct', 'low'],
    ['a uniform value outside', line({ spread: ['uniform', 1, 3] }), 'spread-outside', 'KmcProduct', 'high'],
    [
      'a lognormal that crosses 0',
      line({ spread: ['lognormal', -1, 8] }),
      'spread-lognormal-sign',
      'KmcProduct',
      'low',
    ],
    ['a lognormal that is lopsided', line({ spread: ['lognormal', 3, 8] }), 'spread-off-median', 'KmcProduct', 'low'],
    ['a normal that is lopsided', line({ spread: ['normal', 3, 8] }), 'spread-off-centre', 'KmcProduct', 'low'],
    [
      'a distribution without limits',
      line({ spread: ['uniform', null, null] }),
      'spread-without-limits',
      'KmcProduct',
      'distribution',
    ],
    ['a half-filled pedigree', line({ pedigree: [1, 2, null, 1, 1] }), 'pedigree-incomplete', 'KmcProduct', 'temporal'],
    [
      'a score its set has no factor for',
      { ...line({ pedigree: [5, 1, 1, 1, 1] }), fields: { ...simple.fields, pedigreeSet: 'ciroth2016' } },
      'pedigree-no-factor',
      'KmcProduct',
      'reliability',
    ],
    [
      'a pedigree called uniform',
      line({ basicU: 1.1, spread: ['uniform', null, null] }),
      'spread-pedigree-lognormal',
      'KmcProduct',
      'distribution',
    ],
    ['a parameter nobody lists', line({ parameter: 'years' }), 'parameter-unusable', 'KmcProduct', 'parameter'],
    ['U95 below 1', factor({ u95: '0.9' }), 'spread-below-one', 'KmcFactors', 'u95'],
    ['U95 beside limits', factor({ u95: '1.2', low: '0.4' }), 'spread-twice', 'KmcFactors', 'u95'],
    [
      'U95 called normal',
      factor({ u95: '1.2', distribution: 'normal' }),
      'spread-u95-lognormal',
      'KmcFactors',
      'distribution',
    ],
    [
      'a share that may exceed 1',
      { ...simple, partners: [['in', 0.5, ['uniform', 0.4, 1.1]]] },
      'spread-rate',
      'KmcContribution',
      'high',
    ],
    [
      'shares that together may exceed 1',
      {
        ...simple,
        partners: [
          ['in', 0.5, ['uniform', 0.4, 0.6]],
          ['in', 0.4, ['uniform', 0.3, 0.5]],
        ],
      },
      'spread-rates-above-one',
      'KmcContribution',
      'high',
    ],
    [
      'units that may be below 0',
      { ...simple, sales: [{ units: 5, distribution: 'uniform', low: new Decimal(-1), high: new Decimal(9) }] },
      'spread-units-negative',
      'KmcSales',
      'low',
    ],
  ])('%s blocks the models, not the numbers', (_, input, code, table, column) => {
    const result = run(input);
    const blocks = result.problems.filter(({ severity }) => severity === 'block');
    expect(blocks).toMatchObject([{ message: { code: `calculation.${code}` }, table, column }]);
    expect(result.models).toEqual({ reduction: null, avoided: null });
    expect(result.modelReasons.map((reason) => reason.code)).toEqual([`calculation.${code}`]);
    expect(result.avoided.value).not.toBeNull();
  });

  it('take limits without a distribution, or one limit alone, as exact: the reader says so', () => {
    expect(spreads({ ...line({ spread: [null, 3, 5] }), partners: [['in', 0.5]] })).toEqual([
      'factor:grid lognormal 1.2',
    ]);
    expect(spreads({ ...line({ spread: ['uniform', 3, null] }), partners: [['in', 0.5]] })).toEqual([
      'factor:grid lognormal 1.2',
    ]);
  });

  it('are missing where a number is, for its reasons', () => {
    const noRate = run({ ...simple, partners: [] });
    expect(noRate.models.reduction).not.toBeNull();
    expect(noRate.models.avoided).toBeNull();
    expect(noRate.modelReasons.map(({ code }) => code)).toEqual(['calculation.rate-missing']);
    const given = reading(simple);
    const fault = {
      severity: 'block' as const,
      message: { code: 'reader.any', params: {} },
      cell: null,
      table: 'KmcParameters',
      rowId: null,
      column: null,
    };
    const blocked = assess({ ...given, problems: [fault] });
    expect(blocked.models).toEqual({ reduction: null, avoided: null });
    expect(blocked.avoided.value).not.toBeNull();
  });
});
