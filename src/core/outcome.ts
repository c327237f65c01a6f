import { recordProblems } from './analysisRecord';
import { assess } from './calculation/assess';
import type { Profile } from './calculation/profile';
import type { Assessment } from './calculation/types';
import { variationsOf, type Variation } from './calculation/variations';
import type { Case, Problem, Reading } from './case/types';
import type { WorkbookSnapshot } from './workbook/snapshot';

/** What the product says about a workbook at one moment. */
export interface Outcome {
  readonly case: Case;
  readonly assessment: Assessment;
  /** Both numbers under each named variation of the workbook. */
  readonly variations: readonly Variation[];
  /** Everything found on the way, in the order of the stages. */
  readonly problems: readonly Problem[];
}

/**
 * A workbook that has been read, assessed: the case itself and its named variations.
 * @param found problems known before reading, e.g. of recalculation
 * @param profile the method's choices; without it those the workbook chooses
 */
export function outcomeOf(
  snapshot: WorkbookSnapshot,
  reading: Reading,
  found: readonly Problem[] = [],
  profile?: Profile,
): Outcome {
  const assessment = assess(reading, profile);
  const { variations, problems } = variationsOf(reading, profile, assessment);
  return {
    case: reading.case,
    assessment,
    variations,
    problems: [
      ...found,
      ...reading.problems,
      ...assessment.problems,
      ...problems,
      ...recordProblems(snapshot, assessment),
    ],
  };
}

/** True when both certified numbers stand and nothing blocks. */
export function isComplete({ assessment, problems }: Outcome): boolean {
  const numbers = assessment.reductionPerUnit.value !== null && assessment.avoided.value !== null;
  return numbers && problems.every(({ severity }) => severity !== 'block');
}
