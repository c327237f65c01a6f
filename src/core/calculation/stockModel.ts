import { Decimal } from '../quantity/decimal';
import type { Context } from './context';
import { lifeReduction, type LifeReduction } from './lifeReduction';
import type { ModelInput, ModelSegment, ModelTerm, ReductionModel } from './model';
import type { InputBook } from './modelInputs';
import { linesOf, ModelInputs, rateInputs, term, unitInputs } from './modelTerms';
import { segmentId, type OutsideReading } from './reading';
import type { Parts } from './results';
import type { SegmentReduction } from './segmentReduction';

/**
 * Stock basis: a segment of its own for what each cohort contributes in the year, k over the life. Rebound is inside the terms, its sign
 * taken from the cohort's life-long use saving at central values.
 */
export function stockModel(
  context: Context,
  book: InputBook,
  parts: Parts,
  allocated: boolean,
  reductions: readonly SegmentReduction[],
): ReductionModel {
  const inputs = new ModelInputs();
  const reading = parts.choices.outsideReading;
  const year = context.field('fiscalYear')!.number!.toNumber();
  const rebound = book.rebound();
  const terms: ModelTerm[] = [];
  const segments: ModelSegment[] = [];
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
