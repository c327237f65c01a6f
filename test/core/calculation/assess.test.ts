import fc from 'fast-check';
import { assess } from '../../../src/core/calculation/assess';
import type { Assessment } from '../../../src/core/calculation/types';
import { Decimal } from '../../../src/core/quantity/decimal';
import { roundedText } from '../../../src/core/quantity/rounding';
import { reading, type CaseInput, type LineInput } from '../../support/caseBuilder';

const run = (input: CaseInput): Assessment => assess(reading(input));
const value = (result: { value: Decimal | null }) => result.value?.toFixed() ?? null;
const codes = ({ problems }: Assessment) =>
  problems.filter(({ severity }) => severity === 'block').map(({ message }) => message.code);
const printed = (result: Assessment['avoided']) => result.value && roundedText(result.value, result.rounding);

/** JPEA's photovoltaics rule: 550 g of the grid against 45.5 g of crystalline silicon, 55,000 kWh. */
const photovoltaics: CaseInput = {
  baseline: [{ amount: 1, factor: 550, factorUnit: 'g-CO2e/kWh' }],
  product: [{ amount: 1, factor: 45.5, factorUnit: 'g-CO2e/kWh' }],
  fields: { functionalUnitsPerUnit: 55000, reductionUnit: 'g-CO2e', reductionDigits: 1 },
};

describe('the two certified numbers', () => {
  it('gives 504.5 g per kWh and 27.7475 t for one system of 55,000 kWh (JPEA, published 504.5 and about 27.7)', () => {
    const result = run(photovoltaics);
    expect(value(result.reductionPerUnit)).toBe('504.5');
    expect(result.reductionPerUnit.unit).toBe('g-CO2e/kWh');
    expect(value(result.avoided)).toBe('27.7475');
    expect(printed(result.avoided)).toBe('27.7');
  });

  it('needs 25 incandescent lamps for one LED lamp over 25,000 h (OSRAM: 500 kg against 100 kg)', () => {
    const result = run({
      functionalUnit: [25000, 'h'],
      baseline: [
        { amount: 0.5, unit: 'kg', factor: 1, factorUnit: 'kg-CO2e/kg', stage: 'production', per: 'sold-unit' },
        { amount: 1000, factor: 0.5 },
      ],
      product: [{ amount: 200, factor: 0.5 }],
      fields: { baselineService: [1000, 'h'], productService: [25000, 'h'] },
    });
    const production = result.stages.find(({ stage }) => stage === 'production');
    expect(production?.baseline.toFixed()).toBe('12.5');
    expect(result.stages.find(({ stage }) => stage === 'use')?.baseline.toFixed()).toBe('500');
    expect(value(result.reductionPerUnit)).toBe('412.5');
  });

  it('halves what a 50,000 h lamp is charged per 25,000 h and doubles what it delivers (k = 2)', () => {
    const result = run({
      functionalUnit: [25000, 'h'],
      baseline: [{ amount: 10, factor: 1 }],
      product: [{ amount: 4, factor: 1, stage: 'production', per: 'sold-unit' }],
      fields: { productService: [50000, 'h'] },
      units: 100,
    });
    expect(value(result.reductionPerUnit)).toBe('8');
    expect(result.segments[0]?.functionalUnitsPerUnit.toFixed()).toBe('2');
    expect(value(result.avoided)).toBe('1.6');
  });

  it('counts whole pieces only when declared: 25,000 h by 10,000 h lamps is 2.5 or 3', () => {
    const lamps = (replacement: string): CaseInput => ({
      functionalUnit: [25000, 'h'],
      baseline: [{ amount: 1, factor: 1, per: 'sold-unit', stage: 'production' }],
      product: [{ amount: 0, factor: 1 }],
      fields: { baselineService: [10000, 'h'], functionalUnitsPerUnit: 1, replacement },
    });
    expect(value(run(lamps('fractional')).reductionPerUnit)).toBe('2.5');
    expect(value(run(lamps('whole')).reductionPerUnit)).toBe('3');
  });

  it('brings yearly use and what is built once to the same functional unit, in either time sense', () => {
    const device: CaseInput = {
      functionalUnit: [1, 'kWh'],
      baseline: [{ amount: 1, factor: 1 }],
      product: [
        { amount: 60, factor: 1, stage: 'production', per: 'sold-unit' },
        { amount: 5, factor: 1, per: 'year' },
      ],
      fields: { productService: [100, 'kWh/年'], productServiceYears: 12 },
      units: 10,
    };
    // 60 ÷ 1,200 kWh + 5 ÷ 100 kWh = 0.1 kg per kWh
    expect(value(run(device).reductionPerUnit)).toBe('0.9');
    expect(value(run(device).avoided)).toBe('10.8');
    expect(value(run({ ...device, timeSense: 'annual' }).reductionPerUnit)).toBe('0.9');
    expect(value(run({ ...device, timeSense: 'annual' }).avoided)).toBe('0.9');
  });

  it('mixes by service: 64/36 by pieces with lives of 1,000 and 10,000 h is 15.09/84.91', () => {
    const result = run({
      functionalUnit: [10000, 'h'],
      baseline: [
        { amount: 106, factor: 1, variant: 'A' },
        { amount: 0, factor: 1, variant: 'B' },
      ],
      product: [{ amount: 0, factor: 1 }],
      mix: [
        { variant: 'A', share: 0.64, basis: 'pieces', service: [1000, 'h'] },
        { variant: 'B', share: 0.36, basis: 'pieces', service: [10000, 'h'] },
      ],
    });
    // 64,000 / 424,000 = 8/53, times 106
    expect(result.reductionPerUnit.value?.minus(16).abs().lessThan('1e-35')).toBe(true);
  });

  it('takes rebound from the use-stage saving only: −100 embodied, +50 use, r = 0.2 is −60', () => {
    const result = run({
      baseline: [{ amount: 50, factor: 1 }],
      product: [{ amount: 100, factor: 1, stage: 'production' }],
      fields: { rebound: 0.2 },
    });
    expect(value(result.reductionPerUnit)).toBe('-60');
  });

  it('keeps a negative result negative', () => {
    const result = run({
      baseline: [{ amount: 1, factor: 1 }],
      product: [{ amount: 3, factor: 1 }],
      fields: { functionalUnitsPerUnit: 1000 },
    });
    expect(value(result.reductionPerUnit)).toBe('-2');
    expect(value(result.avoided)).toBe('-2');
  });

  it('adds segments of their own k, units and lines', () => {
    const result = run({
      baseline: [
        { amount: 10, factor: 1, segment: 'home' },
        { amount: 20, factor: 1, segment: 'office' },
      ],
      product: [{ amount: 5, factor: 1 }],
      segments: [
        { id: 'home', functionalUnitsPerUnit: new Decimal(2) },
        { id: 'office', functionalUnitsPerUnit: new Decimal(1) },
      ],
      sales: [
        { units: 100, segment: 'home' },
        { units: 50, segment: 'office', returns: 10 },
      ],
      rate: 0.5,
    });
    // 0.5 × (2 × 100 × 5 + 1 × 40 × 15) = 800 kg; per functional unit 1,600 / 240
    expect(value(result.avoided)).toBe('0.8');
    expect(result.reductionPerUnit.value?.times(240).minus(1600).abs().lessThan('1e-30')).toBe(true);
  });
});

describe('both readings of net outside reduction', () => {
  const plant: CaseInput = {
    baseline: [{ amount: 10, factor: 1 }],
    product: [{ amount: 4, factor: 1, stage: 'production', inCity: 0.75 }],
    fields: { functionalUnitsPerUnit: 1 },
  };

  it('shows what arises outside the city beside the whole', () => {
    const result = run(plant);
    expect(result.readings.allStages?.toFixed()).toBe('6');
    expect(result.readings.outsideShare?.toFixed()).toBe('9');
    expect(value(result.reductionPerUnit)).toBe('6');
  });

  it('certifies the other reading where the workbook chooses it', () => {
    expect(
      value(run({ ...plant, fields: { ...plant.fields, outsideReading: 'outside-share' } }).reductionPerUnit),
    ).toBe('9');
  });

  it('is unknown, not zero, while a place is unknown', () => {
    const product = [{ ...plant.product[0]!, inCity: 'unknown' as const }];
    const result = run({ ...plant, product, fields: { outsideReading: 'outside-share' } });
    expect(result.readings.outsideShare).toBeNull();
    expect(result.reductionPerUnit.value).toBeNull();
    expect(result.reductionPerUnit.reasons.map(({ code }) => code)).toEqual(['calculation.places-unknown']);
    expect(result.readings.allStages?.toFixed()).toBe('6');
  });
});

describe('units and rate', () => {
  const simple: CaseInput = {
    baseline: [{ amount: 2, factor: 1 }],
    product: [{ amount: 1, factor: 1 }],
    fields: { functionalUnitsPerUnit: 1000 },
  };

  it.each([
    ['planned', { status: 'planned' as const }],
    ['of another year', { period: 2024 }],
    ['inside the city', { inCity: 'in' as const }],
    ['of unknown place', { inCity: 'unknown' as const }],
  ])('does not count sales that are %s', (_, row) => {
    expect(value(run({ ...simple, sales: [{ units: 7 }, { units: 100, ...row }] }).unitsOutside)).toBe('7');
  });

  it('counts only partners in the city, and refuses shares above 1', () => {
    expect(
      value(
        run({
          ...simple,
          partners: [
            ['in', 0.25],
            ['out', 0.5],
            ['in', 0.125],
          ],
        }).contributionRate,
      ),
    ).toBe('0.375');
    const above = run({
      ...simple,
      partners: [
        ['in', 0.75],
        ['out', 0.5],
      ],
    });
    expect(above.contributionRate.value).toBeNull();
    expect(above.avoided.value).toBeNull();
    expect(above.reductionPerUnit.value).not.toBeNull();
    expect(codes(above)).toEqual(['calculation.rate-above-one']);
  });

  it('accepts shares of one third each, as cells can hold them', () => {
    const third = 1 / 3;
    expect(
      run({
        ...simple,
        partners: [
          ['in', third],
          ['in', third],
          ['in', third],
        ],
      }).contributionRate.value,
    ).not.toBeNull();
  });

  it('refuses units counted in 千台 beside a sold unit of 台', () => {
    expect(codes(run({ ...simple, sales: [{ units: 7, unit: '千台' }] }))).toEqual(['calculation.sales-unit']);
  });
});

describe('holes and contradictions leave no number', () => {
  const simple: CaseInput = {
    baseline: [{ amount: 2, factor: 1 }],
    product: [{ amount: 1, factor: 1 }],
    fields: { functionalUnitsPerUnit: 1 },
  };
  it.each<[string, CaseInput, string]>([
    ['no baseline line', { ...simple, baseline: [] }, 'no-lines'],
    ['no sales', { ...simple, sales: [] }, 'sales-missing'],
    ['no partner', { ...simple, partners: [] }, 'rate-missing'],
    [
      'k and service that disagree',
      { ...simple, fields: { functionalUnitsPerUnit: 3, productService: [2, 'kWh'] } },
      'service-contradicts',
    ],
    ['a service in another kind of unit', { ...simple, fields: { productService: [2, 'h'] } }, 'service-unit'],
    [
      'a line per sold unit without k',
      { ...simple, baseline: [{ amount: 1, factor: 1, per: 'sold-unit' }] },
      'service-missing',
    ],
    [
      'a line per year without service',
      { ...simple, product: [{ amount: 1, factor: 1, per: 'year' }] },
      'years-missing',
    ],
    [
      'a recycling credit that adds',
      { ...simple, product: [{ amount: 1, factor: 1, flow: 'recycling-credit' }] },
      'credit-adds',
    ],
    ['a product variant', { ...simple, product: [{ amount: 1, factor: 1, variant: 'A' }] }, 'product-variant'],
    [
      'a variant outside the mix',
      { ...simple, baseline: [{ amount: 1, factor: 1, variant: 'A' }] },
      'variant-not-in-mix',
    ],
    ['a mix that sums to 0.9', { ...simple, mix: [{ variant: 'A', share: 0.9 }] }, 'mix-sum'],
    ['a mixed product without lines', { ...simple, mix: [{ variant: 'A', share: 1 }] }, 'mix-variant-without-lines'],
    ['units that do not reduce', { ...simple, product: [{ amount: 1, unit: 'kg', factor: 1 }] }, 'line-units'],
  ])('%s', (_, input, code) => {
    const result = run(input);
    expect(codes(result)).toContain(`calculation.${code}`);
    expect(result.avoided.value).toBeNull();
    expect(result.avoided.reasons.length).toBeGreaterThan(0);
  });

  it('says that k is missing only where the second number needs it', () => {
    const result = run({ baseline: [{ amount: 2, factor: 1 }], product: [{ amount: 1, factor: 1 }] });
    expect(value(result.reductionPerUnit)).toBe('1');
    expect(result.avoided.value).toBeNull();
    expect(result.avoided.reasons.map(({ code }) => code)).toEqual(['calculation.k-missing']);
  });

  it('gives no number while a table it is made from has a blocking problem', () => {
    const given = reading(simple);
    const fault = {
      severity: 'block' as const,
      message: { code: 'reader.any', params: {} },
      cell: null,
      table: 'KmcSales',
      rowId: null,
      column: null,
    };
    const result = assess({ ...given, problems: [fault] });
    expect(result.avoided.value).toBeNull();
    expect(result.reductionPerUnit.value).not.toBeNull();
  });

  it('keeps biogenic lines out of the footprint', () => {
    const result = run({ ...simple, product: [...simple.product, { amount: 50, factor: 1, flow: 'biogenic' }] });
    expect(value(result.reductionPerUnit)).toBe('1');
  });
});

describe('identities', () => {
  const amount = fc.integer({ min: 0, max: 1_000_000 }).map((n) => n / 1000);
  const stage = fc.constantFrom('raw-materials', 'production', 'distribution', 'use', 'end-of-life') as fc.Arbitrary<
    LineInput['stage']
  >;
  const line = fc.record({ amount, factor: amount, stage, inCity: fc.constantFrom(0, 0.25, 1) });
  const side = fc.array(line, { minLength: 1, maxLength: 8 });
  const fields = { functionalUnitsPerUnit: 3 };

  it('swapping baseline and product flips the sign exactly', () => {
    fc.assert(
      fc.property(side, side, (a, b) => {
        const there = run({ baseline: a, product: b, fields });
        const back = run({ baseline: b, product: a, fields });
        expect(there.avoided.value!.negated().equals(back.avoided.value!)).toBe(true);
      }),
    );
  });

  it('an identical line on both sides changes nothing', () => {
    fc.assert(
      fc.property(side, side, line, (a, b, same) => {
        const without = run({ baseline: a, product: b, fields });
        const added = run({ baseline: [...a, same], product: [...b, same], fields });
        expect(without.reductionPerUnit.value!.equals(added.reductionPerUnit.value!)).toBe(true);
      }),
    );
  });

  it("stages sum to the whole, and partners' parts to the unallocated amount", () => {
    fc.assert(
      fc.property(side, side, fc.integer({ min: 0, max: 100 }), (a, b, percent) => {
        const whole = run({ baseline: a, product: b, fields });
        const sum = whole.stages.reduce((total, { reduction }) => total.plus(reduction), new Decimal(0));
        expect(sum.equals(whole.reductionPerUnit.value!)).toBe(true);
        const own = run({ baseline: a, product: b, fields, rate: percent / 100 });
        const rest = run({ baseline: a, product: b, fields, rate: (100 - percent) / 100 });
        expect(own.avoided.value!.plus(rest.avoided.value!).equals(whole.avoided.value!)).toBe(true);
      }),
    );
  });

  it('mixing a product with itself is the product', () => {
    fc.assert(
      fc.property(side, fc.integer({ min: 1, max: 99 }), (a, percent) => {
        const plain = run({ baseline: a, product: [{ amount: 0, factor: 0 }], fields });
        const mixed = run({
          baseline: [...a.map((each) => ({ ...each, variant: 'A' })), ...a.map((each) => ({ ...each, variant: 'B' }))],
          product: [{ amount: 0, factor: 0 }],
          fields,
          mix: [
            { variant: 'A', share: percent / 100 },
            { variant: 'B', share: (100 - percent) / 100 },
          ],
        });
        expect(plain.avoided.value!.equals(mixed.avoided.value!)).toBe(true);
      }),
    );
  });

  it('every number leads back, step by step, to what was stated', () => {
    fc.assert(
      fc.property(side, side, (a, b) => {
        const { trace, avoided, reductionPerUnit } = run({ baseline: a, product: b, fields });
        trace.forEach(({ inputs }, index) =>
          inputs.forEach((input) => expect(typeof input !== 'number' || input < index).toBe(true)),
        );
        expect(trace[avoided.trace!]?.value.equals(avoided.value!)).toBe(true);
        expect(trace[reductionPerUnit.trace!]?.value.equals(reductionPerUnit.value!)).toBe(true);
      }),
    );
  });
});
