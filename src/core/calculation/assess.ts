import type { Reading } from '../case/types';
import type { Message } from '../message';
import { Context } from './context';
import { contributionRate } from './contributionRate';
import { functionalUnit } from './functionalUnit';
import { lineEmission, type LineEmission } from './lineEmission';
import { KAWASAKI, type Profile } from './profile';
import { AVOIDED_TABLES, blockedBy, RATE_TABLES, REDUCTION_TABLES, sheetName, UNITS_TABLES } from './readiness';
import { assembleResults, type Parts } from './results';
import { segmentReduction, type SegmentReduction } from './segmentReduction';
import { warnOfEmptyStages } from './emptyStages';
import type { FunctionalUnit } from './serviceChain';
import type { Assessment } from './types';
import { unitsOutside } from './unitsOutside';

/**
 * Case → the two certified numbers, with every step traced and every missing number explained.
 *
 * A number exists only if no blocking problem stands in a table it is made from: a case with a hole has no number, never a smaller one.
 *
 * @param reading the case as read, with the problems met while reading
 * @param profile the method's open choices
 */
export function assess(reading: Reading, profile: Profile = KAWASAKI): Assessment {
  const context = new Context(reading.case, profile);
  const unit = functionalUnit(context);
  const reasons = {
    reduction: blockedBy(reading.problems, REDUCTION_TABLES),
    rate: blockedBy(reading.problems, RATE_TABLES),
    units: blockedBy(reading.problems, UNITS_TABLES),
    avoided: blockedBy(reading.problems, AVOIDED_TABLES),
  };
  const segments = reading.case.segments.length > 0 ? reading.case.segments.map(({ ref }) => ref.id) : [null];
  const reductions = attempt(context, reasons.reduction, () => (unit ? reduceSegments(context, unit) : null));
  const rate = attempt(context, reasons.rate, () => contributionRate(context));
  const units = attempt(context, reasons.units, () => unitsOutside(context, segments));
  const parts: Parts = {
    unit,
    reductions: reductions?.segments ?? null,
    co2Only: reductions?.co2Only ?? false,
    rate,
    units,
    reasons,
  };
  return assembleResults(context, parts);
}

/** Runs a part unless it is blocked already; what it reports becomes the reason for its missing number. */
function attempt<T>(context: Context, reasons: Message[], run: () => T | null): T | null {
  if (reasons.length > 0) return null;
  const before = context.problems.length;
  const result = run();
  if (result === null) {
    const blocking = context.problems.slice(before).filter(({ severity }) => severity === 'block');
    reasons.push(...(blocking.length > 0 ? blocking : context.problems).map(({ message }) => message));
  }
  return result;
}

interface Reductions {
  readonly segments: readonly SegmentReduction[];
  readonly co2Only: boolean;
}

function reduceSegments(context: Context, unit: FunctionalUnit): Reductions | null {
  const baseline = emissionsOf(context, 'baseline');
  const product = emissionsOf(context, 'product');
  if (!baseline || !product) return null;
  warnOfEmptyStages(context);
  const { segments } = context.source;
  const results = (segments.length > 0 ? segments : [null]).map((segment) =>
    segmentReduction(context, unit, { baseline, product }, segment),
  );
  if (!results.every((result) => result !== null)) return null;
  return { segments: results, co2Only: [...baseline, ...product].every((emission) => emission.co2Only) };
}

function emissionsOf(context: Context, side: 'baseline' | 'product'): readonly LineEmission[] | null {
  const { lines } = context.source[side];
  if (lines.length === 0)
    return context.block(null, null, 'no-lines', {
      table: sheetName(side === 'baseline' ? 'KmcBaseline' : 'KmcProduct'),
    });
  const emissions = lines.map((line) => lineEmission(context, line));
  return emissions.every((emission) => emission !== null) ? emissions : null;
}
