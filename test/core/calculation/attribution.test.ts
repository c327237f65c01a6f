import { assess } from '../../../src/core/calculation/assess';
import { PROFILE_OF } from '../../../src/core/calculation/profile';
import type { Assessment } from '../../../src/core/calculation/types';
import { reading, type CaseInput } from '../../support/caseBuilder';

const run = (input: CaseInput): Assessment => assess(reading(input));

const simple: CaseInput = {
  baseline: [{ amount: 10, factor: 1 }],
  product: [{ amount: 4, factor: 1 }],
  fields: { functionalUnitsPerUnit: 1000 },
  partners: [
    ['in', 0.25],
    ['out', 0.5],
    ['unknown', 0.25],
  ],
};

describe('side effects', () => {
  it('lower the reduction in every stage, and rebound has no hold on them: 6 − 3 − (1 + 2) = 0', () => {
    const result = run({
      ...simple,
      sideEffects: [
        { amount: 1, factor: 1 },
        { amount: 2000, factor: 1, stage: 'production', per: 'sold-unit', inCity: 0.5 },
      ],
      fields: { ...simple.fields, rebound: 0.5 },
    });
    expect(result.readings.allStages?.toString()).toBe('0');
    expect(result.readings.outsideShare?.toString()).toBe('1');
    expect(result.deductions.allStages).toMatchObject({ rebound: { d: [3] }, sideEffects: { d: [3] } });
    expect(result.deductions.outsideShare?.sideEffects.toString()).toBe('2');
    expect(result.lines.map(({ side, emission }) => `${side} ${emission.allStages}`)).toEqual([
      'baseline 10',
      'product 4',
      'side-effect 1',
      'side-effect 2',
    ]);
  });

  it('of unknown place leave the outside share unknown', () => {
    const result = run({ ...simple, sideEffects: [{ amount: 1, factor: 1, inCity: 'unknown' }] });
    expect(result.readings.outsideShare).toBeNull();
    expect(result.readings.allStages?.toString()).toBe('5');
  });

  it('in a table that is blocked leave no number', () => {
    const fault = {
      severity: 'block' as const,
      message: { code: 'reader.any', params: {} },
      cell: null,
      table: 'KmcSideEffects',
      rowId: null,
      column: null,
    };
    expect(assess({ ...reading(simple), problems: [fault] }).reductionPerUnit.value).toBeNull();
  });
});

describe('whom the avoided emissions belong to', () => {
  it('shows the whole and each part beside the certified number', () => {
    const result = run(simple);
    expect(result.avoided.value?.toString()).toBe('1.5');
    expect(result.unallocated.value?.toString()).toBe('6');
    expect(result.partners.map(({ avoided }) => avoided.toString())).toEqual(['1.5', '3', '1.5']);
  });

  it('certifies the whole where the workbook or the profile says so, without any rate', () => {
    const unallocated = run({ ...simple, partners: [], fields: { ...simple.fields, attribution: 'unallocated' } });
    expect(unallocated.avoided.value?.toString()).toBe('6');
    expect(unallocated.attribution).toBe('unallocated');
    expect(unallocated.problems.filter(({ severity }) => severity === 'block')).toEqual([]);
    const chosen = run({ ...simple, fields: { ...simple.fields, profile: 'value-chain-flow' } });
    expect(chosen.profile.id).toBe('value-chain-flow');
    expect(chosen.avoided.value?.toString()).toBe('6');
  });

  it("lets the caller's profile win over the workbook's, and the workbook's own choice over any profile's", () => {
    const input = { ...simple, fields: { ...simple.fields, profile: 'value-chain-flow' } };
    expect(assess(reading(input), PROFILE_OF.kawasaki).avoided.value?.toString()).toBe('1.5');
    const both = { ...simple, fields: { ...input.fields, attribution: 'rate' } };
    expect(run(both).avoided.value?.toString()).toBe('1.5');
  });

  it('notes every choice in force with its basis and origin', () => {
    const { settings } = run({ ...simple, fields: { ...simple.fields, accounting: 'flow', uncertaintyRuns: 5000 } });
    expect(settings.map(({ key }) => key)).toEqual(Object.keys(PROFILE_OF.kawasaki.choices));
    expect(settings.find(({ key }) => key === 'accounting')).toMatchObject({ value: 'flow', from: 'workbook' });
    expect(settings.find(({ key }) => key === 'uncertaintyRuns')).toMatchObject({ value: '5000', from: 'workbook' });
    expect(settings.find(({ key }) => key === 'pedigreeSet')).toMatchObject({ basis: 'assumption', from: 'profile' });
  });

  it.each([
    ['uncertaintyRuns', 10.5],
    ['uncertaintySeed', -1],
    ['sensitivityChange', 0],
  ])('refuses %s of %s', (key, found) => {
    const { problems } = run({ ...simple, fields: { ...simple.fields, [key]: found } });
    expect(problems.find(({ severity }) => severity === 'block')).toMatchObject({
      table: 'KmcCase',
      rowId: key,
      column: 'value',
    });
  });
});

describe('what stands beside', () => {
  it('keeps potential, planned and realized sales apart', () => {
    const { sales, avoided } = run({
      ...simple,
      sales: [
        { units: 1 },
        { units: 2, status: 'planned', period: 2026 },
        { units: 3, status: 'potential' },
        { units: 9, inCity: 'in' },
      ],
    });
    expect(avoided.value?.toString()).toBe('1.5');
    expect(sales.map(({ status, year, units, avoided: own }) => `${status} ${year} ${units} ${own}`)).toEqual([
      'realized 2025 1 1.5',
      'planned 2026 2 3',
      'potential 2025 3 4.5',
    ]);
  });

  it('asks for the set product of a component', () => {
    const of = (fields: CaseInput['fields']) =>
      run({ ...simple, fields: { ...simple.fields, ...fields } }).problems.map(({ message }) => message.code);
    expect(of({ isComponent: 'yes' })).toContain('calculation.set-product-missing');
    expect(of({ isComponent: 'yes', setProduct: 'pump' })).not.toContain('calculation.set-product-missing');
    expect(of({ isComponent: 'no' })).not.toContain('calculation.set-product-missing');
  });

  it('weighs a line over the segments it holds for: 10 in 1/4, 2 in 3/4', () => {
    const { lines } = run({
      ...simple,
      baseline: [
        { amount: 8, factor: 1, segment: 'A' },
        { amount: 2, factor: 1 },
      ],
      segments: [{ id: 'A' }, { id: 'B' }],
      sales: [
        { units: 1, segment: 'A' },
        { units: 3, segment: 'B' },
      ],
    });
    expect(lines.map(({ segment, emission }) => `${segment} ${emission.allStages}`)).toEqual([
      'A 2',
      'null 2',
      'null 4',
    ]);
  });

  it('refuses a line of a segment that is not listed', () => {
    const result = run({ ...simple, product: [{ amount: 4, factor: 1, segment: 'X' }] });
    expect(result.problems.map(({ message }) => message.code)).toContain('calculation.line-segment');
    expect(result.reductionPerUnit.value).toBeNull();
  });
});
