import path from 'node:path';
import { letterBytes, opinionDocument } from '../../../adapters/documents/papers';
import { reportPdf } from '../../../adapters/documents/documentBuilder';
import { pageBytes } from '../../../adapters/documents/withoutPdf';
import { nodeFiles } from '../../../adapters/node/fileStore';
import { applyEdits } from '../../../adapters/xlsx/write/applyEdits';
import { KmcError, message, type Message } from '../../../core/message';
import { certifiedNumbers } from '../../../core/package/documents/info';
import { jsonFile } from '../../../core/package/documents/documentsOf';
import type { ReviewPapers } from '../../../core/package/documents/papers';
import { reviewFileShape } from '../../../core/package/documents/reviewFileShape';
import type { ReviewedWorkbook } from '../../../core/package/reviewed';
import { decisionsIn } from '../../../core/package/rounds/roundFacts';
import type { Entry } from '../../../core/review/decisions/entries';
import {
  ASSURANCE_LEVELS,
  opinionNotices,
  opinionOf,
  OPINIONS,
  type Opinion,
} from '../../../core/review/decisions/opinion';
import { applicationOf, latestRound, reviewFile } from '../../../core/review/decisions/reviewFile';
import { recordEdits } from '../../../core/review/decisions/store';
import { remarksOf } from '../../../core/review/rounds/letter';
import { reportFonts } from '../reportFonts';
import type { Session } from '../terminal';
import type { Pen } from './given';
import type { ReviewSource } from './source';

/** What a review writes, each where it is asked for. */
export interface WritingOptions {
  readonly letter?: string;
  readonly outReview?: string;
  readonly out?: string;
  readonly opinion?: string;
  readonly assurance?: string;
  readonly materiality?: string;
  readonly sampled?: string;
  readonly scope?: string;
  readonly grounds?: string;
  readonly opinionDocument?: string;
}

/** A review as it stands after everything was written. */
export interface Finished {
  readonly source: ReviewSource;
  readonly reviewed: ReviewedWorkbook;
  readonly entries: readonly Entry[];
  readonly pen: Pen;
}

/** Writes what is asked for. @returns a sentence on each file, and what stands against the opinion */
export async function writtenFiles(
  session: Session,
  options: WritingOptions,
  finished: Finished,
): Promise<readonly Message[]> {
  const opinion = opinionIn(options, finished);
  const papers = papersOf(session, finished, opinion);
  const files: (readonly [string | undefined, () => Uint8Array | Promise<Uint8Array>])[] = [
    [options.letter, () => letterBytes(papers)],
    [options.outReview, () => reviewBytes(finished, opinion)],
    [options.opinionDocument, () => opinionBytes(options.opinionDocument!, papers)],
    [options.out, () => workbookBytes(finished)],
  ];
  const written: Message[] = [];
  for (const [file, bytes] of files) {
    if (file === undefined) continue;
    await nodeFiles.write(file, await bytes());
    written.push(message('decisions.cli.written', { file }));
  }
  return [...papers.notices, ...written];
}

function papersOf(
  { language }: Session,
  { source, reviewed, entries }: Finished,
  opinion: Opinion | null,
): ReviewPapers {
  const { outcome, review } = reviewed;
  return {
    application: applicationOf(outcome.case),
    package: source.package,
    round: latestRound(entries),
    numbers: certifiedNumbers(outcome),
    remarks: remarksOf(review, entries),
    notices: opinion ? opinionNotices(opinion, review) : [],
    ...{ opinion, language },
  };
}

/** The reviewer's own answer: decisions of all rounds, bound to the package. */
function reviewBytes({ source, reviewed, entries }: Finished, opinion: Opinion | null): Uint8Array {
  const file = reviewFile({
    package: source.package,
    application: applicationOf(reviewed.outcome.case),
    state: reviewed.review.state,
    entries: decisionsIn({ entries }),
    ...(opinion ? { opinion } : {}),
  });
  return jsonFile('', reviewFileShape.encode(file)).bytes;
}

async function opinionBytes(file: string, papers: ReviewPapers): Promise<Uint8Array> {
  const document = opinionDocument(papers);
  if (!document) throw new KmcError(message('decisions.cli.needs-opinion'));
  const kind = path.extname(file).toLowerCase();
  if (kind === '.html') return pageBytes(document);
  if (kind === '.pdf') return reportPdf(document, await reportFonts());
  throw new KmcError(message('decisions.cli.bad-kind', { file }));
}

/** Only names are written; every cell of the file stays as it is. */
function workbookBytes({ source, entries }: Finished): Uint8Array {
  if (!source.workbook) throw new KmcError(message('decisions.cli.only-workbook'));
  return applyEdits(source.workbook, recordEdits(source.evaluated.stored, entries));
}

/** @throws KmcError for an opinion that cannot stand */
function opinionIn(options: WritingOptions, { reviewed, pen }: Finished): Opinion | null {
  if (options.opinion === undefined) return null;
  const given = opinionOf(
    {
      opinion: wordOf(OPINIONS, options.opinion),
      level: wordOf(ASSURANCE_LEVELS, options.assurance ?? ''),
      materiality: options.materiality ?? '',
      scope: options.scope ?? '',
      sampled: (options.sampled ?? '').split(/[,、，]/),
      text: options.grounds ?? '',
      by: pen.by,
      date: pen.date,
    },
    reviewed.outcome.case,
  );
  if (!given.ok) throw new KmcError(given.message);
  return given.value;
}

function wordOf<Word extends string>(words: readonly Word[], found: string): Word {
  const word = words.find((one) => one === found);
  if (word === undefined) throw new KmcError(message('decisions.cli.bad-word', { found, words: [...words] }));
  return word;
}
