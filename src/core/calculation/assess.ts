import type { Case, Reading } from '../case/types';
import { attempt } from './attempt';
import { choicesInForce, profileOf, type Choices } from './choices';
import { Context } from './context';
import { contributionRate } from './contributionRate';
import { warnOfEmptyStages } from './emptyStages';
import { FactorPaths } from './factorPaths';
import { functionalUnit } from './functionalUnit';
import { lineEmission, type LineEmission } from './lineEmission';
import { reboundInRange, warnOfClaims } from './claims';
import type { Profile } from './profile';
import {
  AVOIDED_TABLES,
  blockedBy,
  RATE_TABLES,
  REDUCTION_TABLES,
  sheetName,
  UNITS_TABLES,
  WHOLE_TABLES,
} from './readiness';
import { assembleResults, certify, type Parts } from './results';
import { segmentReduction, type SegmentReduction } from './segmentReduction';
import type { FunctionalUnit } from './serviceChain';
import { ageGroups } from './serviceLife';
import type { SideName } from './sideFootprint';
import type { Assessment } from './types';
import { unitsOutside } from './unitsOutside';

/**
 * Case → the two certified numbers, with every step traced and every missing number explained.
 *
 * A number exists only if no blocking problem stands in a table it is made from: a case with a hole has no number, never a smaller one.
 *
 * @param reading the case as read, with the problems met while reading
 * @param profile the method's open choices; without it the workbook's own, else the default
 */
export function assess(reading: Reading, profile?: Profile): Assessment {
  const context = contextOf(reading, profile);
  return assembleResults(context, partsOf(context, reading));
}

/** The two certified numbers alone, as {@link assess} gives them: for a case that is assessed many times over with one input changed. */
export function certifiedNumbers(
  reading: Reading,
  profile?: Profile,
): Pick<Assessment, 'reductionPerUnit' | 'avoided'> {
  const context = contextOf(reading, profile);
  const { reductionPerUnit, avoided } = certify(context, partsOf(context, reading));
  return { reductionPerUnit, avoided };
}

const contextOf = (reading: Reading, profile?: Profile) =>
  new Context(reading.case, profile ?? profileOf(reading.case));

function partsOf(context: Context, { case: source, problems }: Reading): Parts {
  const choices = choicesInForce(context);
  const unit = functionalUnit(context, choices.replacement);
  warnOfClaims(context);
  const reasons = {
    reduction: blockedBy(problems, REDUCTION_TABLES),
    rate: blockedBy(problems, RATE_TABLES),
    units: blockedBy(problems, UNITS_TABLES),
    whole: blockedBy(problems, WHOLE_TABLES),
    avoided: blockedBy(problems, choices.attribution === 'rate' ? AVOIDED_TABLES : WHOLE_TABLES),
  };
  const segments = segmentIds(source);
  const reductions = attempt(context, reasons.reduction, () => (unit ? reduceSegments(context, unit) : null));
  const rate = needsRate(context, choices) ? attempt(context, reasons.rate, () => contributionRate(context)) : null;
  const units = attempt(context, reasons.units, () => unitsOutside(context, segments, choices.accounting));
  return {
    choices,
    unit,
    segments,
    reductions: reductions?.segments ?? null,
    co2Only: reductions?.co2Only ?? false,
    rate,
    units,
    reasons,
    found: problems,
  };
}

/** Ids of the segments that are counted apart; one `null` where nothing is. */
function segmentIds({ segments }: Case): readonly (string | null)[] {
  return segments.length > 0 ? segments.map(({ ref }) => ref.id) : [null];
}

/** The value chain's whole needs no rate, so an empty table is no hole. */
const needsRate = ({ source }: Context, { attribution }: Choices) =>
  attribution === 'rate' || source.contribution.length > 0;

interface Reductions {
  readonly segments: readonly SegmentReduction[];
  readonly co2Only: boolean;
}

function reduceSegments(context: Context, unit: FunctionalUnit): Reductions | null {
  const [ages, paths] = [ageGroups(context), FactorPaths.of(context)];
  if (!reboundInRange(context) || !ages || !paths) return null;
  const emissions = emissionsOfSides(context, paths);
  if (!emissions) return null;
  warnOfEmptyStages(context);
  const { segments } = context.source;
  const results = (segments.length > 0 ? segments : [null]).map((segment) => {
    const id = segment?.ref.id ?? null;
    const own = {
      baseline: holdingFor(emissions.baseline, id),
      product: holdingFor(emissions.product, id),
      'side-effect': holdingFor(emissions['side-effect'], id),
    };
    return segmentReduction(context, { unit, ages, paths, emissions: own }, segment);
  });
  if (!results.every((result) => result !== null)) return null;
  const counted = [...emissions.baseline, ...emissions.product, ...emissions['side-effect']];
  warnOfUnusedPaths(context, paths, counted);
  return { segments: results, co2Only: counted.every((emission) => emission.co2Only) };
}

/** A path acts on lines of the use stage; one that no such line names changes nothing. */
function warnOfUnusedPaths(context: Context, paths: FactorPaths, emissions: readonly LineEmission[]): void {
  const used = new Set(emissions.map(({ path }) => path));
  for (const factor of paths.factors) {
    if (!used.has(factor)) context.report('warn', paths.first(factor).ref, 'factorId', 'path-unused', { factor });
  }
}

/** The segment's own lines and those of all segments, in the order of the workbook. */
const holdingFor = (emissions: readonly LineEmission[], segment: string | null) =>
  emissions.filter(({ line }) => line.segment === null || line.segment === segment);

type Emissions = Readonly<Record<SideName, readonly LineEmission[]>>;

function emissionsOfSides(context: Context, paths: FactorPaths): Emissions | null {
  const { source } = context;
  const baseline = emissionsOf(context, 'KmcBaseline', source.baseline.lines, paths);
  const product = emissionsOf(context, 'KmcProduct', source.product.lines, paths);
  const sideEffect =
    source.sideEffects.lines.length > 0 ? emissionsOf(context, 'KmcSideEffects', source.sideEffects.lines, paths) : [];
  return baseline && product && sideEffect && { baseline, product, 'side-effect': sideEffect };
}

function emissionsOf(
  context: Context,
  table: string,
  lines: Case['baseline']['lines'],
  paths: FactorPaths,
): readonly LineEmission[] | null {
  if (lines.length === 0) return context.block(null, null, 'no-lines', { table: sheetName(table) });
  const emissions = lines.map((line) => lineEmission(context, line, paths));
  return emissions.every((emission) => emission !== null) ? emissions : null;
}
