import type { Entry } from '../../review/decisions/entries';
import { mergedEntries, type ReviewFile } from '../../review/decisions/reviewFile';
import { decisionsOf } from '../../review/decisions/store';
import type { ReviewFacts } from '../../review/review';
import { inputChangesOf, type StatedChanges } from '../../review/rounds/inputChanges';
import { answeredRemarks } from '../../review/rounds/remarks';
import type { EvaluatedWorkbook } from '../evaluated';
import type { PackageDocuments } from '../open';

/**
 * The review record of a submission: the workbook's own, and the decisions of the reviewer's file, which stand whatever the workbook says of
 * them. Reasons and replies are the author's, and only the workbook has them.
 */
export function recordWith({ stored }: Pick<EvaluatedWorkbook, 'stored'>, review: ReviewFile | null): readonly Entry[] {
  const own = decisionsOf(stored).entries;
  return review ? mergedEntries(own, decisionsIn(review)) : own;
}

/** @returns what a reviewer's file decides; anything else in it is nobody's */
export const decisionsIn = ({ entries }: Pick<ReviewFile, 'entries'>): readonly Entry[] =>
  entries.filter(({ kind }) => kind === 'decision');

type Facts = Pick<ReviewFacts, 'entries' | 'changes' | 'remarks'>;

/**
 * What the rounds before give to a review, of packing and of verifying alike.
 * @param documents of the package itself; of a first one none
 */
export function roundFacts(
  evaluated: EvaluatedWorkbook,
  { previous, review }: Pick<PackageDocuments, 'previous' | 'review'>,
): Facts {
  const step = previous?.steps.at(-1);
  return factsOf(recordWith(evaluated, review), step ? step.changes : null);
}

/** @param changes since the package before; `null` for a first one */
export const factsOf = (
  entries: readonly Entry[],
  changes: Pick<StatedChanges, 'rows' | 'contents'> | null,
): Facts => ({
  entries,
  ...(changes ? { changes: inputChangesOf(changes), remarks: answeredRemarks(entries) } : {}),
});
