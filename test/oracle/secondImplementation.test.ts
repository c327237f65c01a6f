import fc from 'fast-check';
import { judge } from './judge';
import { assessed, differences, OUTPUTS } from './agreement';
import { withFaultyCopy, type Fault } from './faultyCopy';
import type { PlainCase } from './plainCase';
import { randomCase, type Features } from './randomCases';

const FEATURES: Features = { years: true, paths: true, sideEffects: true, stock: true, attribution: true };
const CASES = fc.sample(randomCase(FEATURES), { numRuns: 1000, seed: 20260401 });

describe('a thousand random cases, calculated here and in exact fractions by another program', () => {
  const judged = judge(CASES);
  const ours = assessed(CASES);

  it('give the same two numbers, or both give none', () => {
    expect(differences(ours, judged)).toEqual([]);
  });

  it('are worth the comparison: most give both numbers', () => {
    const given = (output: (typeof OUTPUTS)[number]) => judged.filter((one) => 'exact' in one[output]).length;
    expect(given('reductionPerUnit')).toBeGreaterThan(500);
    expect(given('avoided')).toBeGreaterThan(400);
    expect(given('avoided')).toBeLessThan(1000);
  });

  const text = (each: PlainCase, key: string) => each.fields[key]?.text;
  it.each<[string, (each: PlainCase) => boolean]>([
    ['years of use', ({ ages }) => ages.length > 0],
    [
      'a factor that changes over the years',
      ({ factorPaths, baseline, product }) =>
        [...baseline, ...product].some(
          ({ stage, factorId }) => stage === 'use' && factorPaths.some((row) => row['factorId'] === factorId),
        ),
    ],
    ['early replacement', ({ mix }) => mix[0]?.['shareBasis'] === 'years-of-use'],
    ['a mix by pieces', ({ mix }) => mix[0]?.['shareBasis'] === 'pieces'],
    ['a mix by service', ({ mix }) => mix[0]?.['shareBasis'] === 'service'],
    ['side effects', ({ sideEffects }) => sideEffects.length > 0],
    ['several segments', ({ segments }) => segments.length > 1],
    ['rebound', ({ fields }) => fields['rebound'] !== undefined],
    ['whole replacement', (each) => text(each, 'replacement') === 'whole'],
    ['stock basis', (each) => text(each, 'accounting') === 'stock'],
    [
      'sales of earlier years on stock basis',
      (each) => text(each, 'accounting') === 'stock' && each.sales.some(({ period }) => period !== '2025'),
    ],
    ['the outside share', (each) => text(each, 'outsideReading') === 'outside-share'],
    ['the unallocated whole', (each) => text(each, 'attribution') === 'unallocated'],
  ])('use %s often enough in cases with both numbers', (_, uses) => {
    const both = CASES.filter((_case, index) => OUTPUTS.every((output) => 'exact' in judged[index]![output]));
    expect(both.filter(uses).length).toBeGreaterThan(25);
  });

  it.each<[string, Fault]>([
    [
      'rebound enlarges the saving',
      { file: 'reduction.py', line: 'self.use - rebound * max', changed: 'self.use + rebound * max' },
    ],
    [
      'returns are sold once more',
      { file: 'case.py', line: '- (number(row["returns"]) or 0)', changed: '+ (number(row["returns"]) or 0)' },
    ],
    ['shares by pieces count as shares by service', { file: 'mix.py', line: '== "pieces"', changed: '== "never"' }],
    [
      'the share inside the city counts as outside',
      { file: 'footprint.py', line: '(1 - number(line["inCity"]))', changed: 'number(line["inCity"])' },
    ],
    [
      'whole pieces are rounded down',
      { file: 'numbers.py', line: 'return -(-value.numerator //', changed: 'return (value.numerator //' },
    ],
    [
      'side effects add to the reduction',
      {
        file: 'reduction.py',
        line: 'self.use, Fraction(0)) - self.side_use',
        changed: 'self.use, Fraction(0)) + self.side_use',
      },
    ],
    [
      'a factor path counts every year alike',
      { file: 'years.py', line: 'weights = [(age, life.service[age])', changed: 'weights = [(age, Fraction(1))' },
    ],
    [
      'a window counts its years, not their service',
      {
        file: 'years.py',
        line: 'sum(self.service[start:end], Fraction(0)) / self.total',
        changed: 'Fraction(end - start, self.length)',
      },
    ],
    [
      'units sold earlier save nothing on stock basis',
      { file: 'reduction.py', line: 'not 0 <= age < segment.life.length', changed: 'age != 0' },
    ],
    ['kcal is the one of the old law', { file: 'units.py', line: 'F(4184)', changed: 'F(418605, 100)' }],
  ])('would notice that %s', (_, fault) => {
    const faulty = withFaultyCopy(fault, (script) => judge(CASES.slice(0, 250), script));
    expect(differences(ours, faulty)).not.toEqual([]);
  });
});

/** One thing stated: a saving of `kilograms` for `quantity` hours of service, of which a unit gives one; as many units as make one functional unit. */
function exactCase(quantity: number, kilograms: number, mode: string): PlainCase {
  const line = (id: string, amount: number) => ({
    id,
    stage: 'use',
    flow: 'input',
    inCity: '0',
    amount: String(amount),
    unit: 'kg',
    per: 'functional-unit',
    factorId: 'F1',
    factor: '1',
    factorUnit: 'kg-CO2e/kg',
    segment: null,
    variant: null,
  });
  const sale = { id: 'S1', segment: null, period: '2025', inCity: 'out', units: String(quantity), returns: null };
  return {
    fields: {
      functionalUnit: { number: String(quantity), unit: 'h' },
      productService: { number: '1', unit: 'h' },
      timeSense: { text: 'lifetime' },
      fiscalYear: { number: '2025' },
      reductionUnit: { text: 't-CO2e' },
      reductionDigits: { number: '0' },
      avoidedDigits: { number: '0' },
      roundingMode: { text: mode },
    },
    baseline: [line('B1', kilograms)],
    product: [line('P1', 0)],
    sideEffects: [],
    sales: [{ ...sale, status: 'realized', unit: null }],
    contribution: [{ id: 'C1', share: '1', inCity: 'in' }],
    segments: [],
    mix: [],
    ages: [],
    factorPaths: [],
  };
}

it('rounds rightly where the exact result is a whole number or a half, however long the fractions on the way', () => {
  const cases = [3, 7, 9, 11, 13].flatMap((quantity) =>
    [0, 500, 1000, 1500, 2500, -500, -1500].flatMap((kilograms) =>
      ['half-up', 'half-even', 'down', 'up'].map((mode) => exactCase(quantity, kilograms, mode)),
    ),
  );
  expect(differences(assessed(cases), judge(cases))).toEqual([]);
});
