import fc from 'fast-check';
import { assess } from '../../src/core/calculation/assess';
import type { Result } from '../../src/core/calculation/types';
import { Decimal } from '../../src/core/quantity/decimal';
import { roundedText } from '../../src/core/quantity/rounding';
import { judge, type JudgedNumber, type Judgement } from './judge';
import { readingOfPlain, type PlainCase } from './plainCase';
import { randomCase, type Features } from './randomCases';

const FEATURES: Features = { years: false, paths: false, sideEffects: false, stock: false, attribution: false };
const CASES = fc.sample(randomCase(FEATURES), { numRuns: 1000, seed: 20260401 });
const OUTPUTS = ['reductionPerUnit', 'avoided'] as const;

/** 40 digits are carried; what is left after a chain of divisions must agree with the exact fraction to 30. */
function agrees(ours: Decimal, exact: string, scale: Decimal): boolean {
  const Wide = Decimal.clone({ precision: 70 });
  const expected = new Wide(exact);
  return expected
    .minus(ours.toString())
    .abs()
    .lessThanOrEqualTo(Wide.max(expected.abs(), scale.toString()).times('1e-30'));
}

/** The largest number the result is a difference of: a difference near zero cannot have more digits than its terms. */
function scaleOf({ stages }: Judgement, result: Result): Decimal {
  if ('blocked' in stages) return new Decimal(0);
  const terms = Object.values(stages)
    .flat()
    .map((text) => new Decimal(text as string).abs());
  return result.unit.startsWith('g-') ? Decimal.max(...terms).times(1000) : Decimal.max(...terms);
}

function differences(cases: readonly PlainCase[], judged: readonly Judgement[]): string[] {
  return cases.flatMap((each, index) => {
    const ours = assess(readingOfPlain(each));
    return OUTPUTS.flatMap((output) => {
      const difference = differenceOf(ours[output], judged[index]![output], scaleOf(judged[index]!, ours[output]));
      return difference === null ? [] : [`case ${index}, ${output}: ${difference}`];
    });
  });
}

function differenceOf(ours: Result, theirs: JudgedNumber, scale: Decimal): string | null {
  if ('blocked' in theirs)
    return ours.value === null ? null : `${ours.value.toString()} but blocked: ${theirs.blocked}`;
  if (ours.value === null) return `none (${ours.reasons.map(({ code }) => code).join(', ')}) but ${theirs.exact}`;
  if (!agrees(ours.value, theirs.exact, scale)) return `${ours.value.toString()} but ${theirs.exact}`;
  const printed = roundedText(ours.value, ours.rounding);
  return printed === theirs.rounded
    ? null
    : `printed ${printed} but ${theirs.rounded} (${ours.rounding.mode} of ${ours.value.toString()})`;
}

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
});
