import { KmcError, message } from '../../../core/message';
import { reviewWorkbook, type ReviewedWorkbook } from '../../../core/package/reviewed';
import { factsOf } from '../../../core/package/rounds/roundFacts';
import type { VerifyTools } from '../../../core/package/verify/context';
import { blocks } from '../../../core/review/decisions/applicationState';
import type { Entry } from '../../../core/review/decisions/entries';
import { latestRound, mergedEntries } from '../../../core/review/decisions/reviewFile';
import { reviewed } from '../../../core/review/review';
import { changesSince, statedSince, type Changes } from '../../../core/review/rounds/changesSince';
import { answeredRemarks } from '../../../core/review/rounds/remarks';
import { changesText } from '../changesText';
import { packageTools } from '../packageTools';
import { decisionsFrom, penOf, recordIn, repliesFrom, repliesInLetter, type Pen } from '../review/given';
import { remarksText } from '../review/remarksText';
import { reviewSource, type ReviewSource } from '../review/source';
import { writtenFiles, type WritingOptions } from '../review/written';
import { reviewJson } from '../reviewJson';
import { reviewText } from '../reviewText';
import { HAS_PROBLEMS, OK, type Session } from '../terminal';

interface Options extends WritingOptions {
  readonly json?: boolean;
  readonly decisions?: string;
  readonly since?: string;
  readonly evidence?: string;
  readonly decide?: readonly string[];
  readonly reply?: readonly string[];
  readonly answers?: string;
  readonly by?: string;
  readonly date?: string;
  readonly round?: string;
}

/**
 * Reviews a workbook or a package: rules, formulas and decisions in one list, what changed since an earlier one. A reviewer decides and
 * writes the answer, an author takes it over and replies. The exit code is 1 where something blocks or a number is missing.
 */
export async function reviewFile(session: Session, file: string, options: Options): Promise<number> {
  const { say, terminal } = session;
  session.progress('reading');
  const tools = packageTools();
  const now = await reviewSource(file, tools, options.evidence);
  const before = options.since === undefined ? null : await reviewSource(options.since, tools);
  const record = await recordOf(options, now, before, tools);
  session.progress('reviewing');
  const entries = await writtenEntries(options, now, record, tools, before);
  const stated = before && statedSince(before.evaluated, now.evaluated);
  const facts = { ...factsOf(entries.all, stated), ...(now.changes ? { changes: now.changes } : {}) };
  const result = reviewWorkbook(now.evaluated, now.evidence, facts);
  const changes =
    before && changesSince(reviewWorkbook(before.evaluated, before.evidence, { entries: entries.all }), result);
  const finished = { source: now, reviewed: result, entries: entries.all, pen: entries.pen };
  const lines = await writtenFiles(session, options, finished);
  terminal.out(
    options.json ? reviewJson(session, result.review, changes) : text(session, file, options, result, changes),
  );
  const notes = [...record.notes, ...entries.notes, ...lines].map((note) => `${say(note)}\n`);
  if (!options.json) terminal.out([...remarksText(session, entries.all, result.review), ...notes].join(''));
  return stops(result) ? HAS_PROBLEMS : OK;
}

interface Noted {
  readonly all: readonly Entry[];
  /** Sentences for the person at the terminal. */
  readonly notes: readonly ReturnType<typeof message>[];
}

/** What is recorded: in the earlier one, in the file of decisions, in the thing itself. */
async function recordOf(
  { decisions }: Options,
  now: ReviewSource,
  before: ReviewSource | null,
  tools: VerifyTools,
): Promise<Noted> {
  const given = decisions === undefined ? null : await recordIn(decisions, now, before?.package ?? null, tools);
  const own = mergedEntries(before?.entries ?? [], now.entries);
  // A reviewer's word stands whatever the workbook says of it; of earlier rounds the workbook's own record is the later one.
  const all = given?.binding ? mergedEntries(own, given.entries) : mergedEntries(given?.entries ?? [], own);
  return { all, notes: given?.notes ?? [] };
}

interface Written extends Noted {
  readonly pen: Pen;
}

async function writtenEntries(
  options: Options,
  now: ReviewSource,
  { all }: Noted,
  tools: VerifyTools,
  before: ReviewSource | null,
): Promise<Written> {
  const { decide = [], reply = [], answers } = options;
  const pen = penOf(options, Math.max(latestRound(all), now.submission));
  if (decide.length + reply.length > 0 || answers !== undefined) requireName(pen);
  const remarks = answeredRemarks(all);
  const letter =
    answers === undefined
      ? null
      : await repliesInLetter(answers, remarks, pen, tools, now.package ?? before?.package ?? null);
  const bases = decide.length === 0 ? null : reviewed(now.evaluated.snapshot, now.evaluated.outcome).bases;
  const more = [
    ...(bases ? decisionsFrom(decide, bases, pen) : []),
    ...(letter?.entries ?? []),
    ...repliesFrom(reply, remarks, pen),
  ];
  const unknown = letter?.unknown ?? 0;
  const notes = unknown > 0 ? [message('decisions.letter.unknown-remarks', { count: unknown })] : [];
  return { all: mergedEntries(all, more), notes, pen };
}

function requireName({ by }: Pen): void {
  if (by === '') throw new KmcError(message('decisions.cli.needs-by'));
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

function stops({ outcome, review }: ReviewedWorkbook): boolean {
  const { reductionPerUnit, avoided } = outcome.assessment;
  return reductionPerUnit.value === null || avoided.value === null || blocks(review.findings, review.decisions);
}
