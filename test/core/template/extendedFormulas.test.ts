import type { RowContent } from '../../../src/core/template/content';
import { planWorkbook } from '../../../src/core/template/planWorkbook';
import type { Language, TableName } from '../../../src/core/template/types';
import {
  CASES,
  COHORTS,
  extendedCase,
  of,
  PATH,
  path,
  PRODUCT,
  sale,
  SIDE_EFFECTS,
  STOCK,
  WINDOWS,
  Y,
  YEARS,
  type Fields,
  type Tables,
} from '../../support/extendedCases';
import { agree, calculatedPlan, type CalculatedPlan } from './calculatedPlan';

const calculate = (fields: Fields, tables: Tables, language: Language = 'ja'): Promise<CalculatedPlan> =>
  calculatedPlan(planWorkbook({ language, content: extendedCase(fields, tables) }));

describe.each(CASES)('%s', (_, fields, tables, reduction, avoided) => {
  it.each(['ja', 'en'] as const)('has the numbers worked out by hand (%s)', async (language) => {
    const { named, assessment } = await calculate(fields, tables, language);
    for (const name of ['KmcReductionPerUnit', 'KmcReductionPerUnitCheck']) {
      expect([name, named[name]]).toEqual([name, expect.any(Number)]);
      expect(agree(named[name] as number, reduction, 4)).toBe(true);
    }
    for (const name of ['KmcAvoided', 'KmcAvoidedCheck']) {
      expect([name, named[name]]).toEqual([name, expect.any(Number)]);
      expect(agree(named[name] as number, avoided, 4)).toBe(true);
    }
    expect(assessment.reductionPerUnit.value?.toNumber()).toBeCloseTo(reduction, 12);
    expect(assessment.avoided.value?.toNumber()).toBeCloseTo(avoided, 12);
  });
});

describe('sheets that nobody has filled in', () => {
  it('leave the numbers as they are', async () => {
    const content = extendedCase({ productServiceYears: of(2) }, {});
    const optionalTables = ['KmcYears', 'KmcFactorPaths', 'KmcSideEffects', 'KmcVariations', 'KmcParameters'] as const;
    const { named } = await calculatedPlan(planWorkbook({ language: 'ja', content, optionalTables }));
    // k = 20: 1.7 + 1.5 − 28/20 − 0.35 = 1.45; 0.75 · 20 · 100 · 1.45 kg
    expect(named['KmcReductionPerUnitCheck']).toBeCloseTo(1.45, 12);
    expect(named['KmcReductionPerUnit']).toBeCloseTo(1.45, 12);
    expect(named['KmcAvoidedCheck']).toBeCloseTo(2.175, 12);
    expect(named['KmcAvoided']).toBeCloseTo(2.175, 12);
  });
});

const changed = (table: TableName, tables: Tables, index: number, change: RowContent): Tables => ({
  ...tables,
  [table]: tables[table]!.map((row, at) => (at === index ? { ...row, ...change } : row)),
});
const PATHED: Tables = { ...Y, KmcFactorPaths: PATH };
const REPLACED: Tables = { ...Y, ...WINDOWS };
const blank = (key: string): RowContent => ({ [key]: '' });

describe('what is not known or contradicts itself leaves no number', () => {
  const holes: [string, Fields, Tables][] = [
    ['a year without survival', {}, changed('KmcYears', Y, 0, blank('survival'))],
    ['a year without use', {}, changed('KmcYears', Y, 0, blank('use'))],
    ['a year without its age', {}, changed('KmcYears', Y, 1, blank('age'))],
    ['a gap in the years', {}, changed('KmcYears', Y, 0, { age: 2 })],
    ['no first year', {}, { KmcYears: [YEARS[0]!] }],
    ['a year that stands twice', {}, changed('KmcYears', Y, 0, { age: 0 })],
    ['a part of a year', {}, changed('KmcYears', Y, 0, { age: 0.5 })],
    ['a survival above 1', {}, changed('KmcYears', Y, 0, { survival: 1.2 })],
    ['a negative use', {}, changed('KmcYears', Y, 0, { use: -1 })],
    ['years of a segment nobody declares', {}, changed('KmcYears', Y, 0, { segment: 'A' })],
    ['years that are stated otherwise', { productServiceYears: of(3) }, Y],
    ['a year that the path leaves out', {}, { ...Y, KmcFactorPaths: path([2025, 0.5], [2027, 0.1]) }],
    ['a year of the path that stands twice', {}, { ...Y, KmcFactorPaths: path([2025, 0.5], [2026, 0.5], [2026, 0.1]) }],
    ['a year of the path without its value', {}, changed('KmcFactorPaths', PATHED, 0, blank('value'))],
    ['a year of the path written as a text', {}, changed('KmcFactorPaths', PATHED, 2, { year: '2026年度' })],
    ['a path without years of use', { productServiceYears: of(2) }, { KmcFactorPaths: PATH }],
    ['a gap between variants', {}, changed('KmcMix', REPLACED, 1, { toYear: 0.5 })],
    ['variants that end too early', {}, changed('KmcMix', REPLACED, 0, { fromYear: 0 })],
    ['variants that end too late', {}, changed('KmcMix', REPLACED, 0, { toYear: 3 })],
    ['a variant without its years', {}, changed('KmcMix', REPLACED, 0, blank('toYear'))],
    ['a share typed beside the years', {}, changed('KmcMix', REPLACED, 0, { share: 0.5 })],
    [
      'a basis that the other variant does not share',
      {},
      changed('KmcMix', REPLACED, 0, { shareBasis: 'service', share: 0.5 }),
    ],
    ['a side effect without its amount', {}, changed('KmcSideEffects', { ...Y, ...SIDE_EFFECTS }, 0, blank('amount'))],
    ['a side effect of a variant', {}, changed('KmcSideEffects', { ...Y, ...SIDE_EFFECTS }, 0, { variant: 'old' })],
  ];
  it.each(holes)('%s', async (_, fields, tables) => {
    const { named } = await calculate(fields, tables);
    for (const name of ['KmcReductionPerUnit', 'KmcReductionPerUnitCheck', 'KmcAvoided', 'KmcAvoidedCheck']) {
      expect([name, named[name]]).toEqual([name, expect.stringMatching(/^#/)]);
    }
  });

  it('a line for all segments where their years differ', async () => {
    const [, , tables] = CASES.find(([name]) => name === 'segments with years of their own and of all')!;
    const { named } = await calculate({}, { ...tables, KmcProduct: PRODUCT });
    for (const name of ['KmcReductionPerUnit', 'KmcReductionPerUnitCheck', 'KmcAvoided', 'KmcAvoidedCheck']) {
      expect([name, named[name]]).toEqual([name, expect.stringMatching(/^#/)]);
    }
  });

  const uncounted: [string, Fields, Tables][] = [
    ['stock over whole lives', { accounting: of('stock') }, { ...Y, KmcSales: COHORTS }],
    ['stock without years of use', { ...STOCK, productServiceYears: of(2) }, { KmcSales: COHORTS }],
    ['stock with early replacement', STOCK, { ...REPLACED, KmcSales: COHORTS }],
    ['stock with a period written as a text', STOCK, { ...Y, KmcSales: [...COHORTS, sale('V9', '2022年度', 1)] }],
    ['stock with a path and a rebound', { ...STOCK, rebound: of(0.2) }, { ...PATHED, KmcSales: COHORTS }],
  ];
  it.each(uncounted)('%s leaves the reduction, and no contribution', async (_, fields, tables) => {
    const { named } = await calculate(fields, tables);
    for (const name of ['KmcAvoided', 'KmcAvoidedCheck']) expect(named[name]).toMatch(/^#/);
    expect(named['KmcReductionPerUnitCheck']).toEqual(expect.any(Number));
  });
});
