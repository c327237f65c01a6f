import { message, type Message } from '../message';
import { Decimal } from '../quantity/decimal';
import type { RoundingMode, RoundingSetting } from '../quantity/rounding';
import type { Context } from './context';
import { meanReduction, meanStages, segmentResults, type OutsideReading, type SegmentParts } from './overSegments';
import type { SegmentReduction } from './segmentReduction';
import type { FunctionalUnit } from './serviceChain';
import type { Traced } from './trace';
import type { Assessment, Result, SegmentResult } from './types';

export interface Parts {
  readonly unit: FunctionalUnit | null;
  readonly reductions: readonly SegmentReduction[] | null;
  readonly co2Only: boolean;
  readonly rate: Traced | null;
  readonly units: ReadonlyMap<string | null, Traced> | null;
  readonly reasons: Readonly<Record<'reduction' | 'rate' | 'units' | 'avoided', Message[]>>;
}

/** Puts the two certified numbers together from their parts; every missing one carries its reasons. */
export function assembleResults(context: Context, parts: Parts): Assessment {
  const { trace, profile } = context;
  const reading = context.setting('outsideReading', profile.choices.outsideReading);
  const known: SegmentParts | null = parts.reductions && { ...parts, reductions: parts.reductions };
  const allStages = known && meanReduction(context, known, 'all-stages');
  const outsideShare = known && meanReduction(context, known, 'outside-share');
  const segments = known && segmentResults(context, known, reading);
  const total = parts.units && sumUnits(context, parts.units);
  return {
    profile: { id: profile.id, version: profile.version },
    settings: context.settings,
    reductionPerUnit: reductionResult(context, parts, reading === 'all-stages' ? allStages : outsideShare, reading),
    avoided: avoidedResult(context, parts, segments, reading),
    timeSense: parts.unit?.timeSense ?? null,
    readings: { allStages: allStages?.value ?? null, outsideShare: outsideShare?.value ?? null },
    contributionRate: plain(parts.rate, '1', parts.reasons.rate),
    unitsOutside: plain(total, context.field('soldUnit')?.text ?? '', parts.reasons.units),
    stages: known ? meanStages(context, known) : [],
    segments: segments ?? [],
    co2Only: parts.co2Only,
    trace: trace.nodes,
    problems: context.problems,
  };
}

const KILOGRAMS_TO = { 'g-CO2e': '1000', 'kg-CO2e': '1', 't-CO2e': '0.001' } as const;
type EmissionUnit = keyof typeof KILOGRAMS_TO;

/** Unrounded output is still printed with all its digits where a value is for reading by a program. */
const UNROUNDED: RoundingSetting = { mode: 'half-up', digits: 20 };

function rounding(context: Context, digitsKey: string): RoundingSetting {
  const digits = context.field(digitsKey)?.number?.toNumber() ?? UNROUNDED.digits;
  return { mode: (context.field('roundingMode')?.text ?? UNROUNDED.mode) as RoundingMode, digits };
}

function reductionResult(context: Context, parts: Parts, net: Traced | null, reading: OutsideReading): Result {
  const unit = (context.field('reductionUnit')?.text ?? 'kg-CO2e') as EmissionUnit;
  const setting = rounding(context, 'reductionDigits');
  const label = `${unit}${parts.unit ? perText(parts.unit) : ''}`;
  if (!net) return missing(label, setting, reductionReasons(parts, reading));
  const printed = context.trace.step('unit-of-output', net.value.times(KILOGRAMS_TO[unit]), label, [net]);
  return { value: printed.value, unit: label, rounding: setting, trace: printed.node, reasons: [] };
}

/** `/kWh` for one kWh, `/(25000 h)` for any other quantity. */
function perText({ quantity, unit }: FunctionalUnit): string {
  return quantity.value.equals(1) ? `/${unit.text}` : `/(${quantity.value.toString()} ${unit.text})`;
}

function reductionReasons(parts: Parts, reading: OutsideReading): readonly Message[] {
  if (parts.reasons.reduction.length > 0) return parts.reasons.reduction;
  const placesUnknown =
    reading === 'outside-share' && parts.reductions?.some(({ outsideShare }) => outsideShare === null);
  return [message(placesUnknown ? 'calculation.places-unknown' : 'calculation.segments-need-units')];
}

function avoidedResult(
  context: Context,
  parts: Parts,
  segments: readonly SegmentResult[] | null,
  reading: OutsideReading,
): Result {
  const setting = rounding(context, 'avoidedDigits');
  if (!segments) return missing('t-CO2e', setting, avoidedReasons(parts, reading));
  const kilograms = segments.reduce((sum, { avoided }) => sum.plus(avoided), new Decimal(0));
  const inputs = segments.map(({ avoided, trace }) => ({ value: avoided, node: trace }));
  const total = context.trace.step('avoided-emissions', kilograms, 'kg-CO2e', inputs);
  const printed = context.trace.step('unit-of-output', kilograms.times(KILOGRAMS_TO['t-CO2e']), 't-CO2e', [total]);
  return { value: printed.value, unit: 't-CO2e', rounding: setting, trace: printed.node, reasons: [] };
}

function avoidedReasons(parts: Parts, reading: OutsideReading): readonly Message[] {
  const { reduction, rate, units, avoided } = parts.reasons;
  const known = avoided.length > 0 ? avoided : [...reduction, ...rate, ...units];
  if (known.length > 0) return known;
  const without = parts.reductions?.some(({ functionalUnitsPerUnit }) => functionalUnitsPerUnit === null);
  return without ? [message('calculation.k-missing')] : reductionReasons(parts, reading);
}

function sumUnits(context: Context, units: ReadonlyMap<string | null, Traced>): Traced {
  const parts = [...units.values()];
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const value = parts.reduce((sum, part) => sum.plus(part.value), new Decimal(0));
  return context.trace.step('units-outside', value, context.field('soldUnit')?.text ?? '1', parts);
}

const missing = (unit: string, setting: RoundingSetting, reasons: readonly Message[]): Result => ({
  value: null,
  unit,
  rounding: setting,
  trace: null,
  reasons,
});

function plain(traced: Traced | null, unit: string, reasons: readonly Message[]): Result {
  if (!traced) return missing(unit, UNROUNDED, reasons);
  return { value: traced.value, unit, rounding: UNROUNDED, trace: traced.node, reasons: [] };
}
