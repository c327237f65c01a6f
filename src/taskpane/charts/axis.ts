import { Decimal } from '../../core/quantity/decimal';

/** A little of something must not look like nothing. */
const LEAST_LENGTH = 0.006;

/** A place on an axis, as fractions of its width. */
export interface Bar {
  readonly from: number;
  readonly length: number;
}

export interface Axis {
  /** Where zero lies. */
  readonly zero: number;
  readonly at: (value: Decimal) => number;
  /** Where a value's bar lies, which begins at zero. */
  readonly bar: (value: Decimal) => Bar;
  /** Where a bar from one value to another lies. */
  readonly between: (one: Decimal, other: Decimal) => Bar;
}

/** One axis for all values, from the lowest of them or 0 to the highest or 0. */
export const axisFromZero = (values: readonly Decimal[]): Axis =>
  axis(Decimal.min(0, ...values), Decimal.max(0, ...values));

/** One axis for all values, from the lowest to the highest: for bars that do not begin at zero. */
export const axisOver = (values: readonly Decimal[]): Axis =>
  values.length === 0 ? axisFromZero([]) : axis(Decimal.min(...values), Decimal.max(...values));

function axis(low: Decimal, high: Decimal): Axis {
  const span = high.minus(low);
  const at = (value: Decimal) => (span.isZero() ? 0 : value.minus(low).dividedBy(span).toNumber());
  const between = (one: Decimal, other: Decimal): Bar => {
    const [from, to] = one.lessThan(other) ? [at(one), at(other)] : [at(other), at(one)];
    const length = one.equals(other) ? 0 : Math.max(LEAST_LENGTH, to - from);
    return { from: Math.min(from, 1 - length), length };
  };
  const zero = at(new Decimal(0));
  return {
    zero,
    at,
    between,
    bar: (value) => {
      const length = value.isZero() ? 0 : Math.max(LEAST_LENGTH, Math.abs(at(value) - zero));
      return { from: value.isNegative() ? zero - length : zero, length };
    },
  };
}
