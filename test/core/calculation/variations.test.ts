import { assess } from '../../../src/core/calculation/assess';
import { variationsOf } from '../../../src/core/calculation/variations';
import type { Problem } from '../../../src/core/case/types';
import { Decimal } from '../../../src/core/quantity/decimal';
import { reading, type CaseInput } from '../../support/caseBuilder';

const base: CaseInput = {
  baseline: [{ amount: 10, factor: 0.5, factorId: 'grid' }],
  product: [{ amount: 4, factor: 0.5, factorId: 'grid', parameter: 'hours' }],
  factors: [
    { id: 'grid', value: 0.5 },
    { id: 'green', value: 0.1 },
  ],
  parameters: [{ symbol: 'hours', value: 8 }],
  fields: { functionalUnitsPerUnit: 1000 },
  rate: 0.5,
};

const vary = (...variations: NonNullable<CaseInput['variations']>) => variationsOf(reading({ ...base, variations }));
const numbers = (...variations: NonNullable<CaseInput['variations']>) =>
  vary(...variations).variations.map(({ name, reductionPerUnit, avoided }) => [
    name,
    reductionPerUnit.value?.toString(),
    avoided.value?.toString(),
  ]);

describe('named variations', () => {
  it('change one cell each and assess again: the grid at 0.2 in every line that looks it up', () => {
    expect(numbers(['low grid', 'KmcFactors', 'grid', 'value', '0.2'])).toEqual([['low grid', '1.2', '0.6']]);
  });

  it('join the rows of one name, and keep the others apart', () => {
    expect(
      numbers(
        ['both', 'KmcFactors', 'grid', 'value', '0.2'],
        ['rate', 'KmcContribution', 'C1', 'share', '1'],
        ['both', 'KmcBaseline', 'L1', 'amount', '14'],
      ),
    ).toEqual([
      ['both', '2', '1'],
      ['rate', '3', '3'],
    ]);
  });

  it('say what was changed, from what to what', () => {
    const [variation] = vary(['v', 'KmcSales', 'S1', 'units', '3']).variations;
    expect(variation?.changes).toEqual([{ table: 'KmcSales', row: 'S1', column: 'units', from: '1', to: '3' }]);
    expect(variation?.reasons).toEqual([]);
  });

  it('follow a line to another factor, and a parameter to the amounts it moves', () => {
    expect(numbers(['green', 'KmcProduct', 'L1', 'factorId', 'green'])).toEqual([['green', '4.6', '2.3']]);
    // 4 kWh of 8 h are 6 of 12 h
    expect(numbers(['longer', 'KmcParameters', 'hours', 'value', '12'])).toEqual([['longer', '2', '1']]);
  });

  it('follow a numerator into the share', () => {
    const given = reading({ ...base, variations: [['more', 'KmcContribution', 'C1', 'numerator', '30']] });
    const [row] = given.case.contribution;
    const stated = { ...row!, numerator: new Decimal(20), denominator: new Decimal(40) };
    const { variations } = variationsOf({ ...given, case: { ...given.case, contribution: [stated] } });
    expect(variations[0]?.avoided.value?.toString()).toBe('2.25');
  });

  it('change fields of the case, choices and numbers', () => {
    expect(numbers(['whole', 'KmcCase', 'attribution', 'value', 'unallocated'])).toEqual([['whole', '3', '3']]);
    expect(numbers(['rebound', 'KmcCase', 'rebound', 'value', '0.5'])).toEqual([['rebound', '1.5', '0.75']]);
  });

  it('keep a hole a hole: a variation may have no number, with its reasons', () => {
    const [variation] = vary(
      ['none', 'KmcSales', 'S1', 'status', 'planned'],
      ['x', 'KmcCase', 'timeSense', 'value', 'annual'],
    ).variations;
    expect(variation?.avoided.value?.toString()).toBe('0');
    const [unit] = vary(['odd unit', 'KmcBaseline', 'L1', 'unit', 'kg']).variations;
    expect(unit?.reductionPerUnit.value).toBeNull();
    expect(unit?.reasons.map(({ code }) => code)).toEqual(['calculation.line-units']);
  });

  it.each([
    ['variation-row', ['v', 'KmcSales', 'S9', 'units', '3']],
    ['variation-unknown', ['v', 'KmcEvidence', 'E1', 'title', 'x']],
    ['variation-below-zero', ['v', 'KmcSales', 'S1', 'units', '-3']],
    ['variation-returns', ['v', 'KmcSales', 'S1', 'returns', '3']],
    ['variation-share', ['v', 'KmcContribution', 'C1', 'share', '1.5']],
    ['variation-looked-up', ['v', 'KmcBaseline', 'L1', 'factor', '1']],
    ['variation-word', ['v', 'KmcSales', 'S1', 'status', 'sold']],
    ['variation-no-factor', ['v', 'KmcFactors', 'grid', 'unit', 'kWh']],
    ['variation-row', ['v', 'KmcProduct', 'L1', 'factorId', 'coal']],
  ] as [string, [string, string, string, string, string]][])('%s is a problem at the row: %j', (code, row) => {
    const { variations, problems } = vary(row);
    expect(problems).toMatchObject([
      { severity: 'block', table: 'KmcVariations', rowId: 'V1', message: { code: `calculation.${code}` } },
    ]);
    expect(variations[0]?.avoided.value).toBeNull();
    expect(variations[0]?.reasons.map((each) => each.code)).toEqual([`calculation.${code}`]);
  });

  it('take over what the reader refused in the row', () => {
    const given = reading({ ...base, variations: [['v', 'KmcFactors', 'grid', 'value', '0.2']] });
    const refused: Problem = {
      severity: 'block',
      message: { code: 'reader.any', params: {} },
      cell: null,
      table: 'KmcVariations',
      rowId: 'V1',
      column: 'value',
    };
    const { variations, problems } = variationsOf({ ...given, problems: [refused] });
    expect(problems).toEqual([]);
    expect(variations[0]?.reasons).toEqual([refused.message]);
    expect(assess({ ...given, problems: [refused] }).avoided.value?.toString()).toBe('1.5');
    expect(variations[0]?.avoided.value).toBeNull();
  });

  it('leave the case itself as it is', () => {
    const given = reading({ ...base, variations: [['v', 'KmcFactors', 'grid', 'value', '0.2']] });
    const before = JSON.stringify(given.case);
    variationsOf(given);
    expect(JSON.stringify(given.case)).toBe(before);
  });
});
