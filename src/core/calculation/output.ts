import type { Message } from '../message';
import type { RoundingMode, RoundingSetting } from '../quantity/rounding';
import type { Context } from './context';
import type { FunctionalUnit } from './serviceChain';
import type { Traced } from './trace';
import type { Result } from './types';

const KILOGRAMS_TO = { 'g-CO2e': '1000', 'kg-CO2e': '1', 't-CO2e': '0.001' } as const;
type EmissionUnit = keyof typeof KILOGRAMS_TO;

/** Unrounded output is still printed with all its digits where a value is for reading by a program. */
const UNROUNDED: RoundingSetting = { mode: 'half-up', digits: 20 };

/** @param digitsKey field of KmcCase that says how many digits are printed */
export function rounding(context: Context, digitsKey: string): RoundingSetting {
  const digits = context.field(digitsKey)?.number?.toNumber() ?? UNROUNDED.digits;
  return { mode: (context.field('roundingMode')?.text ?? UNROUNDED.mode) as RoundingMode, digits };
}

/** The first certified number in the unit the case asks for. @param net kg-CO2e per functional unit */
export function reductionResult(
  context: Context,
  functionalUnit: FunctionalUnit | null,
  net: Traced | null,
  reasons: readonly Message[],
): Result {
  const unit = (context.field('reductionUnit')?.text ?? 'kg-CO2e') as EmissionUnit;
  const setting = rounding(context, 'reductionDigits');
  const label = `${unit}${functionalUnit ? perText(functionalUnit) : ''}`;
  if (!net) return missing(label, setting, reasons);
  const printed = context.trace.step('unit-of-output', net.value.times(KILOGRAMS_TO[unit]), label, [net]);
  return { value: printed.value, unit: label, rounding: setting, trace: printed.node, reasons: [] };
}

/** `/kWh` for one kWh, `/(25000 h)` for any other quantity. */
function perText({ quantity, unit }: FunctionalUnit): string {
  return quantity.value.equals(1) ? `/${unit.text}` : `/(${quantity.value.toString()} ${unit.text})`;
}

export const missing = (unit: string, setting: RoundingSetting, reasons: readonly Message[]): Result => ({
  value: null,
  unit,
  rounding: setting,
  trace: null,
  reasons,
});

/** A number that is shown unrounded, or why it is missing. */
export function plain(traced: Traced | null, unit: string, reasons: readonly Message[]): Result {
  if (!traced) return missing(unit, UNROUNDED, reasons);
  return { value: traced.value, unit, rounding: UNROUNDED, trace: traced.node, reasons: [] };
}
