import type { StageResult } from '../../core/calculation/types';
import { sum, type Decimal } from '../../core/quantity/decimal';
import { roundedText, type RoundingSetting } from '../../core/quantity/rounding';
import { axisFromZero, type Axis } from '../charts/axis';

/** The two inventories, always in this order. */
export const SIDES = ['baseline', 'product'] as const;

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

/** One axis for both sides of every stage. */
export const axisOf = (stages: readonly StageResult[]): Axis =>
  axisFromZero(stages.flatMap(({ baseline, product }) => [baseline, product]));
