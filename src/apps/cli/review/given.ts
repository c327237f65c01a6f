import { nodeFiles } from '../../../adapters/node/fileStore';
import { KmcError, message, type Message } from '../../../core/message';
import { bindingOf, type Binding } from '../../../core/package/rounds/binding';
import { readReviewFile } from '../../../core/package/rounds/readReviewFile';
import { decisionsIn } from '../../../core/package/rounds/roundFacts';
import type { VerifyTools } from '../../../core/package/verify/context';
import { isoDate } from '../../../core/reader/cellDates';
import { decision, reply } from '../../../core/review/decisions/decide';
import { DECISION_STATES, type DecisionState, type Entry } from '../../../core/review/decisions/entries';
import { opinionText } from '../../../core/review/decisions/opinionText';
import { MOST_ROUNDS } from '../../../core/review/decisions/parseEntries';
import { applicationOf, entriesOfFile } from '../../../core/review/decisions/reviewFile';
import type { BasisFinder } from '../../../core/review/decisions/standing';
import { decisionsOf } from '../../../core/review/decisions/store';
import { readLetter, repliesOf } from '../../../core/review/rounds/readLetter';
import type { AnsweredRemark } from '../../../core/review/rounds/remarks';
import { letterHeaders } from '../../../locales/letterHeaders';
import { isPackage, reviewSource, type ReviewSource } from './source';

/** Who writes, when, in which round. */
export interface Pen {
  readonly by: string;
  readonly date: string;
  readonly round: number;
}

/** Entries of a file, and the sentence that says whether they belong here. */
export interface GivenRecord {
  readonly entries: readonly Entry[];
  readonly binding: Binding | null;
  /** What the person at the terminal should know of it. */
  readonly notes: readonly Message[];
}

/**
 * The record of a reviewer or of an earlier round: a review.json, a package's or a workbook's own, or a plain list of entries.
 * @param id of the package that a review must be of; `null` where it is not known
 * @throws KmcError where it is none, or a review of something else
 */
export async function recordIn(
  file: string,
  { evaluated, package: own, earlier }: ReviewSource,
  id: string | null,
  tools: VerifyTools,
): Promise<GivenRecord> {
  const bytes = await nodeFiles.read(file);
  if (isPackage(bytes, tools)) return { entries: (await reviewSource(file, tools)).entries, binding: null, notes: [] };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return { entries: decisionsOf((await tools.open(bytes)).snapshot).entries, binding: null, notes: [] };
  const text = new TextDecoder().decode(bytes);
  if (text.trimStart().startsWith('[')) return { entries: entriesOfFile(text), binding: null, notes: [] };
  const reading = readReviewFile(bytes);
  if (!reading.ok) throw new KmcError(reading.message);
  // The review of a package goes on to those that follow it.
  const known = [own, ...earlier, id].find((one) => one !== null && one === reading.value.package);
  const application = applicationOf(evaluated.outcome.case);
  const binding = bindingOf(reading.value, { application, package: known ?? own ?? id });
  if (binding.state === 'refused') throw new KmcError(binding.message);
  const { opinion } = reading.value;
  const notes = [binding.message, ...(opinion ? [opinionText(opinion)] : [])];
  return { entries: decisionsIn(reading.value), binding, notes };
}

const DECIDED = new RegExp(`^(.+?)=(${DECISION_STATES.join('|')})(?::([\\s\\S]*))?$`);

/** @param written `B3=needs-change:Show the ledger.` @throws KmcError for anything else, and for what the workbook has not */
export function decisionsFrom(written: readonly string[], bases: BasisFinder, pen: Pen): readonly Entry[] {
  return written.map((text) => {
    const [, on, state, comment = ''] = DECIDED.exec(text) ?? [];
    if (on === undefined) throw new KmcError(message('decisions.cli.bad-decision', { found: text }));
    return decision(bases, { ...pen, on, state: state as DecisionState, text: comment.trim() });
  });
}

/** @param written `3=Added to sheet Sales.` @throws KmcError for anything else, and for a number that no remark has */
export function repliesFrom(
  written: readonly string[],
  remarks: readonly AnsweredRemark[],
  { by, date }: Pen,
): readonly Entry[] {
  return written.map((one) => {
    const [, number, text = ''] = /^(\d+)=([\s\S]*\S[\s\S]*)$/.exec(one) ?? [];
    if (number === undefined) throw new KmcError(message('decisions.cli.bad-reply', { found: one }));
    const remark = remarks.find((each) => each.number === Number(number));
    if (!remark) throw new KmcError(message('decisions.cli.no-remark', { number }));
    return reply({ on: remark.on, round: remark.round, by, date, text: text.trim() });
  });
}

/** @returns the answers of a filled letter, and how many belong to no remark. @throws KmcError for what is no letter, and for one on another package */
export async function repliesInLetter(
  file: string,
  remarks: readonly AnsweredRemark[],
  { by, date }: Pen,
  { open }: VerifyTools,
  id: string | null,
): Promise<{ readonly entries: readonly Entry[]; readonly unknown: number }> {
  const letter = readLetter((await open(await nodeFiles.read(file))).snapshot, letterHeaders());
  if (!letter.ok) throw new KmcError(letter.message);
  const found = letter.value.package;
  if (found !== null && id !== null && found !== id)
    throw new KmcError(message('decisions.letter.other-package', { found, expected: id }));
  const { replies, unknown } = repliesOf(letter.value, remarks, { by, today: date });
  return { entries: replies, unknown: unknown.length };
}

/** @throws KmcError for a round or a date that is none */
export function penOf(
  { by, date, round }: { readonly by?: string; readonly date?: string; readonly round?: string },
  suggested: number,
): Pen {
  const number = round === undefined ? suggested : Number(round);
  if (!Number.isInteger(number) || number < 1 || number > MOST_ROUNDS)
    throw new KmcError(message('decisions.cli.bad-round', { found: round ?? '', limit: MOST_ROUNDS }));
  if (date !== undefined && isoDate(date) === null)
    throw new KmcError(message('decisions.cli.bad-date', { found: date }));
  return { by: by?.trim() ?? '', date: date ?? today(), round: number };
}

/** @returns the date where the command runs */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
