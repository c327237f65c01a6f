import type { ModelInput, ReductionModel } from '../calculation/model';
import { KmcError, message, type Message } from '../message';
import { Decimal } from '../quantity/decimal';
import { centred, outputsWith, type Centred } from './oneAtATime';
import { signFlip } from './signFlip';
import { intervalOf, type Interval } from './spread';
import type { Output, SensitivityEnd, SensitivityRow } from './types';
import { varianceShares } from './varianceShares';

export const DEFAULT_CHANGE = new Decimal(10);
export const LARGEST_CHANGE = 100;

export interface SensitivityOptions {
  /** Per cent by which an input without a spread is moved up and down; 10 when left out. Above 0, at most 100. */
  readonly change?: Decimal;
}

/**
 * One input at a time, all others as stated: the outputs at the ends of its interval or of a fixed change, its share of the variance, and
 * the value at which the reduction changes its sign. In decimals, exactly, the rebound's maximum included.
 * @returns a row for each input, largest swing of the avoided emissions first (of the reduction where there are none)
 * @throws KmcError for a change out of bounds, a spread that contradicts itself, and segments that no sales weigh
 */
export function sensitivity(
  model: ReductionModel,
  { change = DEFAULT_CHANGE }: SensitivityOptions = {},
): readonly SensitivityRow[] {
  if (!change.greaterThan(0) || change.greaterThan(LARGEST_CHANGE))
    throw new KmcError(message('uncertainty.change-out-of-bounds', { found: change.toString(), most: LARGEST_CHANGE }));
  const shares = varianceShares(model);
  const at = centred(model);
  const rows = model.inputs.map((input, index): SensitivityRow => ({
    ...barOf(at, index, change),
    varianceShare: {
      reduction: shares.reduction?.shares[index] ?? null,
      avoided: shares.avoided?.shares[index] ?? null,
    },
    ...flipOf(at, input, index),
  }));
  const size = ({ swing }: SensitivityRow): Decimal => swing.avoided ?? swing.reduction!;
  return rows.sort((a, b) => size(b).comparedTo(size(a)));
}

type Bar = Pick<SensitivityRow, 'input' | 'kind' | 'low' | 'high' | 'swing'>;

function barOf(at: Centred, input: number, change: Decimal): Bar {
  const stated = at.model.inputs[input]!;
  const interval = intervalOf(stated);
  const { low: from, high: to } = interval ?? aroundBy(stated.central, change);
  const low = endAt(at, input, from);
  const high = endAt(at, input, to);
  return { input, kind: interval ? 'interval' : 'change', low, high, swing: swingOf(low, high) };
}

function aroundBy(central: Decimal, percent: Decimal): Interval {
  const distance = central.abs().times(percent).dividedBy(100);
  return { low: central.minus(distance), high: central.plus(distance) };
}

function endAt(at: Centred, input: number, value: Decimal): SensitivityEnd {
  return { value, ...outputsWith(at, input, value.minus(at.model.inputs[input]!.central)) };
}

function swingOf(low: SensitivityEnd, high: SensitivityEnd): Readonly<Record<Output, Decimal | null>> {
  return {
    reduction: high.reduction.minus(low.reduction).abs(),
    avoided: high.avoided && low.avoided && high.avoided.minus(low.avoided).abs(),
  };
}

function flipOf(at: Centred, input: ModelInput, index: number) {
  const crossing = signFlip(at, index);
  if ('reason' in crossing) return { signFlip: null, noFlip: crossing.reason, flipNote: null };
  const value = input.central.plus(crossing.change);
  return { signFlip: value, noFlip: null, flipNote: beyond(input, value) };
}

/** Nobody can use −3 kWh in place of 5; a rebound of 120 % is none. The value is said all the same: it shows how far off a change of sign is. */
function beyond({ kind, central }: ModelInput, value: Decimal): Message | null {
  if (value.times(central).isNegative() && !value.isZero()) return message('uncertainty.flip-changes-sign');
  return kind === 'rebound' && value.greaterThan(1) ? message('uncertainty.flip-above-one') : null;
}
