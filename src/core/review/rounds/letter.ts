import type { Message } from '../../message';
import type { Reply } from '../decisions/entries';
import { isCriterion, type Decision } from '../decisions/entries';
import type { Standing } from '../decisions/standing';
import type { Finding, Subject } from '../finding';
import { placeText, ruleTitle } from '../placeText';
import { openSeverity, type Review } from '../review';

/**
 * What a remark asks of the author: 是正要求, 明確化要求, 所見; the others are what KMC found and no reviewer has decided on, by their
 * severity.
 */
export type RemarkKind = 'correction' | 'clarification' | 'observation' | 'block' | 'unknown' | 'warn';

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
}

/** @returns the reviewer's remarks in the order in which they were made, then what is open and undecided */
export function remarksOf({ decisions, findings, replies }: Review): readonly Remark[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const answers = new Map(replies.map((reply) => [reply.on, reply]));
  const decided = new Set(decisions.map(({ on }) => on));
  const made = decisions
    .filter(({ entry }) => !(entry.state === 'accepted' && entry.text === ''))
    .map((standing) => remarkOf(standing, byId.get(standing.on) ?? null, answers.get(standing.entry.on)));
  const open = findings.filter((finding) => openSeverity(finding) !== 'info' && !decided.has(finding.id));
  return [...made, ...open.map((finding) => undecided(finding, answers.get(finding.id)))].map((remark, index) => ({
    number: index + 1,
    ...remark,
  }));
}

type Unnumbered = Omit<Remark, 'number'>;

function remarkOf({ entry, on }: Standing<Decision>, finding: Finding | null, answer: Reply | undefined): Unnumbered {
  const { rule, subject } = finding ?? partsOf(on);
  const isWhole = isCriterion(on);
  return {
    round: entry.round,
    kind: KIND[entry.state],
    criterion: isWhole ? on : (finding?.criterion ?? ''),
    place: isWhole ? null : placeText(subject),
    finding: isWhole ? { code: `report.criteria.names.${on}`, params: {} } : (finding?.message ?? ruleTitle(rule)),
    comment: entry.text,
    by: entry.by,
    date: entry.date,
    ...replyOf(answer, entry.round),
  };
}

const KIND = {
  'needs-change': 'correction',
  rejected: 'correction',
  open: 'clarification',
  accepted: 'observation',
} as const;

function undecided(finding: Finding, answer: Reply | undefined): Unnumbered {
  return {
    round: null,
    kind: finding.severity as 'block' | 'unknown' | 'warn',
    criterion: finding.criterion,
    place: placeText(finding.subject),
    finding: finding.message,
    comment: '',
    by: 'KMC',
    date: '',
    ...replyOf(answer, 1),
  };
}

/** A reply of an earlier round answers an earlier remark. */
const replyOf = (answer: Reply | undefined, round: number): Pick<Remark, 'reply' | 'replyDate'> =>
  answer && answer.round >= round ? { reply: answer.text, replyDate: answer.date } : { reply: '', replyDate: '' };

/** What the id of a finding that is gone still tells. */
function partsOf(id: string): { readonly rule: string; readonly subject: Subject } {
  const [rule = '', table, rowId, column, ...place] = id.split('|');
  const orNull = (text: string | undefined): string | null => text || null;
  return {
    rule,
    subject: { table: orNull(table), rowId: orNull(rowId), column: orNull(column), place: orNull(place.join('|')) },
  };
}
