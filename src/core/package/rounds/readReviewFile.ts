import { failure, success, type Outcome } from '../../message';
import type { ReviewFile } from '../../review/decisions/reviewFile';
import { reviewFileShape } from '../documents/reviewFileShape';
import { parseJson } from '../parseJson';
import { shapeFaults, type Shape } from '../shape/shape';

/** What is refused rather than tried: a review of ten thousand remarks has a few megabytes. */
export const REVIEW_LIMITS = { bytes: 30_000_000, entries: 20_000 } as const;

/**
 * Reads a review.json that may be anybody's. Nothing in it is run or followed; a file with a member nobody knows is refused as a whole.
 * @returns the file, or `decisions.file-refused.<too-large|not-json|not-a-review|too-many|entry>`
 */
export function readReviewFile(bytes: Uint8Array): Outcome<ReviewFile> {
  if (bytes.length > REVIEW_LIMITS.bytes) return failure('decisions.file-refused.too-large');
  const parsed = parseJson(bytes);
  if (!parsed.ok) return failure('decisions.file-refused.not-json', { reason: parsed.message });
  const { value } = parsed.value;
  const [unlike] = shapeFaults(reviewFileShape as Shape<unknown>, value, 1);
  if (unlike) return unlikeReview(unlike.path);
  const file = reviewFileShape.decode(value);
  if (file.entries.length <= REVIEW_LIMITS.entries) return success(file);
  return failure('decisions.file-refused.too-many', { limit: REVIEW_LIMITS.entries });
}

function unlikeReview(path: string): Outcome<never> {
  const [, index] = /^\/entries\/(\d+)$/.exec(path) ?? [];
  if (index === undefined) return failure('decisions.file-refused.not-a-review', { place: shortened(path) });
  return failure('decisions.file-refused.entry', { number: Number(index) + 1 });
}

const LONGEST = 80;

/** A place in a document may be named by its author at any length. */
const shortened = (place: string): string =>
  place === '' ? '/' : place.length > LONGEST ? `${place.slice(0, LONGEST)}…` : place;
