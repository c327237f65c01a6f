import { KmcError, message, type Message } from '../../../core/message';
import { certifiedNumbers } from '../../../core/package/documents/info';
import { jsonFile } from '../../../core/package/documents/documentsOf';
import type { ReviewPapers } from '../../../core/package/documents/papers';
import { reviewFileShape } from '../../../core/package/documents/reviewFileShape';
import type { PackageFile } from '../../../core/package/packageFile';
import { decisionsIn } from '../../../core/package/rounds/roundFacts';
import type { Submitted } from '../../../core/package/rounds/submitted';
import type { VerifyTools } from '../../../core/package/verify/context';
import type { Entry } from '../../../core/review/decisions/entries';
import { opinionNotices, opinionOf, type Opinion } from '../../../core/review/decisions/opinion';
import { applicationOf, latestRound, reviewFile } from '../../../core/review/decisions/reviewFile';
import { statedSince } from '../../../core/review/rounds/changesSince';
import { remarksOf } from '../../../core/review/rounds/letter';
import type { Found } from '../run';
import { today } from '../today';
import type { OpinionDraft } from './OpinionFields';

/** A review that is finished as far as its reviewer is concerned. */
export interface FinishedReview {
  /** Of the open workbook. */
  readonly found: Found;
  readonly entries: readonly Entry[];
  /** The package that is answered. */
  readonly submitted: Submitted;
  readonly draft: OpinionDraft;
  readonly by: string;
  readonly language: 'en' | 'ja';
}

/**
 * @returns review.json, the letter, and the opinion where one is given, with what stands against that
 * @throws KmcError where the open workbook says something else than the packaged one, or the opinion cannot stand
 */
export async function reviewerFiles(
  finished: FinishedReview,
  { papers }: Pick<VerifyTools, 'papers'>,
): Promise<{ readonly files: readonly PackageFile[]; readonly notices: readonly Message[] }> {
  requireSame(finished);
  const opinion = opinionIn(finished);
  const about = papersOf(finished, opinion);
  const files = papers ? [await papers.letter(about), ...(await papers.opinion(about))] : [];
  return { files: [reviewJsonOf(finished, opinion), ...files], notices: about.notices };
}

/** Decisions rest on contents: those of another workbook than the packaged one would be open again at once. */
function requireSame({ found: { snapshot, of }, submitted }: FinishedReview): void {
  const { rows, contents } = statedSince(submitted.reviewed, { snapshot, outcome: of.outcome });
  const count = rows.length + contents.length;
  if (count > 0) throw new KmcError(message('reviewer.papers.other-workbook', { count }));
}

function opinionIn({ draft, by, found }: FinishedReview): Opinion | null {
  const { kind, sampled, ...rest } = draft;
  if (kind === '') return null;
  const given = opinionOf(
    { ...rest, opinion: kind, sampled: sampled.split(/[,、，\s]+/), by, date: today() },
    found.of.outcome.case,
  );
  if (!given.ok) throw new KmcError(given.message);
  return given.value;
}

function papersOf(
  { found: { of, review }, entries, submitted, language }: FinishedReview,
  opinion: Opinion | null,
): ReviewPapers {
  return {
    application: applicationOf(of.outcome.case),
    package: submitted.id,
    round: latestRound(entries),
    numbers: certifiedNumbers(submitted.reviewed.outcome),
    remarks: remarksOf(review, entries),
    notices: opinion ? opinionNotices(opinion, review) : [],
    ...{ opinion, language },
  };
}

function reviewJsonOf({ found, entries, submitted }: FinishedReview, opinion: Opinion | null): PackageFile {
  const file = reviewFile({
    package: submitted.id,
    application: applicationOf(found.of.outcome.case),
    state: found.review.state,
    entries: decisionsIn({ entries }),
    ...(opinion ? { opinion } : {}),
  });
  return jsonFile('review.json', reviewFileShape.encode(file));
}
