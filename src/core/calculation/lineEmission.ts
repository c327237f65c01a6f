import type { InventoryLine } from '../case/types';
import { emissionRatio } from '../quantity/emissionRatio';
import { parseUnit } from '../quantity/parseUnit';
import type { Decimal } from '../quantity/decimal';
import type { Context } from './context';
import type { Traced } from './trace';

export interface LineEmission {
  readonly line: InventoryLine;
  /** kg-CO2e for what the line's amount is per. */
  readonly emission: Traced;
  readonly co2Only: boolean;
}

/**
 * e = amount × ratio(unit, factor unit) × factor, in kg-CO2e.
 * @returns `null` after reporting why there is none; a line is never left out silently
 */
export function lineEmission(context: Context, line: InventoryLine): LineEmission | null {
  const { amount, factor, unit, factorUnit, ref } = line;
  if (
    amount === null ||
    factor === null ||
    unit === null ||
    factorUnit === null ||
    line.stage === null ||
    line.per === null
  ) {
    return context.block(ref, 'amount', 'line-incomplete', { id: ref.id });
  }
  const reduced = ratioOf(unit, factorUnit);
  if (reduced === null) return context.block(ref, 'unit', 'line-units', { unit, factorUnit });
  const value = amount.times(reduced.ratio).times(factor);
  if (line.flow === 'recycling-credit' && value.isPositive() && !value.isZero()) {
    return context.block(ref, 'amount', 'credit-adds', { value: amount.toString() });
  }
  const cells = [context.cell(ref, 'amount'), context.cell(ref, 'unitRatio'), context.cell(ref, 'factor')];
  return {
    line,
    emission: context.trace.step('line-emission', value, 'kg-CO2e', cells, ref.id),
    co2Only: reduced.co2Only,
  };
}

function ratioOf(unit: string, factorUnit: string): { ratio: Decimal; co2Only: boolean } | null {
  const [amountUnit, perUnit] = [parseUnit(unit), parseUnit(factorUnit)];
  if (!amountUnit.ok || !perUnit.ok) return null;
  const reduced = emissionRatio(amountUnit.value, perUnit.value);
  return reduced.ok ? reduced.value : null;
}
