import type { StageResult } from '../../core/calculation/types';
import { Decimal, sum } from '../../core/quantity/decimal';
import { roundedText, type RoundingSetting } from '../../core/quantity/rounding';

export const STAGE_COLUMNS = ['baseline', 'product', 'reduction'] as const;
export type StageColumn = (typeof STAGE_COLUMNS)[number];

/** kg-CO2e per functional unit, over all stages. */
export const totalOf = (stages: readonly StageResult[], column: StageColumn): Decimal =>
  sum(stages.map((stage) => stage[column]));

/** Whether any line states what the column shows; a stage without one is not a stage of zero. */
export const isStated = ({ lines }: StageResult, column: StageColumn): boolean =>
  column === 'reduction' ? lines.baseline + lines.product > 0 : lines[column] > 0;

const PERCENT = 100;
const TENTHS: RoundingSetting = { mode: 'half-up', digits: 1 };

/**
 * A stage's part of the total reduction.
 * @returns per cent with one digit after the point; `null` where the total is not positive, so that a part of it says nothing
 */
export function sharePercent(reduction: Decimal, total: Decimal): string | null {
  return total.greaterThan(0) ? roundedText(reduction.dividedBy(total).times(PERCENT), TENTHS) : null;
}

/** A little of something must not look like nothing. */
const LEAST_LENGTH = 0.006;

/** A place on the bars' axis, as fractions of its width. */
export interface Bar {
  readonly from: number;
  readonly length: number;
}

export interface Axis {
  readonly zero: number;
  /** Where a value's bar lies. */
  readonly bar: (value: Decimal) => Bar;
}

/** One axis for both sides of every stage, from the lowest value or 0 to the highest or 0. */
export function axisOf(stages: readonly StageResult[]): Axis {
  const values = stages.flatMap(({ baseline, product }) => [baseline, product]);
  const low = Decimal.min(0, ...values);
  const span = Decimal.max(0, ...values).minus(low);
  const at = (value: Decimal) => (span.isZero() ? 0 : value.minus(low).dividedBy(span).toNumber());
  const zero = at(new Decimal(0));
  return {
    zero,
    bar: (value) => {
      const length = value.isZero() ? 0 : Math.max(LEAST_LENGTH, Math.abs(at(value) - zero));
      return { from: value.isNegative() ? zero - length : zero, length };
    },
  };
}
