import { message, type Message } from '../../message';
import { isCriterion, type Entry } from '../decisions/entries';
import type { Finding, Subject } from '../finding';
import { placeText, ruleTitle } from '../placeText';
import { openSeverity, type Review } from '../review';
import { answeredRemarks, type AnsweredRemark, type AnswerState, type RemarkOfReviewer } from './remarks';

/**
 * What a remark asks of the author: 是正要求, 明確化要求, 所見; the others are what KMC found and no reviewer has decided on, by their
 * severity.
 */
export type RemarkKind = RemarkOfReviewer | 'block' | 'unknown' | 'warn';

/** One row of 指摘事項・回答書. */
export interface Remark {
  /** From 1; those of a reviewer keep theirs from round to round. */
  readonly number: number;
  /** `null` for what no reviewer has decided on. */
  readonly round: number | null;
  readonly kind: RemarkKind;
  readonly criterion: string;
  /** `null` for a criterion as a whole. */
  readonly place: Message | null;
  /** What was found, or where that is settled what was looked at. */
  readonly finding: Message;
  readonly comment: string;
  readonly by: string;
  readonly date: string;
  readonly reply: string;
  readonly replyDate: string;
  /** `null` for what no reviewer has decided on. */
  readonly state: AnswerState | null;
  /** What an answer is written on: a criterion, or the id of a finding or of a formula. */
  readonly on: string;
}

/**
 * @param entries the review record that the review was made with
 * @returns the reviewer's remarks of all rounds in the order in which they were made, then what is open and undecided
 */
export function remarksOf(review: Review, entries: readonly Entry[]): readonly Remark[] {
  const { decisions, findings } = review;
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const moved = movedOf(review);
  const made = answeredRemarks(entries, moved).map((remark) => remarkOf(remark, moved, byId));
  const decided = new Set(decisions.map(({ on }) => on));
  const open = findings.filter((finding) => openSeverity(finding) !== 'info' && !decided.has(finding.id));
  return [...made, ...open.map((finding, index) => undecided(finding, made.length + index + 1))];
}

/** @returns where a cell outside every table stands now, by what the decision on it was written on */
export const movedOf = ({ decisions }: Review): ReadonlyMap<string, string> =>
  new Map(decisions.filter(({ entry, on }) => entry.on !== on).map(({ entry, on }) => [entry.on, on]));

function remarkOf(
  { number, round, kind, on: written, text, by, date, state, answer }: AnsweredRemark,
  moved: ReadonlyMap<string, string>,
  findings: ReadonlyMap<string, Finding>,
): Remark {
  const on = moved.get(written) ?? written;
  return {
    ...{ number, round, kind, by, date, state, on, comment: text },
    ...aboutOf(on, findings.get(on) ?? null),
    reply: answer?.text ?? '',
    replyDate: answer?.date ?? '',
  };
}

/** What a remark is about, in words; a finding that is gone is told by its rule. */
export function aboutOf(on: string, finding: Finding | null): Pick<Remark, 'criterion' | 'place' | 'finding'> {
  if (isCriterion(on))
    return { criterion: on, place: null, finding: { code: `report.criteria.names.${on}`, params: {} } };
  const { rule, subject } = finding ?? partsOf(on);
  if (rule === 'unique-formula' && subject.place !== null) return aboutFormula(subject.place);
  return {
    criterion: finding?.criterion ?? '',
    place: placeText(subject),
    finding: finding?.message ?? ruleTitle(rule),
  };
}

/** @param place sheet and formula, as `formulaId` joins them */
function aboutFormula(place: string): Pick<Remark, 'criterion' | 'place' | 'finding'> {
  const [, quoted, plain = '', formula = ''] = /^(?:'((?:[^']|'')*)'|([^!]*))!([\s\S]*)$/.exec(place) ?? [];
  return {
    criterion: '',
    place: message('decisions.place.formulas', { sheet: quoted?.replaceAll("''", "'") ?? plain }),
    finding: message('decisions.one-formula', { formula }),
  };
}

function undecided({ id, severity, criterion, subject, message }: Finding, number: number): Remark {
  return {
    ...{ number, round: null, criterion, state: null, on: id },
    kind: severity as 'block' | 'unknown' | 'warn',
    place: placeText(subject),
    finding: message,
    ...{ comment: '', by: 'KMC', date: '', reply: '', replyDate: '' },
  };
}

/** What the id of a finding that is gone still tells. */
function partsOf(id: string): { readonly rule: string; readonly subject: Subject } {
  const [rule = '', table, rowId, column, ...place] = id.split('|');
  const orNull = (text: string | undefined): string | null => text || null;
  return {
    rule,
    subject: { table: orNull(table), rowId: orNull(rowId), column: orNull(column), place: orNull(place.join('|')) },
  };
}
