import { assess } from '../../../src/core/calculation/assess';
import type { Assessment } from '../../../src/core/calculation/types';
import type { Decimal } from '../../../src/core/quantity/decimal';
import { reading, type CaseInput } from '../../support/caseBuilder';

const run = (input: CaseInput): Assessment => assess(reading(input));
const blocks = ({ problems }: Assessment) =>
  problems
    .filter(({ severity }) => severity === 'block')
    .map(({ message }) => message.code.replace('calculation.', ''));
const near = (value: Decimal | null | undefined, expected: string) =>
  expect(value?.minus(expected).abs().lessThan('1e-30') ? expected : (value?.toString() ?? null)).toBe(expected);

/** 100 kWh a year, half of the units left in the second year: 1.5 years, 150 kWh; a grid of 0.6, then 0.3 kg a kWh: 0.5 on average. */
const device: CaseInput = {
  baseline: [{ amount: 1, factor: 9, factorId: 'grid' }],
  product: [{ amount: 30, factor: 1, stage: 'production', per: 'sold-unit' }],
  factors: [{ id: 'grid', value: 9 }],
  ages: [
    [1, 1],
    [0.5, 1],
  ],
  paths: { grid: { 2024: 0.8, 2025: 0.6, 2026: 0.3 } },
  fields: { productService: [100, 'kWh/年'] },
  units: 10,
};

describe('years of use and factor paths', () => {
  it('deliver Σ S·u years and weigh the path by them: 0.5 − 30/150 = 0.3 kg a kWh, 10 · 150 · 0.3 = 450 kg', () => {
    const result = run(device);
    near(result.segments[0]?.functionalUnitsPerUnit, '150');
    near(result.reductionPerUnit.value, '0.3');
    near(result.avoided.value, '0.45');
    expect(
      result.trace.some(({ equation, value }) => equation === 'effective-service-years' && value.equals('1.5')),
    ).toBe(true);
  });

  it('are booked by sale year and by calendar year to one total: −300 + 600 in 2025, 150 in 2026', () => {
    const { years, avoided } = run(device);
    expect(years?.saleYears.map(({ year }) => year)).toEqual([2025]);
    near(years?.saleYears[0]?.avoided, '0.45');
    near(years?.calendarYears[0]?.avoided, '0.3');
    near(years?.calendarYears[1]?.avoided, '0.15');
    near(years?.total, avoided.value!.toString());
  });

  it('take a cohort of another year at the factors of its own years: 2024 is −20 · 30 + 20 · (100 · 0.8 + 50 · 0.6) = 1,600 kg', () => {
    const { years, avoided, sales } = run({ ...device, sales: [{ units: 10 }, { units: 20, period: 2024 }] });
    near(avoided.value, '0.45');
    expect(years?.saleYears.map(({ year, units }) => [year, units.toNumber()])).toEqual([
      [2024, 20],
      [2025, 10],
    ]);
    near(years?.saleYears[0]?.avoided, '1.6');
    // 2025: 10 · (−30 + 60) + 20 · 50 · 0.6
    near(years?.calendarYears[1]?.avoided, '0.9');
    near(years?.total, '2.05');
    expect(sales.map(({ status, year }) => `${status} ${year}`)).toEqual(['realized 2024', 'realized 2025']);
    near(sales[0]?.avoided, '1.6');
  });

  it('leave embodied lines at the listed factor', () => {
    const product = [
      { amount: 30, factor: 9, factorId: 'grid', stage: 'production' as const, per: 'sold-unit' as const },
    ];
    // 0.5 − 270 ÷ 150
    near(run({ ...device, product }).reductionPerUnit.value, '-1.3');
  });

  it('take a segment its own rows instead of the common ones', () => {
    const result = run({
      ...device,
      segments: [{ id: 'A' }, { id: 'B' }],
      ages: [
        [1, 1],
        [0.5, 1],
        [1, 1, 'B'],
        [1, 0.5, 'B'],
        [1, 0, 'B'],
      ],
      sales: [
        { units: 10, segment: 'A' },
        { units: 10, segment: 'B' },
      ],
    });
    expect(result.segments.map(({ functionalUnitsPerUnit }) => functionalUnitsPerUnit.toString())).toEqual([
      '150',
      '150',
    ]);
    near(result.avoided.value, '0.9');
  });

  it('count a fractional last year as that fraction where only service years are stated', () => {
    const { years } = run({
      ...device,
      baseline: [{ amount: 1, factor: 1 }],
      ages: [],
      paths: {},
      fields: { productService: [100, 'kWh/年'], productServiceYears: 2.5 },
    });
    // −300 + 1,000; 1,000; 500
    expect(years?.calendarYears.map(({ avoided }) => avoided.times(1000).toDecimalPlaces(25).toString())).toEqual([
      '700',
      '1000',
      '500',
    ]);
  });

  it('have no table, and say so, where the life is not known', () => {
    const result = run({
      baseline: [{ amount: 2, factor: 1 }],
      product: [{ amount: 1, factor: 1 }],
      fields: { functionalUnitsPerUnit: 3 },
    });
    expect(result.avoided.value?.toString()).toBe('0.003');
    expect(result.years).toBeNull();
    expect(result.yearsReasons.map(({ code }) => code)).toEqual(['calculation.years-need-life']);
  });

  it('name the years a path lacks for sales of another year, and keep the certified number', () => {
    const result = run({ ...device, sales: [{ units: 10 }, { units: 20, period: 2026 }] });
    near(result.avoided.value, '0.45');
    expect(result.years).toBeNull();
    expect(result.yearsReasons).toEqual([
      { code: 'calculation.path-years-missing', params: { factor: 'grid', years: [2027] } },
    ]);
    expect(result.sales.find(({ year }) => year === 2026)).toMatchObject({ avoided: null });
  });

  it.each<[string, CaseInput, string]>([
    ['a gap in the ages', { ...device, ages: [[1, 1]], paths: {} }, ''],
    ['a missing year', { ...device, paths: { grid: { 2025: 0.6 } } }, 'path-years-missing'],
    [
      'a path without years',
      { ...device, ages: [], fields: { productService: [100, 'kWh/年'], productServiceYears: 2 } },
      'path-needs-years',
    ],
    [
      'service years that differ from the ages',
      { ...device, fields: { productService: [100, 'kWh/年'], productServiceYears: 3 } },
      'years-contradict',
    ],
    [
      'survival above 1',
      {
        ...device,
        ages: [
          [1.2, 1],
          [0.5, 1],
        ],
      },
      'years-survival',
    ],
    [
      'negative use',
      {
        ...device,
        ages: [
          [1, 1],
          [0.5, -1],
        ],
      },
      'years-use',
    ],
    [
      'no service at all',
      {
        ...device,
        ages: [
          [0, 1],
          [0, 1],
        ],
      },
      'years-no-service',
    ],
    ['a service of 0', { ...device, fields: { productService: [0, 'kWh/年'] } }, 'service-positive'],
    ['a rebound above 1', { ...device, fields: { ...device.fields, rebound: 1.5 } }, 'rebound-range'],
  ])('%s', (_, input, code) => {
    const result = run(input);
    expect(blocks(result)).toEqual(code ? [code] : []);
    if (code) expect(result.reductionPerUnit.value).toBeNull();
  });

  it.each([
    ['years-gap', [0, 2]],
    ['years-age-twice', [0, 0]],
  ])('%s blocks at the row', (code, ages) => {
    const given = reading(device);
    const rows = given.case.ages.map((row, index) => ({ ...row, age: ages[index]! }));
    const result = assess({ ...given, case: { ...given.case, ages: rows } });
    expect(blocks(result)).toEqual([code]);
    expect(result.problems.find(({ severity }) => severity === 'block')).toMatchObject({
      table: 'KmcYears',
      rowId: 'Y2',
      column: 'age',
    });
    expect(result.avoided.reasons.map(({ code }) => code)).toContain(`calculation.${code}`);
  });

  it('warns of a path that no use line follows', () => {
    const warned = (input: CaseInput) =>
      run(input).problems.filter(({ message }) => message.code === 'calculation.path-unused');
    expect(warned({ ...device, baseline: [{ amount: 1, factor: 1, factorId: 'gas' }] })).toMatchObject([
      { severity: 'warn', table: 'KmcFactorPaths', rowId: 'P1' },
    ]);
    expect(warned(device)).toEqual([]);
  });

  it('warns of survival that rises, and calculates', () => {
    const result = run({
      ...device,
      ages: [
        [0.5, 1],
        [1, 1],
      ],
    });
    expect(result.problems.map(({ message }) => message.code)).toContain('calculation.years-survival-rises');
    expect(result.avoided.value).not.toBeNull();
  });
});

describe('early replacement', () => {
  const boiler: CaseInput = {
    baseline: [
      { amount: 5, factor: 1, variant: 'old' },
      { amount: 2, factor: 1, variant: 'new' },
    ],
    product: [{ amount: 1, factor: 1 }],
    mix: [
      { variant: 'old', basis: 'years-of-use', from: 0, to: 4 },
      { variant: 'new', basis: 'years-of-use', from: 4, to: 10 },
    ],
    fields: { productService: [10, 'kWh/年'], productServiceYears: 10 },
  };

  it('counts the old device for the years it had left: 0.4 · 5 + 0.6 · 2 − 1 = 2.2', () => {
    const result = run(boiler);
    near(result.reductionPerUnit.value, '2.2');
    // 10 kWh a year: 40 kg in each of four years, 10 in each of six
    const booked = result.years?.calendarYears.map(({ avoided }) => avoided.times(1000).toDecimalPlaces(25).toString());
    expect(booked).toEqual(['40', '40', '40', '40', '10', '10', '10', '10', '10', '10']);
  });

  it("weighs the windows by service, and a variant's path by its own years", () => {
    const result = run({
      ...boiler,
      baseline: [
        { amount: 5, factor: 9, factorId: 'grid', variant: 'old' },
        { amount: 2, factor: 1, variant: 'new' },
      ],
      factors: [{ id: 'grid', value: 9 }],
      ages: [
        [1, 1],
        [1, 0.5],
        [0.5, 1],
      ],
      paths: { grid: { 2025: 1, 2026: 4, 2027: 99 } },
      mix: [
        { variant: 'old', basis: 'years-of-use', from: 0, to: 2 },
        { variant: 'new', basis: 'years-of-use', from: 2, to: 3 },
      ],
      fields: { productService: [10, 'kWh/年'] },
    });
    // weights 3/4 and 1/4; path (1·1 + 0.5·4) ÷ 1.5 = 2: 0.75 · 10 + 0.25 · 2 − 1 = 7
    near(result.reductionPerUnit.value, '7');
    near(result.years?.total, result.avoided.value!.toString());
  });

  it.each<[string, CaseInput['mix'], string]>([
    [
      'gap',
      [
        { variant: 'old', basis: 'years-of-use', from: 0, to: 4 },
        { variant: 'new', basis: 'years-of-use', from: 5, to: 10 },
      ],
      'mix-window-gap',
    ],
    [
      'overlap',
      [
        { variant: 'old', basis: 'years-of-use', from: 0, to: 4 },
        { variant: 'new', basis: 'years-of-use', from: 3, to: 10 },
      ],
      'mix-window-overlap',
    ],
    [
      'early end',
      [
        { variant: 'old', basis: 'years-of-use', from: 0, to: 4 },
        { variant: 'new', basis: 'years-of-use', from: 4, to: 9 },
      ],
      'mix-window-end',
    ],
    [
      'empty window',
      [
        { variant: 'old', basis: 'years-of-use', from: 0, to: 0 },
        { variant: 'new', basis: 'years-of-use', from: 0, to: 10 },
      ],
      'mix-window-empty',
    ],
    [
      'missing end',
      [
        { variant: 'old', basis: 'years-of-use', from: 0, to: 4 },
        { variant: 'new', basis: 'years-of-use', from: 4 },
      ],
      'mix-window-missing',
    ],
    [
      'stated share',
      [
        { variant: 'old', basis: 'years-of-use', from: 0, to: 4, share: 0.4 },
        { variant: 'new', basis: 'years-of-use', from: 4, to: 10 },
      ],
      'mix-share-with-years',
    ],
  ])('%s blocks', (_, mix, code) => {
    expect(blocks(run({ ...boiler, mix }))).toEqual([code]);
  });

  it('needs the service years', () => {
    expect(blocks(run({ ...boiler, fields: { functionalUnitsPerUnit: 3 } }))).toEqual(['mix-window-needs-life']);
  });
});

describe('stock basis', () => {
  const stock: CaseInput = {
    ...device,
    timeSense: 'annual',
    fields: { ...device.fields, accounting: 'stock' },
    sales: [{ units: 10 }, { units: 20, period: 2024 }, { units: 500, period: 2022 }],
  };

  it('adds what the year sells and what is still in use: −300 + 10 · 100 · 0.6 + 20 · 50 · 0.6 = 900 kg', () => {
    const result = run({ ...stock, paths: { grid: { 2025: 0.6, 2026: 0.3 } } });
    near(result.avoided.value, '0.9');
    near(result.reductionPerUnit.value, '0.3');
    near(result.unitsOutside.value, '10');
    expect(result.problems.map(({ message }) => message.code)).not.toContain('calculation.sales-other-year');
  });

  it('is the calendar year of the table', () => {
    const { years, avoided } = run({
      ...stock,
      paths: { grid: { 2022: 1, 2023: 1, 2024: 0.8, 2025: 0.6, 2026: 0.3 } },
    });
    near(years?.calendarYears.find(({ year }) => year === 2025)?.avoided, avoided.value!.toString());
  });

  it.each<[string, CaseInput, string]>([
    ['lifetime', { ...stock, timeSense: 'lifetime' }, 'stock-needs-annual'],
    [
      'early replacement',
      {
        ...stock,
        baseline: [{ amount: 1, factor: 1, variant: 'old' }],
        mix: [{ variant: 'old', basis: 'years-of-use', from: 0, to: 2 }],
      },
      'stock-with-years-of-use',
    ],
    ['an unknown life', { ...stock, product: [{ amount: 1, factor: 1 }], ages: [], paths: {} }, 'stock-needs-life'],
    [
      'a rebound whose sign needs years the path lacks',
      {
        ...stock,
        paths: { grid: { 2025: 0.6, 2026: 0.3 } },
        fields: { ...stock.fields, rebound: 0.1 },
      },
      'path-years-missing',
    ],
  ])('refuses %s, and keeps the reduction per functional unit', (_, input, code) => {
    const result = run(input);
    expect(blocks(result)).toEqual([code]);
    expect(result.avoided.value).toBeNull();
    expect(result.avoided.reasons.map((each) => each.code)).toEqual([`calculation.${code}`]);
    expect(result.reductionPerUnit.value).not.toBeNull();
  });
});
