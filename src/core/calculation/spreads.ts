import type { InventoryLine, RowRef } from '../case/types';
import { rememberByText } from '../memo';
import { DISTRIBUTIONS, type Distribution } from '../case/vocabulary';
import { Decimal, sum } from '../quantity/decimal';
import { exp, ln } from '../quantity/logarithm';
import { PEDIGREE_INDICATORS, pedigreeFactors, type PedigreeSet } from '../reference/pedigree';
import type { Context } from './context';
import type { Spread } from './model';

/** A spread, `null` for an exact input, or `undefined` after reporting one that contradicts itself. */
export type StatedSpread = Spread | null | undefined;

/** An interval around a central value as a row states it. */
export interface Interval {
  readonly ref: RowRef;
  readonly central: Decimal;
  readonly distribution: Distribution | null;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
}

/** How far a rounded limit may lie from where its distribution puts it, as a share of the value or of the width. */
const ROUNDING_OF_LIMITS = '0.01';

/**
 * The spread a row states. Limits without a distribution, or one limit alone, are told by the reader and leave the value exact.
 * A triangular or uniform interval holds its value, a normal one has it in the middle, a lognormal one at equal ratios from both ends.
 */
export function intervalSpread(context: Context, interval: Interval): StatedSpread {
  const { ref, central, distribution, low, high } = interval;
  if (distribution === null) return null;
  if (low === null && high === null) return refuse(context, ref, 'distribution', 'spread-without-limits');
  if (low === null || high === null) return null;
  if (low.greaterThan(central) || high.lessThan(central)) return outside(context, interval, low, high);
  if (low.equals(high)) return null;
  if (distribution === 'lognormal') return lognormalBetween(context, interval, low, high);
  const middle = low.plus(high).dividedBy(2);
  const offCentre = middle.minus(central).abs().greaterThan(high.minus(low).times(ROUNDING_OF_LIMITS));
  if (distribution === 'normal' && offCentre)
    return refuse(context, ref, 'low', 'spread-off-centre', { value: central.toString(), middle: middle.toString() });
  return { distribution, low, high };
}

function refuse(
  context: Context,
  ref: RowRef,
  column: string,
  code: string,
  params: Readonly<Record<string, string>> = {},
): undefined {
  context.block(ref, column, code, params);
  return undefined;
}

const outside = (context: Context, { ref, central }: Interval, low: Decimal, high: Decimal) =>
  refuse(context, ref, low.greaterThan(central) ? 'low' : 'high', 'spread-outside', {
    value: central.toString(),
    low: low.toString(),
    high: high.toString(),
  });

/** Of a credit the magnitude is lognormal: −12 … −8 is 8 … 12 with a minus. */
function lognormalBetween(context: Context, { ref, central }: Interval, low: Decimal, high: Decimal): StatedSpread {
  if (!low.times(high).isPositive() || low.isZero() || high.isZero())
    return refuse(context, ref, 'low', 'spread-lognormal-sign', { low: low.toString(), high: high.toString() });
  const [near, far] = central.isNegative() ? [high, low] : [low, high];
  const u95 = far.dividedBy(near).squareRoot();
  const median = near.times(u95);
  if (median.minus(central).abs().greaterThan(central.abs().times(ROUNDING_OF_LIMITS)))
    return refuse(context, ref, 'low', 'spread-off-median', {
      value: central.toString(),
      median: median.toSignificantDigits(6).toString(),
    });
  return { distribution: 'lognormal', u95 };
}

/** A line's own interval, else what pedigree and basic uncertainty say of its amount: U95 = exp √(Σ ln² U_i + ln² U_b). */
export function amountSpread(context: Context, line: InventoryLine, set: PedigreeSet): StatedSpread {
  const { ref, distribution, low, high } = line;
  if (low !== null || high !== null)
    return intervalSpread(context, { ref, central: line.amount!, distribution, low, high });
  const u95 = pedigreeU95(context, line, set);
  if (u95 === undefined) return undefined;
  if (u95 === null) return distribution === null ? null : refuse(context, ref, 'distribution', 'spread-without-limits');
  if (distribution !== null && distribution !== 'lognormal')
    return refuse(context, ref, 'distribution', 'spread-pedigree-lognormal');
  return lognormal(line.amount!, u95);
}

/** Nothing spreads around 0, and a factor of 1 spreads nothing. */
const lognormal = (central: Decimal, u95: Decimal): Spread | null =>
  central.isZero() || u95.equals(1) ? null : { distribution: 'lognormal', u95 };

/** @returns `null` without scores and basic uncertainty; all five scores or none, since a missing one would pass as the best */
function pedigreeU95(
  context: Context,
  { ref, pedigree, basicU }: InventoryLine,
  set: PedigreeSet,
): Decimal | null | undefined {
  if (basicU?.lessThan(1)) return refuse(context, ref, 'basicU', 'spread-below-one', { found: basicU.toString() });
  const scored = pedigree.some((score) => score !== null);
  if (!scored) return basicU;
  const factors: Decimal[] = basicU ? [basicU] : [];
  for (const [index, indicator] of PEDIGREE_INDICATORS.entries()) {
    const score = pedigree[index] ?? null;
    if (score === null) return refuse(context, ref, indicator, 'pedigree-incomplete');
    const factor = pedigreeFactors(set)[indicator][score - 1];
    if (!factor) return refuse(context, ref, indicator, 'pedigree-no-factor', { score: `${score}`, set });
    factors.push(new Decimal(factor));
  }
  return combined(factors.map(String).join(' '));
}

/** Few combinations of scores serve many lines. @param factors U_i, set apart by blanks */
const combined = rememberByText((factors) => {
  const squares = factors.split(' ').map((factor) => ln(new Decimal(factor)).toPower(2));
  return exp(sum(squares).squareRoot());
});

/** A factor's spread: `u95` (lognormal) or low and high. */
export function factorSpread(
  context: Context,
  ref: RowRef,
  central: Decimal,
  attributes: Readonly<Record<string, string | null>>,
): StatedSpread {
  const distribution = DISTRIBUTIONS.find((word) => word === attributes['distribution']) ?? null;
  const [u95, low, high] = ['u95', 'low', 'high'].map((key) => asDecimal(attributes[key]));
  if (!u95) return intervalSpread(context, { ref, central, distribution, low: low ?? null, high: high ?? null });
  if (low || high) return refuse(context, ref, 'u95', 'spread-twice');
  if (distribution !== null && distribution !== 'lognormal')
    return refuse(context, ref, 'distribution', 'spread-u95-lognormal');
  return u95.lessThan(1)
    ? refuse(context, ref, 'u95', 'spread-below-one', { found: u95.toString() })
    : lognormal(central, u95);
}

const asDecimal = (text: string | null | undefined) => (text === null || text === undefined ? null : new Decimal(text));
