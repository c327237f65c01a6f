import { analysisOf, simulationOptions, type Analysis } from '../analysis';
import { recordState } from '../analysisRecord';
import type { Assessment } from '../calculation/types';
import { Decimal } from '../quantity/decimal';
import { reportedTotals } from '../review/criteria/reportedTotals';
import { reviewFormulas } from '../review/formulas/reviewFormulas';
import { reviewOf, type Review, type ReviewFacts } from '../review/review';
import { sensitivity } from '../uncertainty/sensitivity';
import { simulate } from '../uncertainty/simulation';
import type { SensitivityRow, Uncertainty } from '../uncertainty/types';
import type { EvaluatedWorkbook } from './evaluated';

/** Everything a package says of a workbook. */
export interface ReviewedWorkbook extends EvaluatedWorkbook {
  /** `null` where the case has too many lines to be simulated on the way. */
  readonly analysis: Analysis | null;
  readonly review: Review;
}

/** Terms above which a simulation would keep a person waiting for minutes. */
const MOST_TERMS = 3000;

/**
 * Reviews a workbook with all that a package knows: the evidence in it, the simulation, stored values against recalculated ones.
 * @param evidenceFiles SHA-256 by name as KmcEvidence cites it; `null` where the files are not at hand
 * @param more a review record, changes and remarks that are not the workbook's own
 */
export function reviewWorkbook(
  evaluated: EvaluatedWorkbook,
  evidenceFiles: ReadonlyMap<string, string> | null,
  more: Pick<ReviewFacts, 'entries' | 'changes' | 'remarks'> = {},
): ReviewedWorkbook {
  const { stored, snapshot, outcome, recalculation } = evaluated;
  const simulated = simulatedOf(outcome.assessment);
  const review = reviewOf(snapshot, outcome, {
    ...more,
    evidenceFiles,
    reported: reportedTotals(stored, outcome.assessment),
    record: recordState(snapshot, outcome.assessment),
    formulas: reviewFormulas(stored, { recalculation }),
    ...(simulated ? { uncertainty: simulated.avoided ?? simulated.reduction, sensitivity: simulated.sensitivity } : {}),
  });
  return { ...evaluated, analysis: simulated && analysisOf(outcome.assessment, simulated), review };
}

interface Simulated {
  readonly reduction: Uncertainty | null;
  readonly avoided: Uncertainty | null;
  readonly sensitivity: readonly SensitivityRow[];
}

function simulatedOf(assessment: Assessment): Simulated | null {
  const { reduction, avoided } = assessment.models;
  const model = avoided ?? reduction;
  if (!model || model.terms.length > MOST_TERMS) return null;
  const options = simulationOptions(assessment);
  const simulated = reduction && simulate(reduction, options);
  const change = assessment.settings.find(({ key }) => key === 'sensitivityChange')!.value;
  return {
    reduction: simulated,
    avoided: avoided === reduction ? simulated : avoided && simulate(avoided, options),
    sensitivity: sensitivity(model, { change: new Decimal(change) }),
  };
}
