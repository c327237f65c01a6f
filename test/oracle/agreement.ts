import { assess } from '../../src/core/calculation/assess';
import type { Assessment, Result } from '../../src/core/calculation/types';
import { Decimal } from '../../src/core/quantity/decimal';
import { roundedText } from '../../src/core/quantity/rounding';
import type { JudgedNumber, Judgement } from './judge';
import { readingOfPlain, type PlainCase } from './plainCase';

export const OUTPUTS = ['reductionPerUnit', 'avoided'] as const;

const Wide = Decimal.clone({ precision: 70 });

/** 40 digits are carried; what is left after a chain of divisions must agree with the exact fraction to 30. */
function agrees(ours: Decimal, exact: string, scale: Decimal): boolean {
  const expected = new Wide(exact);
  const size = Wide.max(expected.abs(), scale.toString());
  return expected.minus(ours.toString()).abs().lessThanOrEqualTo(size.times('1e-30'));
}

/** The largest term the result is a difference of: a difference near zero cannot have more digits than its terms. */
function scaleOf({ stages }: Judgement, result: Result): Decimal {
  if ('blocked' in stages) return new Decimal(0);
  const terms = Object.values(stages).flatMap((pair) =>
    (pair as readonly string[]).map((text) => new Decimal(text).abs()),
  );
  const largest = Decimal.max(...terms);
  return result.unit.startsWith('g-') ? largest.times(1000) : largest;
}

function differenceOf(ours: Result, theirs: JudgedNumber, scale: Decimal): string | null {
  if ('blocked' in theirs) return ours.value && `${ours.value.toString()} but blocked: ${theirs.blocked}`;
  if (ours.value === null) return `none (${ours.reasons.map(({ code }) => code).join(', ')}) but ${theirs.exact}`;
  if (!agrees(ours.value, theirs.exact, scale)) return `${ours.value.toString()} but ${theirs.exact}`;
  const printed = roundedText(ours.value, ours.rounding);
  return printed === theirs.rounded
    ? null
    : `printed ${printed} but ${theirs.rounded} (${ours.rounding.mode} of ${ours.value.toString()})`;
}

/** What our assessment makes of each case. */
export const assessed = (cases: readonly PlainCase[]): readonly Assessment[] =>
  cases.map((each) => assess(readingOfPlain(each)));

/** One sentence for each certified number in which assessment and judgement differ: its value, its rounding, or whether there is one. */
export function differences(
  ours: readonly Pick<Assessment, (typeof OUTPUTS)[number]>[],
  judged: readonly Judgement[],
): string[] {
  return judged.flatMap((judgement, index) =>
    OUTPUTS.flatMap((output) => {
      const result = ours[index]![output];
      const difference = differenceOf(result, judgement[output], scaleOf(judgement, result));
      return difference === null ? [] : [`case ${index}, ${output}: ${difference}`];
    }),
  );
}
