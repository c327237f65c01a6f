import { nodeFiles } from '../../../adapters/node/fileStore';
import { createRecalculator } from '../../../adapters/recalc/univerRecalculator';
import { readXlsx } from '../../../adapters/xlsx/read/readXlsx';
import { writeXlsx } from '../../../adapters/xlsx/write/writeXlsx';
import { webDigest } from '../../../adapters/zip/digest';
import { message } from '../../../core/message';
import { evidenceHashes, packedEvidence } from '../../../core/package/evidence';
import { evaluateWorkbook, type EvaluatedWorkbook } from '../../../core/package/evaluated';
import { reviewWorkbook, type ReviewedWorkbook } from '../../../core/package/reviewed';
import { blocks } from '../../../core/review/decisions/applicationState';
import type { Entry } from '../../../core/review/decisions/entries';
import { entriesOfFile, latestRound, mergedEntries } from '../../../core/review/decisions/reviewFile';
import { decisionsOf } from '../../../core/review/decisions/store';
import { changesSince, type Changes } from '../../../core/review/rounds/changesSince';
import { inputChanges } from '../../../core/review/rounds/inputChanges';
import { remarksOf } from '../../../core/review/rounds/letter';
import { letterPlan } from '../../../core/review/rounds/letterPlan';
import { changesText } from '../changesText';
import { evidenceBelow } from './pack';
import { reviewJson } from '../reviewJson';
import { reviewText } from '../reviewText';
import { HAS_PROBLEMS, OK, type Session } from '../terminal';

interface Options {
  readonly json?: boolean;
  readonly decisions?: string;
  readonly since?: string;
  readonly sheet?: string;
  readonly evidence?: string;
}

/**
 * Reviews a workbook: rules, formulas and decisions in one list, what changed since an earlier one, and the letter to the author.
 * The exit code is 1 where something blocks or a number is missing.
 */
export async function reviewFile(session: Session, file: string, options: Options): Promise<number> {
  const { say, terminal } = session;
  session.progress('reading');
  const now = await evaluated(file);
  const before = options.since === undefined ? null : await evaluated(options.since);
  const entries = mergedEntries(
    before ? decisionsOf(before.stored).entries : [],
    options.decisions === undefined ? [] : await entriesIn(options.decisions),
    decisionsOf(now.stored).entries,
  );
  session.progress('reviewing');
  const evidence = options.evidence === undefined ? null : await evidenceIn(options.evidence, now);
  const changed = before && inputChanges(statedBy(before), statedBy(now));
  const reviewed = reviewWorkbook(now, evidence, { entries, ...(changed ? { changes: changed } : {}) });
  const changes = before && changesSince(reviewWorkbook(before, null, { entries }), reviewed);
  if (options.sheet !== undefined) await writeLetter(session, { reviewed, entries, file, out: options.sheet });
  terminal.out(
    options.json ? reviewJson(session, reviewed.review, changes) : text(session, file, options, reviewed, changes),
  );
  if (options.sheet !== undefined && !options.json)
    terminal.out(`\n${say(message('decisions.cli.written', { file: options.sheet }))}\n`);
  return stops(reviewed) ? HAS_PROBLEMS : OK;
}

async function evaluated(file: string): Promise<EvaluatedWorkbook> {
  return evaluateWorkbook(await nodeFiles.read(file), readXlsx, createRecalculator());
}

const statedBy = ({ snapshot, outcome }: EvaluatedWorkbook) => ({ snapshot, case: outcome.case });

/** The record of an earlier round: a workbook's own, or a file of entries. */
async function entriesIn(file: string): Promise<readonly Entry[]> {
  const bytes = await nodeFiles.read(file);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) return entriesOfFile(new TextDecoder().decode(bytes));
  return decisionsOf((await readXlsx(bytes)).snapshot).entries;
}

async function evidenceIn(folder: string, { outcome }: EvaluatedWorkbook): Promise<ReadonlyMap<string, string>> {
  const { files } = packedEvidence(outcome.case, await evidenceBelow(folder));
  return evidenceHashes(files, webDigest);
}

function text(
  session: Session,
  file: string,
  { since }: Options,
  { review }: ReviewedWorkbook,
  changes: Changes | null,
): string {
  const what = changes && since !== undefined ? changesText(session, since, changes) : '';
  return what + reviewText(session, file, review);
}

interface LetterOptions {
  readonly reviewed: ReviewedWorkbook;
  readonly entries: readonly Entry[];
  readonly file: string;
  readonly out: string;
}

async function writeLetter(session: Session, { reviewed, entries, file, out }: LetterOptions): Promise<void> {
  const { fields } = reviewed.outcome.case;
  const text = (key: string): string => fields[key]?.text ?? fields[key]?.number?.toFixed() ?? '—';
  const about = message('decisions.letter.about', {
    product: text('productName'),
    applicant: text('applicant'),
    year: text('fiscalYear'),
    file,
    round: latestRound(entries),
  });
  const letter = { remarks: remarksOf(reviewed.review, entries), about: session.say(about), package: null };
  await nodeFiles.write(out, writeXlsx(letterPlan(letter, session.language, session.say)));
}

function stops({ outcome, review }: ReviewedWorkbook): boolean {
  const { reductionPerUnit, avoided } = outcome.assessment;
  return reductionPerUnit.value === null || avoided.value === null || blocks(review.findings, review.decisions);
}
