import { KmcError } from '../../message';
import { applicationOf, type ReviewFile } from '../../review/decisions/reviewFile';
import { changesSince, statedSince } from '../../review/rounds/changesSince';
import type { StatedChanges } from '../../review/rounds/inputChanges';
import { PATHS } from '../bag/layout';
import type { RoundDocuments } from '../documents/builder';
import { jsonFile } from '../documents/documentsOf';
import { reviewFileShape } from '../documents/reviewFileShape';
import type { EvaluatedWorkbook } from '../evaluated';
import type { PackageFile } from '../packageFile';
import type { ReviewedWorkbook } from '../reviewed';
import { answersDocument, answersShape } from './answers';
import { bindingOf } from './binding';
import type { Submitted } from './submitted';
import { previousShape, storedChanges, type PreviousDocument, type Step } from './previous';
import { factsOf, recordWith } from './roundFacts';

/** What a submission follows: the package before it and the reviewer's answer to that. */
export interface Round {
  readonly earlier: Submitted;
  /** `null` where the reviewer's decisions stand in the workbook alone. */
  readonly review: ReviewFile | null;
}

/** A round as it goes into a package. */
export interface PackedRound {
  /** What the review of the workbook takes from it. */
  readonly facts: ReturnType<typeof factsOf>;
  /** @param reviewed with these facts */
  documents(reviewed: ReviewedWorkbook): RoundDocuments;
}

/** @throws KmcError where the reviewer's file is of another package */
export function packedRound(evaluated: EvaluatedWorkbook, { earlier, review }: Round): PackedRound {
  if (review) refuseOther(review, earlier);
  const stated = statedSince(earlier.reviewed, evaluated);
  const entries = recordWith(evaluated, review);
  return {
    facts: factsOf(entries, stated),
    documents: (reviewed) => ({
      previous: previousDocument(earlier, reviewed, stated),
      answers: answersDocument(entries, reviewed.review),
    }),
  };
}

function refuseOther(review: ReviewFile, { id, reviewed }: Submitted): void {
  const binding = bindingOf(review, { package: id, application: applicationOf(reviewed.outcome.case) });
  if (binding.state === 'refused') throw new KmcError(binding.message);
}

/** @param stated what the two state differently, where that is known */
export function previousDocument(
  earlier: Submitted,
  reviewed: ReviewedWorkbook,
  stated: StatedChanges = statedSince(earlier.reviewed, reviewed),
): PreviousDocument {
  const step: Step = {
    submission: earlier.steps.length + FIRST_FOLLOWING,
    package: earlier.id,
    reason: reviewed.outcome.case.fields['restatement']?.text ?? null,
    changes: storedChanges(changesSince(earlier.reviewed, reviewed, stated)),
  };
  return { steps: [...earlier.steps, step] };
}

const FIRST_FOLLOWING = 2;

/** @returns the files by which a package tells of the rounds before it */
export function roundFiles({ previous, answers }: RoundDocuments, review: ReviewFile | null): readonly PackageFile[] {
  return [
    ...(previous ? [jsonFile(PATHS.previous, previousShape.encode(previous))] : []),
    ...(answers ? [jsonFile(PATHS.answers, answersShape.encode(answers))] : []),
    ...(review ? [jsonFile(PATHS.review, reviewFileShape.encode(review))] : []),
  ];
}
