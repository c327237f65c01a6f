import { assess } from '../../../src/core/calculation/assess';
import type { Assessment, TraceNode } from '../../../src/core/calculation/types';
import { Decimal } from '../../../src/core/quantity/decimal';
import { reading, type CaseInput } from '../../support/caseBuilder';

const run = (input: CaseInput): Assessment => assess(reading(input));
const at = ({ trace }: Assessment, index: number | null | undefined): TraceNode => trace[index!]!;
/** Exact fractions, e.g. 25 ÷ 3, are compared by their quotient to 30 digits. */
const near = (value: Decimal | null | undefined, expected: number | string, divisor = 1) =>
  expect(value?.times(divisor).toSignificantDigits(30).toFixed()).toBe(new Decimal(expected).toFixed());

/** home: 2 · 100 = 200 functional units, office: 40; shares 5/6 and 1/6. */
const segments: CaseInput = {
  baseline: [
    { amount: 10, factor: 1, segment: 'home' },
    { amount: 20, factor: 1, segment: 'office' },
  ],
  product: [{ amount: 5, factor: 1, inCity: 0.75 }],
  sideEffects: [{ amount: 3, factor: 1, stage: 'end-of-life' }],
  segments: [
    { id: 'home', functionalUnitsPerUnit: new Decimal(2) },
    { id: 'office', functionalUnitsPerUnit: new Decimal(1) },
  ],
  sales: [
    { units: 100, segment: 'home' },
    { units: 50, segment: 'office', returns: 10 },
    { units: 7, segment: 'home', status: 'planned' },
  ],
  rate: 0.5,
  fields: { rebound: 0.2 },
};

describe('every number leads to a step that gives it', () => {
  it('a line over several segments: 10 · 5/6, 20 · 1/6, 5 · (5/6 + 1/6)', () => {
    const result = run(segments);
    const [home, office, product] = result.lines;
    near(at(result, home?.trace).value, 25, 3);
    near(at(result, office?.trace).value, 10, 3);
    near(at(result, product?.trace).value, 5);
    expect(result.lines.map(({ trace }) => at(result, trace).subject)).toEqual(['L1', 'L2', 'L1', 'L1']);
    const [, share] = at(result, home?.trace).inputs as number[];
    expect(at(result, share).equation).toBe('segment-share');
    near(at(result, share).value, 5, 6);
  });

  it('the totals of the sides: 35/3 − 5 = 20/3', () => {
    const result = run(segments);
    near(at(result, result.totals?.baseline.trace).value, 35, 3);
    near(at(result, result.totals?.product.trace).value, 5);
    near(at(result, result.totals?.reduction.trace).value, 20, 3);
    near(result.totals?.reduction.value, 20, 3);
  });

  it('rebound 0.2 · (5 · 5/6 + 15 · 1/6) = 4/3 and side effects 3, taken off', () => {
    const { deductions, ...result } = run(segments);
    const { traces } = deductions.allStages!;
    near(result.trace[traces.rebound!]!.value, 4, 3);
    near(result.trace[traces.sideEffects!]!.value, 3);
    near(deductions.allStages!.rebound, 4, 3);
    // 5 + 4/3 + 3
    near(result.trace[result.productWithEffects!.trace]!.value, 28, 3);
    expect(run({ baseline: segments.product, product: segments.product }).deductions.allStages?.traces).toEqual({
      rebound: null,
      sideEffects: null,
    });
  });

  it('sales by status: realized 0.5 · (200 · (5 − 1 − 3) + 40 · (15 − 3 − 3)) = 280 kg, planned 0.5 · 14 · 1 = 7 kg', () => {
    const result = run(segments);
    const byStatus = (wanted: string) => result.sales.find(({ status }) => status === wanted);
    near(at(result, byStatus('realized')?.trace).value, '0.28');
    near(at(result, byStatus('planned')?.trace).value, '0.007');
    const [home] = at(result, byStatus('planned')?.trace).inputs as number[];
    expect(at(result, home).inputs.map((input) => at(result, input as number).value.toString())).toEqual([
      '0.5',
      '2',
      '7',
      '1',
    ]);
  });

  /** 1.5 years, 150 kWh; a grid of 0.8, 0.6, 0.3; 30 kg for making a unit. */
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
    sales: [{ units: 10 }, { units: 20, period: 2024 }],
  };

  it('years: 2025 is 20 · 50 · 0.6 of the units of 2024 and 10 · (−30 + 100 · 0.6) of its own', () => {
    const result = run(device);
    const { saleYears, calendarYears, totalTrace } = result.years!;
    near(at(result, saleYears[0]?.trace).value, '1.6');
    const middle = at(result, calendarYears[1]?.trace);
    expect(middle).toMatchObject({ equation: 'avoided-in-calendar-year', subject: '2025' });
    const booked = middle.inputs.map((input) => at(result, input as number));
    expect(booked.map(({ equation }) => equation)).toEqual(['booked-in-year', 'booked-in-sale-year']);
    near(booked[0]?.value, '0.6');
    near(booked[1]?.value, '0.3');
    near(at(result, totalTrace).value, '2.05');
  });

  it('a sale year whose factors differ: 1.6 t of 20 units are 80 kg of 150 kWh each', () => {
    const result = run(device);
    const [segment] = at(result, result.sales[0]?.trace).inputs as number[];
    const net = at(result, at(result, segment).inputs[3] as number);
    expect(net.equation).toBe('net-in-sale-year');
    near(net.value, 80, 150);
  });

  it('steps whose equation is a sum, a product or a weighted sum of their inputs are just that', () => {
    for (const result of [run(segments), run(device)]) {
      const valuesOf = ({ inputs }: TraceNode) => inputs.map((input) => at(result, input as number).value);
      const plus = (values: readonly Decimal[]) => values.reduce((total, value) => total.plus(value), new Decimal(0));
      const times = (values: readonly Decimal[]) => values.reduce((total, value) => total.times(value));
      const again: Record<string, (values: readonly Decimal[]) => Decimal> = {
        'side-sum': plus,
        'avoided-of-sales': (values) => plus(values).dividedBy(1000),
        'net-in-sale-year': plus,
        'booked-in-year': (values) => times(values).dividedBy(1000),
        'booked-in-sale-year': ([rate, k, units, ...saved]) => times([rate!, k!, units!, plus(saved)]).dividedBy(1000),
        'avoided-of-sale-year': plus,
        'avoided-in-calendar-year': plus,
        'avoided-over-life': plus,
        'line-over-segments': (values) =>
          plus(values.flatMap((value, index) => (index % 2 === 0 ? [value.times(values[index + 1]!)] : []))),
      };
      const checked = result.trace.filter(({ equation }) => equation in again);
      expect(checked.length).toBeGreaterThan(7);
      for (const node of checked) near(node.value.minus(again[node.equation]!(valuesOf(node))).toDecimalPlaces(25), 0);
    }
  });
});

describe('the avoided emissions in the other reading', () => {
  // Outside the city the product has 5 · 0.25: 0.5 · (200 · 8.75 + 40 · 18.75) = 1,250 kg; all of it 0.5 · (1,000 + 600) = 800 kg.
  const plain: CaseInput = { ...segments, sideEffects: [], fields: {} };

  it('stand beside the certified ones, each with its step', () => {
    const result = run(plain);
    const { allStages, outsideShare } = result.avoidedReadings;
    near(allStages?.value, '0.8');
    near(outsideShare?.value, '1.25');
    expect(result.avoided.value?.toString()).toBe('0.8');
    near(at(result, outsideShare?.trace).value, '1.25');
  });

  it('change places where the workbook chooses the other reading', () => {
    const result = run({ ...plain, fields: { outsideReading: 'outside-share' } });
    near(result.avoided.value, '1.25');
    near(result.avoidedReadings.allStages?.value, '0.8');
    near(result.avoidedReadings.outsideShare?.value, '1.25');
  });

  it('are unknown while a place is unknown, and where there is no certified number', () => {
    const placeless = run({ ...plain, product: [{ amount: 5, factor: 1, inCity: 'unknown' }] });
    near(placeless.avoidedReadings.allStages?.value, '0.8');
    expect(placeless.avoidedReadings.outsideShare).toBeNull();
    const noSales = run({ ...plain, sales: [] });
    expect(noSales.avoidedReadings).toEqual({ allStages: null, outsideShare: null });
  });

  it('on stock basis too: k 150, 10 sold · (−30/150 … ) of which half the making is in the city', () => {
    const stock: CaseInput = {
      baseline: [{ amount: 1, factor: 0.6 }],
      product: [{ amount: 30, factor: 1, stage: 'production', per: 'sold-unit', inCity: 0.5 }],
      ages: [
        [1, 1],
        [0.5, 1],
      ],
      timeSense: 'annual',
      fields: { productService: [100, 'kWh/年'], accounting: 'stock' },
      sales: [{ units: 10 }, { units: 20, period: 2024 }],
    };
    const { avoidedReadings } = run(stock);
    // 10 · (100 · 0.6 − 30) + 20 · 50 · 0.6 = 900 kg; with 15 kg in place of 30: 1,050 kg.
    near(avoidedReadings.allStages?.value, '0.9');
    near(avoidedReadings.outsideShare?.value, '1.05');
  });
});
