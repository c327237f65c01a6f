import fc from 'fast-check';
import { judge } from './judge';
import { differences, type OUTPUTS } from './agreement';
import { withFaultyCopy, type Fault } from './faultyCopy';
import type { PlainCase } from './plainCase';
import { randomCase, type Features } from './randomCases';

const FEATURES: Features = { years: false, paths: false, sideEffects: false, stock: false, attribution: false };
const CASES = fc.sample(randomCase(FEATURES), { numRuns: 1000, seed: 20260401 });

describe('a thousand random cases, calculated here and in exact fractions by another program', () => {
  const judged = judge(CASES);

  it('give the same two numbers, or both give none', () => {
    expect(differences(CASES, judged)).toEqual([]);
  });

  it('are worth the comparison: most give both numbers', () => {
    const given = (output: (typeof OUTPUTS)[number]) => judged.filter((one) => 'exact' in one[output]).length;
    expect(given('reductionPerUnit')).toBeGreaterThan(500);
    expect(given('avoided')).toBeGreaterThan(400);
    expect(given('avoided')).toBeLessThan(1000);
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
    ['kcal is the one of the old law', { file: 'units.py', line: 'F(4184)', changed: 'F(418605, 100)' }],
  ])('would notice that %s', (_, fault) => {
    const some = CASES.slice(0, 300);
    const faulty = withFaultyCopy(fault, (script) => judge(some, script));
    expect(differences(some, faulty)).not.toEqual([]);
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
  expect(differences(cases, judge(cases))).toEqual([]);
});
