import type { Decimal } from '../quantity/decimal';

/**
 * A number of the model as the simulation calculates with it. Beyond the largest double it is infinite, so are the runs it enters, and the
 * summary refuses them with a sentence of its own.
 */
export const nearestDouble = (value: Decimal): number => Number(value.toString());
