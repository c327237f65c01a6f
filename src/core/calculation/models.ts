import type { Message } from '../message';
import type { Context } from './context';
import type { ReductionModel } from './model';
import { InputBook } from './modelInputs';
import { linesOf, ModelInputs, ONE, rateInputs, term, unitInputs } from './modelTerms';
import { blockedBy, MODEL_TABLES } from './readiness';
import { segmentId } from './reading';
import type { Parts } from './results';
import type { SegmentReduction } from './segmentReduction';
import { stockModel } from './stockModel';
import type { Assessment, Result } from './types';

export interface ModelsInput {
  readonly parts: Parts;
  readonly reductionPerUnit: Result;
  readonly avoided: Result;
  /** Whether the avoided emissions are multiplied by the contribution rate. */
  readonly allocated: boolean;
}

type Models = Pick<Assessment, 'models' | 'modelReasons'>;

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
  const whole = onStock ? stockModel(context, book, parts, input.allocated, parts.reductions) : reduction;
  if (!book.sound) return none(context.problems.slice(faults).map((problem) => problem.message));
  return avoided.value === null
    ? { models: { reduction, avoided: null }, modelReasons: avoided.reasons }
    : { models: { reduction, avoided: whole }, modelReasons: [] };
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
      term(book, inputs, { reduction, line, side, segment, share: ONE, factor: line.factor, reading }),
    ),
  );
  const segments = reductions.map((reduction) => {
    const segment = segmentId(reduction);
    return {
      segment,
      // With one segment alone k weighs nothing, and without k there is no second number to need it.
      functionalUnitsPerUnit: reduction.functionalUnitsPerUnit?.value ?? ONE,
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
