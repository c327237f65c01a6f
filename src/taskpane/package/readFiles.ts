import { KmcError } from '../../core/message';
import { bindingOf, type Binding } from '../../core/package/rounds/binding';
import { openSubmitted, type Submitted } from '../../core/package/rounds/submitted';
import { decisionsIn } from '../../core/package/rounds/roundFacts';
import type { Entry } from '../../core/review/decisions/entries';
import { readReviewFile } from '../../core/package/rounds/readReviewFile';
import type { VerifyTools } from '../../core/package/verify/context';
import { packageBytes, type ChosenFile } from './packageBytes';
import { applicationOf, type ReviewedApplication, type ReviewFile } from '../../core/review/decisions/reviewFile';

type Readable = Pick<File, 'arrayBuffer'>;

const bytesOf = async (file: Readable): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

/** @throws KmcError for what is no review.json */
export async function reviewFileOf(file: Readable): Promise<ReviewFile> {
  const reading = readReviewFile(await bytesOf(file));
  if (!reading.ok) throw new KmcError(reading.message);
  return reading.value;
}

/** @throws KmcError for what is no review.json, and for one that reviews something else than a package */
export async function boundReview(file: File, { id, reviewed }: Submitted): Promise<ReviewFile> {
  const review = await reviewFileOf(file);
  const binding = bindingOf(review, { package: id, application: applicationOf(reviewed.outcome.case) });
  if (binding.state === 'refused') throw new KmcError(binding.message);
  return review;
}

/** A reviewer's answer as it is taken over into a workbook. */
export interface TakenOver {
  readonly file: ReviewFile;
  /** Nothing else of the file is the reviewer's. */
  readonly decisions: readonly Entry[];
  readonly binding: Binding;
}

/**
 * @param application of the open workbook
 * @param before id of the package submitted before, where it is at hand
 * @throws KmcError for what is no review.json, and for one of another application or package
 */
export async function takenOver(
  file: File,
  application: ReviewedApplication,
  before: string | null,
): Promise<TakenOver> {
  const review = await reviewFileOf(file);
  const binding = bindingOf(review, { application, package: before });
  if (binding.state === 'refused') throw new KmcError(binding.message);
  return { file: review, decisions: decisionsIn(review), binding };
}

/** @throws KmcError for what is too large, no full package, or was changed after it was made */
export const submittedIn = async (file: ChosenFile, tools: VerifyTools): Promise<Submitted> =>
  openSubmitted(await packageBytes(file), tools);
