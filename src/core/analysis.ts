import type { ModelInput, ReductionModel } from './calculation/model';
import type { Assessment } from './calculation/types';
import type { Message } from './message';
import { Decimal } from './quantity/decimal';
import { sensitivity } from './uncertainty/sensitivity';
import { simulate } from './uncertainty/simulation';
import type { ClosedForm, OutputSummary, SensitivityRow, Uncertainty } from './uncertainty/types';

/** How sure one certified number is. */
export interface NumberUncertainty {
  readonly summary: OutputSummary;
  readonly closedForm: ClosedForm | null;
}

/** How sure the two numbers are and what moves them. */
export interface Analysis {
  readonly runs: number;
  readonly seed: number;
  /** Of the model of the avoided emissions where there is one, else of the reduction. */
  readonly drawn: number;
  readonly inputs: number;
  /** kg-CO2e per functional unit. */
  readonly reduction: NumberUncertainty | null;
  /** kg-CO2e. */
  readonly avoided: NumberUncertainty | null;
  /** The model that `sensitivity` names inputs of. */
  readonly model: ReductionModel | null;
  readonly sensitivity: readonly SensitivityRow[];
  /** Why parts are missing; empty when none is. */
  readonly reasons: readonly Message[];
}

/** What the models of an assessment give when they are simulated and varied; each beside its model, `null` without one. */
export interface AnalysisResults {
  readonly reduction: Uncertainty | null;
  readonly avoided: Uncertainty | null;
  /** Of the model of the avoided emissions where there is one, else of the reduction. */
  readonly sensitivity: readonly SensitivityRow[];
}

/** Simulates and varies with the runs, the seed and the change in force. On stock basis each number has a model of its own. */
export function analyse(assessment: Assessment): Analysis {
  const options = simulationOptions(assessment);
  const { reduction, avoided } = assessment.models;
  const simulated = reduction && simulate(reduction, options);
  const model = avoided ?? reduction;
  return analysisOf(assessment, {
    reduction: simulated,
    avoided: avoided === reduction ? simulated : avoided && simulate(avoided, options),
    sensitivity: model ? sensitivity(model, { change: new Decimal(textOf(assessment, 'sensitivityChange')) }) : [],
  });
}

/** The runs and the seed in force. */
export const simulationOptions = (assessment: Assessment): { readonly runs: number; readonly seed: number } => ({
  runs: numberOf(assessment, 'uncertaintyRuns'),
  seed: numberOf(assessment, 'uncertaintySeed'),
});

/** The analysis that results found elsewhere amount to, e.g. in slices. @param results of the assessment's own models and choices */
export function analysisOf(assessment: Assessment, results: AnalysisResults): Analysis {
  const { runs, seed } = simulationOptions(assessment);
  const { reduction, avoided } = assessment.models;
  const { reduction: simulated, avoided: contribution } = results;
  const model = avoided ?? reduction;
  const of = contribution ?? simulated;
  return {
    runs,
    seed,
    drawn: of?.drawn ?? 0,
    inputs: of?.inputs ?? 0,
    reduction: simulated && { summary: simulated.reduction, closedForm: simulated.closedForm.reduction },
    avoided: avoidedOf(contribution),
    model,
    sensitivity: results.sensitivity,
    reasons: assessment.modelReasons,
  };
}

/** What a person calls an input: lines of one process are told apart by their ids. */
export const inputName = ({ kind, label, ref }: ModelInput): string =>
  kind === 'amount' && ref ? `${label} · ${ref.id}` : label;

const avoidedOf = (simulated: Uncertainty | null): NumberUncertainty | null =>
  simulated?.avoided ? { summary: simulated.avoided, closedForm: simulated.closedForm.avoided } : null;

function textOf({ settings }: Assessment, key: string): string {
  const setting = settings.find((one) => one.key === key);
  if (!setting) throw new RangeError(`no choice ${key} in force`);
  return setting.value;
}

const numberOf = (assessment: Assessment, key: string): number => Number(textOf(assessment, key));

/** A model without what tells where its inputs stand and in which order: a sorted table is the same case. */
function contentOf({ inputs, terms, segments, rate, rebound }: ReductionModel) {
  const idOf = (index: number) => inputs[index]!.id;
  return [
    inputs.map(({ id, central, spread }) => JSON.stringify([id, central, spread])).sort(),
    terms
      .map((term) => JSON.stringify([term.segment, term.side, term.stage, term.coefficient, term.inputs.map(idOf)]))
      .sort(),
    segments.map(({ segment, functionalUnitsPerUnit, units }) => [segment, functionalUnitsPerUnit, units.map(idOf)]),
    rate.map(idOf),
    rebound,
  ];
}

/**
 * A text that is another one as soon as any input of the analysis is.
 * @returns FNV-1a of models and choices, 53 bits, in base 36
 */
export function analysisKey(assessment: Assessment): string {
  const choices = ['uncertaintyRuns', 'uncertaintySeed', 'sensitivityChange'].map((key) => textOf(assessment, key));
  const { reduction, avoided } = assessment.models;
  const text = JSON.stringify([choices, [reduction, avoided].map((model) => model && contentOf(model))]);
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at++) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193) >>> 0;
    high = Math.imul(high ^ low, 0x85ebca6b) >>> 0;
  }
  return ((high & 0x1fffff) * 0x100000000 + low).toString(36);
}
