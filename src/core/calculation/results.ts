import type { Problem } from '../case/types';
import { message, type Message } from '../message';
import { sum } from '../quantity/decimal';
import { attempt } from './attempt';
import { TONNES, partnerParts, unallocatedRate, unallocatedWhole } from './attribution';
import { segmentResults, wholesOnFlow, type SegmentWhole } from './avoidedWhole';
import type { Choices } from './choices';
import type { Context } from './context';
import { lineContributions } from './lineContributions';
import { buildModels } from './models';
import { missing, plain, reductionResult, rounding } from './output';
import {
  meanDeductions,
  meanReduction,
  meanStages,
  productWithEffects,
  segmentParts,
  type SegmentParts,
} from './overSegments';
import { readingOf, type OutsideReading } from './reading';
import { salesAndYears } from './salesAndYears';
import type { SegmentReduction } from './segmentReduction';
import type { FunctionalUnit } from './serviceChain';
import { wholesOnStock } from './stock';
import type { Traced } from './trace';
import type { Assessment, Result, SegmentResult, Step } from './types';
import type { SoldUnits } from './unitsOutside';

export type ReasonsOf = Readonly<Record<'reduction' | 'rate' | 'units' | 'whole' | 'avoided', Message[]>>;

export interface Parts {
  readonly choices: Choices;
  readonly unit: FunctionalUnit | null;
  /** Ids counted apart, one `null` without segments. */
  readonly segments: readonly (string | null)[];
  readonly reductions: readonly SegmentReduction[] | null;
  readonly co2Only: boolean;
  readonly rate: Traced | null;
  readonly units: SoldUnits | null;
  readonly reasons: ReasonsOf;
  /** Met while reading. */
  readonly found: readonly Problem[];
}

/** The two certified numbers with what they are made of. */
interface Certified {
  readonly known: SegmentParts | null;
  readonly allStages: Traced | null;
  readonly outsideShare: Traced | null;
  readonly parts: AvoidedParts;
  readonly reductionPerUnit: Result;
  readonly avoided: Result;
}

/** Puts the two certified numbers together from their parts; every missing one carries its reasons. */
export function certify(context: Context, parts: Parts): Certified {
  const reading = parts.choices.outsideReading;
  const known = parts.reductions && segmentParts(context, parts.reductions, parts.units);
  const allStages = known && meanReduction(context, known, 'all-stages');
  const outsideShare = known && meanReduction(context, known, 'outside-share');
  const net = reading === 'all-stages' ? allStages : outsideShare;
  const reductionPerUnit = reductionResult(context, parts.unit, net, reductionReasons(parts, reading));
  const avoided = avoidedParts(context, parts, known, reading);
  return {
    known,
    allStages,
    outsideShare,
    parts: avoided,
    reductionPerUnit,
    avoided: avoidedResult(context, parts, avoided, reading),
  };
}

/** The certified numbers and everything that stands beside them. */
export function assembleResults(context: Context, parts: Parts): Assessment {
  const { profile } = context;
  const { choices, reasons } = parts;
  const reading = choices.outsideReading;
  const { known, allStages, outsideShare, parts: of, reductionPerUnit, avoided } = certify(context, parts);
  const { stages, totals } = known ? meanStages(context, known) : { stages: [], totals: null };
  const deductions = known && meanDeductions(context, known, 'all-stages');
  return {
    profile: { id: profile.id, version: profile.version },
    thresholds: profile.thresholds,
    settings: context.settings,
    attribution: choices.attribution,
    accounting: choices.accounting,
    reductionPerUnit,
    avoided,
    timeSense: parts.unit?.timeSense ?? null,
    readings: { allStages: allStages?.value ?? null, outsideShare: outsideShare?.value ?? null },
    readingTraces: { allStages: allStages?.node ?? null, outsideShare: outsideShare?.node ?? null },
    avoidedReadings: avoidedReadings(context, parts, known, avoided),
    contributionRate: rateResult(parts),
    unitsOutside: plain(sumUnits(context, parts), context.field('soldUnit')?.text ?? '', reasons.units),
    unallocated: plain(of.unallocated, 't-CO2e', wholeReasons(parts, reading)),
    partners: of.unallocated && reasons.rate.length === 0 ? partnerParts(context, of.unallocated) : [],
    stages,
    totals,
    productWithEffects: productWithEffects(context, totals, deductions),
    deductions: {
      allStages: deductions,
      outsideShare: known && meanDeductions(context, known, 'outside-share'),
    },
    segments: of.segments ?? [],
    lines: known ? lineContributions(context, known) : [],
    ...salesAndYears(context, parts, of.rate, avoidedReasons(parts, reading)),
    ...buildModels(context, { parts, reductionPerUnit, avoided, allocated: choices.attribution === 'rate' }),
    co2Only: parts.co2Only,
    trace: context.trace.nodes,
    problems: context.problems,
  };
}

function rateResult({ rate, reasons }: Parts): Result {
  return plain(rate, '1', reasons.rate.length > 0 ? reasons.rate : [message('calculation.rate-unused')]);
}

interface AvoidedParts {
  readonly rate: Traced | null;
  readonly segments: readonly SegmentResult[] | null;
  /** t-CO2e. */
  readonly unallocated: Traced | null;
}

function avoidedParts(
  context: Context,
  { choices, reasons, rate: contribution }: Parts,
  known: SegmentParts | null,
  reading: OutsideReading,
): AvoidedParts {
  const rate = choices.attribution === 'rate' ? contribution : unallocatedRate(context);
  const wholes = known && reasons.whole.length === 0 ? wholesOf(context, known, choices, reasons, reading) : null;
  return {
    rate,
    segments: wholes && rate && segmentResults(context, wholes, rate, choices.accounting, reading),
    unallocated: wholes && unallocatedWhole(context, wholes),
  };
}

/** What stock basis refuses is a reason of the avoided emissions, and of them alone. */
function wholesOf(
  context: Context,
  known: SegmentParts,
  { accounting }: Choices,
  { whole, avoided }: ReasonsOf,
  reading: OutsideReading,
): readonly SegmentWhole[] | null {
  if (accounting === 'flow' || !known.units) return wholesOnFlow(context, known, reading);
  const before = whole.length;
  const wholes = attempt(context, whole, () => wholesOnStock(context, known, reading));
  avoided.push(...whole.slice(before));
  return wholes;
}

function avoidedResult(context: Context, parts: Parts, { segments }: AvoidedParts, reading: OutsideReading): Result {
  const setting = rounding(context, 'avoidedDigits');
  if (!segments) return missing('t-CO2e', setting, avoidedReasons(parts, reading));
  const kilograms = sum(segments.map(({ avoided }) => avoided));
  const inputs = segments.map(({ avoided, trace }) => ({ value: avoided, node: trace }));
  const total = context.trace.step('avoided-emissions', kilograms, 'kg-CO2e', inputs);
  const printed = context.trace.step('unit-of-output', kilograms.times(TONNES), 't-CO2e', [total]);
  return { value: printed.value, unit: 't-CO2e', rounding: setting, trace: printed.node, reasons: [] };
}

/** Both readings of the second number: the certified one, and what the other would give. */
function avoidedReadings(
  context: Context,
  parts: Parts,
  known: SegmentParts | null,
  certified: Result,
): Assessment['avoidedReadings'] {
  const inReading = (reading: OutsideReading): Step | null => {
    if (!known || certified.value === null || certified.trace === null) return null;
    if (reading === parts.choices.outsideReading) return { value: certified.value, trace: certified.trace };
    if (known.reductions.some((reduction) => readingOf(reduction, reading) === null)) return null;
    const { value, trace } = avoidedResult(context, parts, avoidedParts(context, parts, known, reading), reading);
    return value && { value, trace: trace! };
  };
  return { allStages: inReading('all-stages'), outsideShare: inReading('outside-share') };
}

function reductionReasons({ reasons, reductions }: Parts, reading: OutsideReading): readonly Message[] {
  if (reasons.reduction.length > 0) return reasons.reduction;
  const placesUnknown = reading === 'outside-share' && reductions?.some(({ outsideShare }) => outsideShare === null);
  return [message(placesUnknown ? 'calculation.places-unknown' : 'calculation.segments-need-units')];
}

function wholeReasons(parts: Parts, reading: OutsideReading): readonly Message[] {
  const { reduction, units, whole } = parts.reasons;
  const known = whole.length > 0 ? whole : [...reduction, ...units];
  if (known.length > 0) return known;
  const without = parts.reductions?.some(({ functionalUnitsPerUnit }) => functionalUnitsPerUnit === null);
  return without ? [message('calculation.k-missing')] : reductionReasons(parts, reading);
}

function avoidedReasons(parts: Parts, reading: OutsideReading): readonly Message[] {
  const { reduction, rate, units, avoided } = parts.reasons;
  const ofRate = parts.choices.attribution === 'rate' ? rate : [];
  const known = avoided.length > 0 ? avoided : [...reduction, ...ofRate, ...units];
  return known.length > 0 ? known : wholeReasons(parts, reading);
}

function sumUnits(context: Context, { units }: Parts): Traced | null {
  if (!units) return null;
  const counts = [...units.sold.values()].map(({ count }) => count);
  const [only] = counts;
  if (only && counts.length === 1) return only;
  const value = sum(counts.map((count) => count.value));
  return context.trace.step('units-outside', value, context.field('soldUnit')?.text ?? '1', counts);
}
