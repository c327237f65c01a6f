import { parseUnit } from '../quantity/parseUnit';
import type { Context } from './context';
import type { FunctionalUnit } from './serviceChain';

/** @returns `null` where the case states no usable functional unit or time sense; the reader has said so at the cell */
export function functionalUnit(context: Context, replacement: FunctionalUnit['replacement']): FunctionalUnit | null {
  const field = context.field('functionalUnit');
  const quantity = context.statedField('functionalUnit');
  const timeSense = context.field('timeSense')?.text;
  if (!field?.unit || !quantity || (timeSense !== 'lifetime' && timeSense !== 'annual')) return null;
  if (!quantity.value.isPositive() || quantity.value.isZero()) {
    return context.block(field.ref, 'value', 'functional-unit-positive', { found: quantity.value.toString() });
  }
  const unit = parseUnit(field.unit);
  return unit.ok ? { quantity, unit: unit.value, timeSense, replacement } : null;
}
