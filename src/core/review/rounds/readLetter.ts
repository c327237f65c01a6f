import { normaliseText } from '../../quantity/normalise';
import { failure, success, type Outcome } from '../../message';
import { dateOfSerial, isoDate } from '../../reader/cellDates';
import { isCellError, type CellValue } from '../../workbook/cell';
import type { SheetSnapshot, WorkbookSnapshot } from '../../workbook/snapshot';
import type { Reply } from '../decisions/entries';
import { letterId } from './letterPlan';
import type { AnsweredRemark } from './remarks';

/** What the headers of a letter say, in each language in which one is written. */
export interface LetterHeaders {
  readonly id: readonly string[];
  readonly reply: readonly string[];
  readonly replyDate: readonly string[];
}

/** A filled 指摘事項・回答書. */
export interface FilledLetter {
  /** Id of the package it is on; `null` where it names none. */
  readonly package: string | null;
  readonly answers: readonly LetterAnswer[];
}

export interface LetterAnswer {
  /** As `letterId` gives it. */
  readonly id: string;
  readonly text: string;
  /** `YYYY-MM-DD`; `null` where none is written, or none that can be read. */
  readonly date: string | null;
}

/** @returns the answers written in a letter, or `decisions.letter.unreadable` for a workbook that is none */
export function readLetter(snapshot: WorkbookSnapshot, headers: LetterHeaders): Outcome<FilledLetter> {
  for (const sheet of snapshot.sheets) {
    const places = headerOf(sheet, headers);
    if (places) return success({ package: packageAbove(sheet, places.row), answers: answersBelow(sheet, places) });
  }
  return failure('decisions.letter.unreadable');
}

interface Places extends Readonly<Record<keyof LetterHeaders, number>> {
  readonly row: number;
}

function headerOf(sheet: SheetSnapshot, headers: LetterHeaders): Places | null {
  const rows = new Map<number, Partial<Record<keyof LetterHeaders, number>>>();
  sheet.forEachCell((row, column, value) => {
    for (const key of ['id', 'reply', 'replyDate'] as const)
      if (headers[key].includes(textOf(value))) rows.set(row, { ...rows.get(row), [key]: column });
  });
  for (const [row, { id, reply, replyDate }] of rows)
    if (id !== undefined && reply !== undefined && replyDate !== undefined) return { row, id, reply, replyDate };
  return null;
}

const textOf = (value: CellValue): string =>
  value === null || isCellError(value) ? '' : String(value).replaceAll('\r\n', '\n').trim();

function packageAbove(sheet: SheetSnapshot, header: number): string | null {
  let found: string | null = null;
  sheet.forEachCell((row, _column, value) => {
    if (row < header) found ??= /\b[0-9a-f]{64}\b/.exec(textOf(value))?.[0] ?? null;
  });
  return found;
}

function answersBelow(sheet: SheetSnapshot, { row: header, id, reply, replyDate }: Places): readonly LetterAnswer[] {
  const answers: LetterAnswer[] = [];
  sheet.forEachCell((row, column, value) => {
    const text = row > header && column === id && textOf(value) !== '' ? textOf(sheet.value(row, reply)) : '';
    if (text !== '') answers.push({ id: textOf(value), text, date: dateOf(sheet.value(row, replyDate)) });
  });
  return answers;
}

const WRITTEN = /^(\d{4}|令和(?:元|\d{1,2})|R\d{1,2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/i;
const BEFORE_REIWA = 2018;

/** A year as written, of the Christian era or of 令和. */
function yearOf(text: string): string {
  const reiwa = /^(?:令和|R)(元|\d+)$/i.exec(text)?.[1];
  return reiwa === undefined ? text : String(BEFORE_REIWA + (reiwa === '元' ? 1 : Number(reiwa)));
}

/** A date as text, or as the serial number that a spreadsheet makes of one. */
function dateOf(value: CellValue): string | null {
  if (typeof value === 'number') return dateOfSerial(value, true, false);
  const [, year = '', month = '', day = ''] = WRITTEN.exec(normaliseText(textOf(value)).replaceAll(' ', '')) ?? [];
  return isoDate(`${yearOf(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** Who answers, and when where the letter does not say. */
export interface Answering {
  readonly by: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** What a filled letter gives. */
export interface LetterReplies {
  /** Replies to be written into the review record. */
  readonly replies: readonly Reply[];
  /** Answers to remarks that are not in the record, by their ids: nothing is made of them. */
  readonly unknown: readonly string[];
}

/** @param remarks those of the record that the letter answers */
export function repliesOf(
  { answers }: FilledLetter,
  remarks: readonly AnsweredRemark[],
  { by, today }: Answering,
): LetterReplies {
  const byId = new Map(remarks.map((remark) => [letterId(remark), remark]));
  const known = answers.flatMap(({ id, text, date }): Reply[] => {
    const remark = byId.get(id);
    if (!remark || (remark.answer?.text === text && (date === null || remark.answer.date === date))) return [];
    return [{ kind: 'reply', on: remark.on, round: remark.round, by, date: date ?? today, text }];
  });
  return { replies: known, unknown: answers.filter(({ id }) => !byId.has(id)).map(({ id }) => id) };
}
