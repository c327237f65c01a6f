import type { Message } from '../message';
import type { ContributionRow } from '../case/types';
import { Decimal, sum } from '../quantity/decimal';
import type { Context } from './context';
import type { FootprintLine } from './footprintLine';
import { lifeReduction, type LifeReduction } from './lifeReduction';
import type { ModelInput, ModelTerm, ReductionModel } from './model';
import { InputBook } from './modelInputs';
import { blockedBy, MODEL_TABLES } from './readiness';
import { segmentId, type OutsideReading } from './reading';
import type { Parts } from './results';
import type { SegmentReduction } from './segmentReduction';
import type { SideName } from './sideFootprint';
import type { Assessment, Result } from './types';
import type { UnitCount } from './unitsOutside';

export interface ModelsInput {
  readonly parts: Parts;
  readonly reductionPerUnit: Result;
  readonly avoided: Result;
  /** Whether the avoided emissions are multiplied by the contribution rate. */
  readonly allocated: boolean;
}

type Models = Pick<Assessment, 'models' | 'modelReasons'>;

const SIDES: readonly SideName[] = ['baseline', 'product', 'side-effect'];

/** Both numbers as functions of their inputs, from the same steps that gave them. */
export function buildModels(context: Context, input: ModelsInput): Models {
  const { parts, reductionPerUnit, avoided } = input;
  const none = (modelReasons: readonly Message[]): Models => ({
    models: { reduction: null, avoided: null },
    modelReasons,
  });
  const blocked = blockedBy(parts.found, MODEL_TABLES);
  if (blocked.length > 0) return none(blocked);
  if (!parts.reductions || reductionPerUnit.value === null) return none(reductionPerUnit.reasons);
  const faults = context.problems.length;
  const book = new InputBook(context, parts.choices.pedigreeSet);
  const reduction = flowModel(context, book, input, parts.reductions);
  const onStock = parts.choices.accounting === 'stock' && avoided.value !== null;
  const whole = onStock ? stockModel(context, book, input, parts.reductions) : reduction;
  if (!book.sound) return none(context.problems.slice(faults).map((problem) => problem.message));
  return avoided.value === null
    ? { models: { reduction, avoided: null }, modelReasons: avoided.reasons }
    : { models: { reduction, avoided: whole }, modelReasons: [] };
}

/** Collects the inputs of one model in the order in which they are met. */
class ModelInputs {
  readonly list: ModelInput[] = [];
  private readonly places = new Map<string, number>();

  place(input: ModelInput): number {
    const known = this.places.get(input.id);
    if (known !== undefined) return known;
    this.list.push(input);
    this.places.set(input.id, this.list.length - 1);
    return this.list.length - 1;
  }
}

function flowModel(
  context: Context,
  book: InputBook,
  { parts, allocated }: ModelsInput,
  reductions: readonly SegmentReduction[],
): ReductionModel {
  const inputs = new ModelInputs();
  const reading = parts.choices.outsideReading;
  const terms = reductions.flatMap((reduction, segment) =>
    linesOf(reduction).map(({ line, side }) =>
      term(book, inputs, { reduction, line, side, segment, share: new Decimal(1), factor: line.factor, reading }),
    ),
  );
  const segments = reductions.map((reduction) => {
    const segment = segmentId(reduction);
    return {
      segment,
      // With one segment alone k weighs nothing, and without k there is no second number to need it.
      functionalUnitsPerUnit: reduction.functionalUnitsPerUnit?.value ?? new Decimal(1),
      units: unitInputs(book, inputs, parts.units?.sold.get(segment)),
    };
  });
  const rebound = book.rebound();
  return {
    inputs: inputs.list,
    terms,
    segments,
    rate: rateInputs(context, book, inputs, allocated && parts.rate !== null),
    rebound: rebound && inputs.place(rebound),
  };
}

/**
 * Stock basis: a segment of its own for what each cohort contributes in the year, k over the life. Rebound is inside the terms, its sign
 * taken from the cohort's life-long use saving at central values.
 */
function stockModel(
  context: Context,
  book: InputBook,
  { parts, allocated }: ModelsInput,
  reductions: readonly SegmentReduction[],
): ReductionModel {
  const inputs = new ModelInputs();
  const reading = parts.choices.outsideReading;
  const year = context.field('fiscalYear')!.number!.toNumber();
  const rebound = book.rebound();
  const terms: ModelTerm[] = [];
  const segments: ReductionModel['segments'][number][] = [];
  for (const reduction of reductions) {
    const id = segmentId(reduction);
    const life = lifeReduction(reduction, reading, rebound?.central ?? null)!;
    const cohorts = [[year, parts.units!.sold.get(id)!] as const, ...(parts.units!.earlier.get(id) ?? [])];
    for (const [saleYear, cohort] of cohorts) {
      const age = year - saleYear;
      if (age >= life.life.service.length) continue;
      const segment = segments.length;
      const taken = rebound && life.savesOverLife(saleYear) ? rebound : null;
      const place = { reduction, life, segment, age, year, reading, taken };
      terms.push(...cohortTerms(book, inputs, place));
      segments.push({
        segment: id,
        functionalUnitsPerUnit: reduction.setting.chain.lifetime!.value,
        units: unitInputs(book, inputs, cohort),
      });
    }
  }
  return {
    inputs: inputs.list,
    terms,
    segments,
    rate: rateInputs(context, book, inputs, allocated),
    rebound: null,
  };
}

interface CohortPlace {
  readonly reduction: SegmentReduction;
  readonly life: LifeReduction;
  readonly segment: number;
  readonly age: number;
  readonly year: number;
  readonly reading: OutsideReading;
  /** The rebound where it takes from this cohort. */
  readonly taken: ModelInput | null;
}

function cohortTerms(book: InputBook, inputs: ModelInputs, place: CohortPlace): ModelTerm[] {
  const { reduction, life, segment, age, year, reading, taken } = place;
  return linesOf(reduction).flatMap(({ line, side }): ModelTerm[] => {
    const { path, line: row } = line.emission;
    const isUse = row.stage === 'use';
    const share = isUse ? life.share(age, line.window) : new Decimal(age === 0 ? 1 : 0);
    if (share.isZero()) return [];
    const factor = path === null ? line.factor : reduction.setting.paths.at(path, year)!.value!;
    const own = term(book, inputs, { reduction, line, side, segment, share, factor, reading });
    if (!isUse || !taken || side === 'side-effect') return [own];
    return [own, { ...own, coefficient: own.coefficient.negated(), inputs: [...own.inputs, inputs.place(taken)] }];
  });
}

const linesOf = ({ footprints }: SegmentReduction) =>
  SIDES.flatMap((side) => footprints[side].lines.map((line) => ({ line, side })));

interface TermInput {
  readonly reduction: SegmentReduction;
  readonly line: FootprintLine;
  readonly side: SideName;
  readonly segment: number;
  /** Part of the line's service that counts. */
  readonly share: Decimal;
  /** Value of the line's factor that holds. */
  readonly factor: Decimal;
  readonly reading: OutsideReading;
}

/** scale · ratio · place · share, times amount and factor (and the parameter that the amount follows). */
function term(book: InputBook, inputs: ModelInputs, each: TermInput): ModelTerm {
  const { line, side, segment, share, factor, reading } = each;
  const { emission, scale } = line;
  const amount = inputs.place(book.amount(emission.line));
  const uses = [book.parameter(emission.line), book.factor(line, each.reduction.setting, factor)];
  const scales = uses.map((use, index) => use?.scale ?? (index === 0 ? new Decimal(1) : factor));
  const place = reading === 'all-stages' ? 1 : new Decimal(1).minus(emission.line.inCity as Decimal);
  const coefficient = scales.reduce(
    (product, value) => product.times(value),
    scale.times(emission.ratio).times(share).times(place),
  );
  const shared = uses.flatMap((use) => (use ? [inputs.place(use.input)] : []));
  return {
    segment,
    side,
    stage: emission.line.stage!,
    ref: emission.line.ref,
    coefficient,
    inputs: [amount, ...shared],
  };
}

function unitInputs(book: InputBook, inputs: ModelInputs, count: UnitCount | undefined): number[] {
  return (count?.rows ?? []).map((row) => inputs.place(book.units(row)));
}

/** The shares whose sum is c; together they may not be able to exceed 1. */
function rateInputs(context: Context, book: InputBook, inputs: ModelInputs, allocated: boolean): number[] {
  if (!allocated) return [];
  const rows = context.source.contribution.filter(({ inCity }) => inCity === 'in');
  checkTogether(context, book, rows);
  return rows.map((row) => inputs.place(book.rate(row)));
}

function checkTogether(context: Context, book: InputBook, rows: readonly ContributionRow[]): void {
  const most = sum(rows.map(({ distribution, high, share }) => (distribution && high ? high : share!)));
  const [first] = rows;
  if (!book.sound || !first || rows.length === 1) return;
  if (!most.minus(1).greaterThan(context.profile.choices.shareTolerance.value)) return;
  context.block(first.ref, 'high', 'spread-rates-above-one', { total: most.toString() });
  book.sound = false;
}
