import type { InventoryLine } from '../case/types';
import { emissionRatio } from '../quantity/emissionRatio';
import { parseUnit } from '../quantity/parseUnit';
import type { Decimal } from '../quantity/decimal';
import type { CellRef } from '../workbook/cell';
import type { Context } from './context';
import type { FactorPaths } from './factorPaths';
import type { Traced } from './trace';

export interface LineEmission {
  readonly line: InventoryLine;
  /** kg-CO2e of amount 1 × factor 1. */
  readonly ratio: Decimal;
  /** kg-CO2e for what the line's amount is per; `null` for a use line whose factor changes over the years of its segment. */
  readonly emission: Traced | null;
  /** Id of the factor whose path holds, for a use line. */
  readonly path: string | null;
  readonly co2Only: boolean;
}

/**
 * e = amount × ratio(unit, factor unit) × factor, in kg-CO2e.
 * @returns `null` after reporting why there is none; a line is never left out silently
 */
export function lineEmission(context: Context, line: InventoryLine, paths: FactorPaths): LineEmission | null {
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
  if (line.segment !== null && !context.hasSegment(line.segment))
    return context.block(ref, 'segment', 'line-segment', { id: ref.id, segment: line.segment });
  const reduced = ratioOf(unit, factorUnit);
  if (reduced === null) return context.block(ref, 'unit', 'line-units', { unit, factorUnit });
  if (line.stage === 'use' && paths.has(line.factorId))
    return { line, ...reduced, emission: null, path: line.factorId };
  const emission = emissionBy(context, { line, ratio: reduced.ratio }, factor, context.cell(ref, 'factor'));
  return emission && { line, ...reduced, emission, path: null };
}

/**
 * @param factor value in the line's factor unit
 * @param source cell of the factor or the step that gave it
 * @returns `null` after reporting a credit that adds
 */
export function emissionBy(
  context: Context,
  { line, ratio }: Pick<LineEmission, 'line' | 'ratio'>,
  factor: Decimal,
  source: Traced | CellRef | null,
): Traced | null {
  const { amount, ref } = line;
  const value = amount!.times(ratio).times(factor);
  if (line.flow === 'recycling-credit' && value.isPositive() && !value.isZero()) {
    return context.block(ref, 'amount', 'credit-adds', { value: amount!.toString() });
  }
  const inputs = [context.cell(ref, 'amount'), context.cell(ref, 'unitRatio'), source];
  return context.trace.step('line-emission', value, 'kg-CO2e', inputs, ref.id);
}

function ratioOf(unit: string, factorUnit: string): { ratio: Decimal; co2Only: boolean } | null {
  const [amountUnit, perUnit] = [parseUnit(unit), parseUnit(factorUnit)];
  if (!amountUnit.ok || !perUnit.ok) return null;
  const reduced = emissionRatio(amountUnit.value, perUnit.value);
  return reduced.ok ? reduced.value : null;
}
