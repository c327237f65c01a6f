import type { ReductionModel } from '../../core/calculation/model';
import type { Assessment } from '../../core/calculation/types';
import type { Decimal } from '../../core/quantity/decimal';
import { centralOutputs } from '../../core/uncertainty/parts';
import { usedReading } from '../result/usedReading';

/** Of the larger of two numbers: what 40 digits leave after many steps, and far below any digit shown. */
const TOLERANCE = '1e-12';
const KILOGRAMS_PER_TONNE = 1000;

/**
 * Whether a model, with every input as stated, gives the numbers that the case gives: what is said by a model about other numbers would
 * be false.
 */
export function agrees({ readings, settings, avoided }: Assessment, model: ReductionModel): boolean {
  const central = centralOutputs(model);
  const reduction = usedReading(settings) === 'outside-share' ? readings.outsideShare : readings.allStages;
  if (reduction === null || !near(central.reduction, reduction)) return false;
  if (central.avoided === null || avoided.value === null) return true;
  return near(central.avoided, avoided.value.times(KILOGRAMS_PER_TONNE));
}

const near = (a: Decimal, b: Decimal) => {
  const larger = a.abs().greaterThan(b.abs()) ? a.abs() : b.abs();
  return a.minus(b).abs().lessThanOrEqualTo(larger.times(TOLERANCE));
};
