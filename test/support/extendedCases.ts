import type { CaseContent, RowContent } from '../../src/core/template/content';

/**
 * Small cases whose two numbers are worked out in the comments by hand. One functional unit is an hour of service; a unit gives 10 a year.
 * Years of use: S·u = 1, then 0.5 · 0.8 = 0.4, so 1.4 years in effect and k = 14 hours over a life.
 */
export type Tables = CaseContent['tables'];
export type Fields = CaseContent['fields'];

export const of = (value: number | string, unit?: string) => (unit === undefined ? { value } : { value, unit });

export const FIELDS: Fields = {
  functionalUnit: of(1, 'h'),
  soldUnit: of('台'),
  productService: of(10, 'h/年'),
  baselineService: of(10, 'h/年'),
  baselineServiceYears: of(2),
  fiscalYear: of(2025),
  timeSense: of('lifetime'),
  accounting: of('flow'),
  outsideReading: of('all-stages'),
  reductionUnit: of('kg-CO2e'),
  reductionDigits: of(6),
  avoidedDigits: of(6),
  roundingMode: of('half-up'),
};

export const line = (id: string, stage: string, per: string, amount: number, more: RowContent = {}): RowContent => ({
  id,
  stage,
  process: id,
  flow: 'input',
  inCity: 'out',
  amount,
  unit: stage === 'use' ? 'kWh' : 'kg',
  per,
  factorId: stage === 'use' ? 'grid' : 'steel',
  ...more,
});

/** Per hour: 34 kg ÷ 20 h = 1.7 and 3 kWh · 0.5 = 1.5. */
const BASELINE = [line('B1', 'production', 'sold-unit', 34), line('B2', 'use', 'functional-unit', 3)];
/** Per hour: 28 kg ÷ 14 h = 2 and 7 kWh · 0.5 ÷ 10 h = 0.35. */
export const PRODUCT = [line('P1', 'production', 'sold-unit', 28), line('P2', 'use', 'year', 7)];

export const sale = (id: string, period: number | string, units: number, more: RowContent = {}): RowContent => ({
  id,
  period,
  inCity: 'out',
  units,
  unit: '台',
  status: 'realized',
  ...more,
});

export const YEARS: readonly RowContent[] = [
  { id: 'Y1', age: 1, survival: 0.5, use: 0.8 },
  { id: 'Y0', age: 0, survival: 1, use: 1 },
];
export const path = (...values: readonly (readonly [number | string, number])[]): RowContent[] =>
  values.map(([year, value], at) => ({ id: `F${at}`, factorId: 'grid', year, value }));

/** (1 · 0.5 + 0.4 · 0.25) ÷ 1.4 = 3/7. The year after the last one of use is not used. */
export const PATH = path([2027, 9], [2025, 0.5], [2026, 0.25]);

export const TABLES: Tables = {
  KmcBaseline: BASELINE,
  KmcProduct: PRODUCT,
  KmcFactors: [
    { id: 'grid', value: 0.5, unit: 'kg-CO2e/kWh' },
    { id: 'steel', value: 1, unit: 'kg-CO2e/kg' },
  ],
  KmcSales: [sale('V1', 2025, 100)],
  KmcContribution: [{ id: 'K1', partner: 'A', inCity: 'in', method: 'agreed-share', share: 0.75 }],
};

/** The same lines for segment A, which lists its own years, and B, which has those of all: S·u = 1 twice, k = 20. */
const each = (rows: readonly RowContent[]): RowContent[] =>
  rows.flatMap((row) => ['A', 'B'].map((segment) => ({ ...row, id: `${String(row['id'])}${segment}`, segment })));
const SEGMENTED: Tables = {
  KmcSegments: [{ id: 'A' }, { id: 'B' }],
  KmcBaseline: each(BASELINE),
  KmcProduct: each(PRODUCT),
  KmcSales: [sale('V1', 2025, 100, { segment: 'A' }), sale('V2', 2025, 50, { segment: 'B' })],
  KmcYears: [
    ...YEARS.map((row) => ({ ...row, segment: 'A' })),
    { id: 'Z0', age: 0, survival: 1, use: 1 },
    { id: 'Z1', age: 1, survival: 1, use: 1 },
  ],
};

/** The old device for the first year, a new one from then on. */
export const WINDOWS: Tables = {
  KmcBaseline: [
    line('B0', 'use', 'functional-unit', 5, { variant: 'old' }),
    ...BASELINE.map((row) => ({ ...row, variant: 'new' })),
  ],
  KmcMix: [
    { id: 'M2', variant: 'new', shareBasis: 'years-of-use', fromYear: 1, toYear: 2 },
    { id: 'M1', variant: 'old', shareBasis: 'years-of-use', fromYear: 0, toYear: 1 },
  ],
};

/** Per hour: 0.1 kWh · 0.5 = 0.05 outside the city, and 1.4 kg ÷ 14 h = 0.1, half of it outside. */
export const SIDE_EFFECTS: Tables = {
  KmcSideEffects: [
    line('W1', 'use', 'functional-unit', 0.1),
    line('W2', 'production', 'sold-unit', 1.4, { inCity: 0.5 }),
  ],
};

export const STOCK: Fields = { timeSense: of('annual'), accounting: of('stock') };
/** In use in 2025: 100 · 1 + 40 · 0.4 + 10 · 0; sales to come and in the city are not. */
export const COHORTS = [
  sale('V1', 2025, 100),
  sale('V2', 2024, 42, { returns: 2 }),
  sale('V3', 2023, 10),
  sale('V4', 2026, 1000),
  sale('V5', 2024, 500, { inCity: 'in' }),
  sale('V6', 2024, 500, { status: 'planned' }),
];
const SEGMENT_COHORTS = [
  ...COHORTS.map((row) => ({ ...row, segment: 'A' })),
  sale('W1', 2025, 50, { segment: 'B' }),
  sale('W2', 2024, 20, { segment: 'B' }),
];

export const Y: Tables = { KmcYears: YEARS };

/** Name, fields, tables, reduction in kg-CO2e an hour, avoided emissions in t-CO2e. */
export const CASES: [string, Fields, Tables, number, number][] = [
  // 1.7 + 1.5 − 2 − 0.35 = 0.85; 0.75 · 14 · 100 · 0.85 kg
  ['years of use', {}, Y, 0.85, 0.8925],
  ['years of use, as many as stated', { productServiceYears: of(2) }, Y, 0.85, 0.8925],
  // k of a year is 10: 0.75 · 10 · 100 · 0.85 kg
  ['years of use, per year', { timeSense: of('annual') }, Y, 0.85, 0.6375],
  // 1.7 + 3 · 3/7 − 2 − 0.7 · 3/7 = 24/35; 0.75 · 1400 · 24/35 kg = 720 kg
  ['a factor path', {}, { ...Y, KmcFactorPaths: PATH }, 24 / 35, 0.72],
  // the second year without service needs no factor; k = 10: 1.7 + 1.5 − 2.8 − 0.35 = 0.05; 0.75 · 10 · 100 · 0.05 kg
  [
    'a year without service',
    {},
    { KmcYears: [YEARS[1]!, { ...YEARS[0]!, use: 0 }], KmcFactorPaths: path([2025, 0.5]) },
    0.05,
    0.0375,
  ],
  // A: 0.85, 1400 h; B: 3.2 − 1.4 − 0.35 = 1.45, 1000 h; (1190 + 1450) ÷ 2400 = 1.1; 0.75 · 2640 kg
  ['segments with years of their own and of all', {}, SEGMENTED, 1.1, 1.98],
  // A: 24/35 · 1400 = 960; B: mean 0.375, 1.7 + 1.125 − 1.4 − 0.2625 = 1.1625; 2122.5 ÷ 2400; 0.75 · 2122.5 kg
  ['segments with a factor path', {}, { ...SEGMENTED, KmcFactorPaths: PATH }, 2122.5 / 2400, 1.591875],
  // weights 1 ÷ 1.4 = 5/7 and 2/7: 5/7 · 2.5 + 2/7 · 3.2 − 2.35 = 0.35; 0.75 · 1400 · 0.35 kg
  ['early replacement', {}, { ...Y, ...WINDOWS }, 0.35, 0.3675],
  // old at 0.5, new at 0.25: 5/7 · 2.5 + 2/7 · (1.7 + 0.75) − 2.3 = 13/70; 0.75 · 1400 · 13/70 kg = 195 kg
  ['early replacement with a factor path', {}, { ...Y, ...WINDOWS, KmcFactorPaths: PATH }, 13 / 70, 0.195],
  // 2.5 years, k = 25: 0.4 · 2.5 + 0.6 · 3.2 − 28/25 − 0.35 = 1.45; 0.75 · 2500 · 1.45 kg
  [
    'early replacement in years that are only stated',
    { productServiceYears: of(2.5) },
    { ...WINDOWS, KmcMix: WINDOWS.KmcMix!.map((row) => ({ ...row, toYear: row['toYear'] === 2 ? 3 : 1 })) },
    1.45,
    2.71875,
  ],
  // A as above; B: weights 1/2: (2.5 + 3.2) ÷ 2 − 1.75 = 1.1; (1400 · 0.35 + 1000 · 1.1) ÷ 2400 = 1590/2400; 0.75 · 1590 kg
  [
    'early replacement in segments',
    {},
    { ...SEGMENTED, ...WINDOWS, KmcBaseline: each(WINDOWS.KmcBaseline!), KmcMix: each(WINDOWS.KmcMix!) },
    1590 / 2400,
    1.1925,
  ],
  // 0.85 − 0.15; 0.75 · 1400 · 0.7 kg
  ['side effects', {}, { ...Y, ...SIDE_EFFECTS }, 0.7, 0.735],
  // all lines of both sides are outside: 0.85 − 0.05 − 0.05
  ['side effects outside the city', { outsideReading: of('outside-share') }, { ...Y, ...SIDE_EFFECTS }, 0.75, 0.7875],
  // the rebound acts on 1.5 − 0.35 = 1.15 alone: 0.7 − 0.2 · 1.15 = 0.47
  ['side effects beside a rebound', { rebound: of(0.2) }, { ...Y, ...SIDE_EFFECTS }, 0.47, 0.4935],
  // with the path 3/7: 24/35 − 0.1 · 3/7 − 0.1 = (48 − 3 − 7)/70 = 38/70; 0.75 · 1400 · 38/70 kg = 570 kg
  ['side effects with a factor path', {}, { ...Y, ...SIDE_EFFECTS, KmcFactorPaths: PATH }, 38 / 70, 0.57],
  // A: 0.7; B: side effects 0.05 + 1.4/20 = 0.12, 1.45 − 0.12 = 1.33; (980 + 1330) ÷ 2400; 0.75 · 2310 kg
  [
    'side effects in segments',
    {},
    { ...SEGMENTED, KmcSideEffects: each(SIDE_EFFECTS.KmcSideEffects!) },
    2310 / 2400,
    1.7325,
  ],
  // 14 · 100 · 0.85 kg, the whole
  ['unallocated', { attribution: of('unallocated') }, Y, 0.85, 1.19],
  ['unallocated by the profile', { profile: of('value-chain-flow') }, Y, 0.85, 1.19],
  [
    'a rate beside a profile without one',
    { profile: of('value-chain-flow'), attribution: of('rate') },
    Y,
    0.85,
    0.8925,
  ],
  // 100 · 14 · (1.7 − 2) + 116 · 10 · 1.15 = 914 kg · 0.75
  ['stock', STOCK, { ...Y, KmcSales: COHORTS }, 0.85, 0.6855],
  ['stock, unallocated', { ...STOCK, attribution: of('unallocated') }, { ...Y, KmcSales: COHORTS }, 0.85, 0.914],
  // use part 1.15 · 0.8 = 0.92: −420 + 1160 · 0.92 = 647.2 kg; reduction 0.85 − 0.23
  ['stock beside a rebound', { ...STOCK, rebound: of(0.2) }, { ...Y, KmcSales: COHORTS }, 0.62, 0.4854],
  // at 0.4 in 2025: −420 + 1160 · 2.3 · 0.4 = 647.2 kg; mean (0.4 + 0.12) ÷ 1.4 = 13/35: −0.3 + 2.3 · 13/35 = 97/175
  [
    'stock with a factor path',
    STOCK,
    { ...Y, KmcSales: COHORTS, KmcFactorPaths: path([2024, 0.5], [2025, 0.4], [2026, 0.3]) },
    97 / 175,
    0.4854,
  ],
  // side effects: embodied 0.1, use 0.05: 100 · 14 · (−0.3 − 0.1) + 1160 · (1.15 − 0.05) = 716 kg
  ['stock with side effects', STOCK, { ...Y, ...SIDE_EFFECTS, KmcSales: COHORTS }, 0.7, 0.537],
  // A 914 kg; B: 50 · 20 · (1.7 − 1.4) + 70 · 10 · 1.15 = 1105 kg; 0.75 · 2019 kg; the reduction counts the year’s sales: 1.1
  ['stock in segments', STOCK, { ...SEGMENTED, KmcSales: SEGMENT_COHORTS }, (1000 * 0.85 + 500 * 1.45) / 1500, 1.51425],
];

/** @returns what such a case's workbook is filled with */
export const extendedCase = (fields: Fields, tables: Tables): CaseContent => ({
  fields: { ...FIELDS, ...fields },
  tables: { ...TABLES, ...tables },
});
