import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CaseContent, CellContent, RowContent } from '../../../src/core/template/content';
import { EXAMPLES, exampleNamed } from '../../../src/core/template/examples/registry';
import { planWorkbook } from '../../../src/core/template/planWorkbook';
import type { TableName } from '../../../src/core/template/types';
import { agree, calculatedPlan } from './calculatedPlan';

interface Expected {
  readonly reductionPerUnit: { readonly value: string };
  readonly avoided: { readonly value: string };
  readonly contributionRate: string;
  readonly unitsOutside: string;
  readonly stages: readonly { readonly stage: string; readonly baseline: string; readonly product: string }[];
}

const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(path.join(__dirname, '../../cases', name, 'expected.json'), 'utf8')) as Expected;

const calculate = (content: CaseContent | undefined, language: 'en' | 'ja' = 'ja') =>
  calculatedPlan(planWorkbook({ language, content }));

/** The smallest sound case, to be changed in one place. */
const BASE = exampleNamed('water-heater').content;

function withFields(content: CaseContent, fields: CaseContent['fields']): CaseContent {
  return { ...content, fields: { ...content.fields, ...fields } };
}

function withRow(content: CaseContent, table: TableName, index: number, change: RowContent): CaseContent {
  const rows = content.tables[table]!.map((row, at) => (at === index ? { ...row, ...change } : row));
  return { ...content, tables: { ...content.tables, [table]: rows } };
}

function withoutKey(content: CaseContent, table: TableName, index: number, key: string): CaseContent {
  const rows = content.tables[table]!.map((row, at) =>
    at === index ? Object.fromEntries(Object.entries(row).filter(([name]) => name !== key)) : row,
  );
  return { ...content, tables: { ...content.tables, [table]: rows } };
}

describe.each(EXAMPLES.filter(({ name }) => name !== 'broken').map(({ name }) => name))('%s', (name) => {
  const expected = expectedOf(name);
  const run = calculate(exampleNamed(name).content);

  it.each([
    ['KmcReductionPerUnit', expected.reductionPerUnit.value],
    ['KmcReductionPerUnitCheck', expected.reductionPerUnit.value],
    ['KmcAvoided', expected.avoided.value],
    ['KmcAvoidedCheck', expected.avoided.value],
    ['KmcContributionRate', expected.contributionRate],
    ['KmcContributionRateCheck', expected.contributionRate],
    ['KmcUnitsOutside', expected.unitsOutside],
    ['KmcUnitsOutsideCheck', expected.unitsOutside],
  ])('%s is %s', async (key, value) => {
    const { named, stages } = await run;
    const largest = Math.max(
      ...stages
        .flat()
        .map((cell) => Math.abs(Number(cell)))
        .filter(Number.isFinite),
    );
    const share = Math.abs(Number(value)) / Math.abs(Number(expected.reductionPerUnit.value));
    expect(named[key]).toEqual(expect.any(Number));
    const scale = Math.max(
      Math.abs(Number(value)),
      key.startsWith('KmcUnits') || key.includes('Rate') ? 0 : largest * share,
    );
    expect(agree(named[key] as number, Number(value), scale)).toBe(true);
  });

  it('has the stage table worked out by hand', async () => {
    const { stages } = await run;
    expected.stages.forEach(({ baseline, product }, row) => {
      expect(stages[row]![0]).toBeCloseTo(Number(baseline), 8);
      expect(stages[row]![1]).toBeCloseTo(Number(product), 8);
    });
  });
});

describe('what is not known', () => {
  it('leaves a blank workbook’s result sheet empty, not 0', async () => {
    const { named, stages } = await calculate(undefined);
    expect([...new Set(Object.values(named))]).toEqual(['']);
    expect([...new Set(stages.flat())]).toEqual(['']);
  });

  const holes: [string, CaseContent][] = [
    ['a blank amount', withoutKey(BASE, 'KmcBaseline', 0, 'amount')],
    ['a text amount', withRow(BASE, 'KmcProduct', 0, { amount: { raw: '33.3' } })],
    ['an unknown unit', withRow(BASE, 'KmcProduct', 0, { unit: 'm33' })],
    ['a blank stage', withoutKey(BASE, 'KmcProduct', 0, 'stage')],
    ['a stage in the other language', withRow(BASE, 'KmcProduct', 0, { stage: { raw: 'Use' } })],
    ['a blank flow', withoutKey(BASE, 'KmcBaseline', 0, 'flow')],
    ['a blank basis of the amount', withoutKey(BASE, 'KmcBaseline', 0, 'per')],
    ['a factor that is not listed', withRow(BASE, 'KmcProduct', 0, { factorId: 'x' })],
    ['a factor without value', withoutKey(BASE, 'KmcFactors', 0, 'value')],
    ['a line of a segment nobody declares', withRow(BASE, 'KmcProduct', 0, { segment: 'A' })],
    ['a variant without a mix', withRow(BASE, 'KmcBaseline', 0, { variant: 'A' })],
    ['a variant on the product’s side', withRow(BASE, 'KmcProduct', 0, { variant: 'A' })],
    ['a credit that adds', withRow(BASE, 'KmcProduct', 0, { flow: 'recycling-credit' })],
    ['a side without lines', { ...BASE, tables: { ...BASE.tables, KmcProduct: [] } }],
    ['no unit of output', withFields(BASE, { reductionUnit: {} })],
    ['a rebound that is no number', withFields(BASE, { rebound: { value: 'some' } })],
  ];
  it.each(holes)('%s leaves no reduction and no contribution', async (_, content) => {
    const { named } = await calculate(content);
    for (const name of ['KmcReductionPerUnit', 'KmcReductionPerUnitCheck']) expect(named[name]).toMatch(/^#/);
    if (content.fields['reductionUnit']?.value !== undefined) {
      for (const name of ['KmcAvoided', 'KmcAvoidedCheck']) expect(named[name]).toMatch(/^#/);
    }
  });

  const uncounted: [string, CaseContent][] = [
    ['a blank number of units', withoutKey(BASE, 'KmcSales', 0, 'units')],
    ['a status outside the list', withRow(BASE, 'KmcSales', 1, { status: { raw: 'sold' } })],
    ['a blank place', withoutKey(BASE, 'KmcSales', 0, 'inCity')],
    ['returns that are no number', withRow(BASE, 'KmcSales', 0, { returns: { raw: 'few' } })],
    ['units counted in thousands', withRow(BASE, 'KmcSales', 0, { unit: '千台' })],
    ['a segment nobody declares', withRow(BASE, 'KmcSales', 0, { segment: 'A' })],
    ['a period written otherwise', withRow(BASE, 'KmcSales', 0, { period: '2025年' })],
  ];
  it.each(uncounted)('%s leaves no units outside and no contribution by native formulas', async (_, content) => {
    const { named } = await calculate(content);
    for (const name of ['KmcUnitsOutsideCheck', 'KmcAvoidedCheck']) expect(named[name]).toMatch(/^#/);
    expect(named['KmcReductionPerUnitCheck']).toEqual(expect.any(Number));
  });

  const unshared: [string, CaseContent][] = [
    ['a blank share', withRow(withoutKey(BASE, 'KmcContribution', 0, 'numerator'), 'KmcContribution', 0, {})],
    ['shares above 1', withRow(BASE, 'KmcContribution', 0, { numerator: 101 })],
    ['no partner in the city', withRow(BASE, 'KmcContribution', 0, { inCity: 'out' })],
    ['a negative share', withRow(BASE, 'KmcContribution', 0, { numerator: -1 })],
  ];
  it.each(unshared)('%s leaves no rate and no contribution by native formulas', async (_, content) => {
    const { named } = await calculate(content);
    for (const name of ['KmcContributionRateCheck', 'KmcAvoidedCheck']) expect(named[name]).toMatch(/^#/);
  });
});

describe('the chain from a line to one functional unit', () => {
  const one = (value: CellContent, unit?: string) => ({ value, unit });
  const NONE = { productService: {}, productServiceYears: {}, baselineService: {}, baselineServiceYears: {} };
  const SOURCES: Record<string, CaseContent['fields']> = {
    typed: { ...NONE, functionalUnitsPerUnit: one(40), baselineFunctionalUnitsPerUnit: one(0.4) },
    'typed with years': {
      ...NONE,
      functionalUnitsPerUnit: one(40),
      productServiceYears: one(8),
      baselineFunctionalUnitsPerUnit: one(0.4),
      baselineServiceYears: one(3),
    },
    'service of a life': { ...NONE, productService: one(10, '月'), baselineService: one(4, '月') },
    'service of a life in another unit': {
      ...NONE,
      productService: one(5, '年'),
      productServiceYears: one(5),
      baselineService: one(2, '年'),
      baselineServiceYears: one(2),
    },
    'service of a year': {
      ...NONE,
      productService: one(6, '月/年'),
      productServiceYears: one(5),
      baselineService: one(3, '月/年'),
      baselineServiceYears: one(2),
    },
    'service of a year without years': { ...NONE, productService: one(6, '月/年'), baselineService: one(3, '月/年') },
  };
  /** The word turns from one combination to the next, so that every source meets both words, time senses and ways of counting. */
  const combinations = Object.keys(SOURCES).flatMap((source, index) =>
    (['lifetime', 'annual'] as const).flatMap((timeSense, sense) =>
      (['fractional', 'whole'] as const).map((replacement, counting) => {
        const per = (index + sense + counting) % 2 === 0 ? 'sold-unit' : 'year';
        return [source, timeSense, replacement, per] as const;
      }),
    ),
  );
  const numbers = new Set<string>();

  async function bothAgree(content: CaseContent): Promise<boolean> {
    const { named, assessment } = await calculate(content);
    const pairs = [
      [named['KmcReductionPerUnitCheck'], assessment.reductionPerUnit.value],
      [named['KmcAvoidedCheck'], assessment.avoided.value],
    ] as const;
    for (const [native, core] of pairs) {
      expect(typeof native === 'number').toBe(core !== null);
      if (typeof native === 'number') {
        expect(agree(native, core!.toNumber(), Math.abs(core!.toNumber()) * 100)).toBe(true);
      } else expect(native).toMatch(/^#/);
    }
    return pairs.every(([native]) => typeof native === 'number');
  }

  it.each(combinations)(
    '%s, %s, %s, per %s: native formulas have the number of the core, or none where it has none',
    async (...combination) => {
      const [source, timeSense, replacement, per] = combination;
      const fields = {
        ...SOURCES[source]!,
        functionalUnit: one(7, '月'),
        timeSense: { value: timeSense },
        replacement: { value: replacement },
      };
      const sides = withRow(withFields(BASE, fields), 'KmcBaseline', 0, { per });
      if (await bothAgree(withRow(sides, 'KmcProduct', 0, { per }))) numbers.add(combination.join());
    },
  );

  it('is worked out natively in most of them', () => expect(numbers.size).toBeGreaterThan(combinations.length * 0.5));

  const COMMON = { ...NONE, functionalUnit: one(7, '月'), timeSense: { value: 'lifetime' } };
  /** Every line once for each of two segments, the sales shared out between them. */
  function segmented(
    segments: readonly RowContent[],
    per: string,
    fields: CaseContent['fields'],
    mix: RowContent[] = [],
  ): CaseContent {
    const { KmcBaseline = [], KmcProduct = [], KmcSales = [] } = BASE.tables;
    const doubled = (rows: readonly RowContent[]): RowContent[] =>
      rows.flatMap((row) =>
        ['A', 'B'].map((segment) => ({ ...row, id: `${String(row['id'])}${segment}`, segment, per })),
      );
    const baseline = doubled(KmcBaseline);
    const variants = mix.map(({ variant }) => variant!);
    const mixed = variants.flatMap((variant) =>
      baseline.map((row) => ({ ...row, variant, id: `${String(row['id'])}${String(variant)}` })),
    );
    const tables = {
      ...BASE.tables,
      KmcBaseline: variants.length > 0 ? mixed : baseline,
      KmcProduct: doubled(KmcProduct),
      KmcSales: KmcSales.map((row, at) => ({ ...row, segment: at % 2 === 0 ? 'A' : 'B' })),
      KmcSegments: segments,
      ...(mix.length > 0 ? { KmcMix: mix } : {}),
    };
    return { fields: { ...BASE.fields, ...COMMON, ...fields }, tables };
  }
  const A = { id: 'A', productService: 10, baselineService: 4, serviceUnit: '月' };
  const B = { id: 'B', productService: 5, baselineService: 2, serviceUnit: '年', productServiceYears: 5 };
  const YEARLY = {
    id: 'B',
    productService: 6,
    baselineService: 3,
    serviceUnit: '月/年',
    productServiceYears: 5,
    baselineServiceYears: 2,
  };
  const TYPED = { id: 'A', functionalUnitsPerUnit: 0.3, productServiceYears: 4 };
  const CASE = { baselineService: one(4, '月'), baselineServiceYears: one(3), productService: one(9, '月') };
  const MIX = [
    {
      id: 'M1',
      variant: 'old',
      share: 0.4,
      shareBasis: 'service',
      service: 3,
      serviceUnit: '月',
      serviceYears: 2,
      year: 2025,
    },
    {
      id: 'M2',
      variant: 'new',
      share: 0.6,
      shareBasis: 'service',
      service: 6,
      serviceUnit: '月',
      serviceYears: 4,
      year: 2025,
    },
  ];
  const WHOLE = { replacement: { value: 'whole' } };
  const layered: [string, CaseContent][] = [
    ['segments with services of a life', segmented([A, B], 'sold-unit', WHOLE)],
    ['a segment with a service of a year', segmented([A, YEARLY], 'sold-unit', {})],
    ['a typed segment beside a service of a year', segmented([TYPED, YEARLY], 'sold-unit', { ...CASE, ...WHOLE })],
    [
      'years of segments and of the case',
      segmented([TYPED, YEARLY], 'year', { ...CASE, timeSense: { value: 'annual' } }),
    ],
    ['segments that state nothing', segmented([{ id: 'A' }, { id: 'B' }], 'sold-unit', CASE)],
    ['a mix for all segments', segmented([A, B], 'sold-unit', WHOLE, MIX)],
    [
      'a mix without services of its own',
      segmented(
        [{ id: 'A' }, { id: 'B' }],
        'sold-unit',
        CASE,
        MIX.map(({ service: _, serviceUnit: __, ...row }) => row),
      ),
    ],
    ['a mix per functional unit', segmented([A, B], 'functional-unit', {}, MIX)],
    ['a mix per year', segmented([A, YEARLY], 'year', { productServiceYears: one(5) }, MIX)],
  ];
  it.each(layered)('%s: native formulas give the number of the core', async (_, content) => {
    expect(await bothAgree(content)).toBe(true);
  });

  const broken: [string, CaseContent][] = [
    ['a segment in a unit of another kind', segmented([{ ...A, serviceUnit: 'kg' }, B], 'sold-unit', CASE)],
    ['a segment’s service that is text', segmented([{ ...A, productService: { raw: '10' } }, B], 'sold-unit', CASE)],
    ['two segments with one id', segmented([A, { ...B, id: 'A' }], 'functional-unit', {})],
    ['a line of a segment nobody declares', segmented([A], 'functional-unit', {}, MIX)],
    ['a variant listed twice', segmented([A, B], 'sold-unit', {}, [...MIX, { ...MIX[1]!, id: 'M3' }])],
    [
      'a line for all segments where they differ',
      withRow(segmented([A, B], 'sold-unit', CASE), 'KmcProduct', 0, { segment: '' }),
    ],
  ];
  it.each(broken)('%s: native formulas give no number', async (_, content) => {
    const { named } = await calculate(content);
    for (const name of ['KmcReductionPerUnitCheck', 'KmcAvoidedCheck']) expect(named[name]).toMatch(/^#/);
  });
});
