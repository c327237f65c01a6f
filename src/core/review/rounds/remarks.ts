import type { Decision, Entry, Reply } from '../decisions/entries';

/** 是正要求, 明確化要求, 所見. */
export const REMARK_KINDS = ['correction', 'clarification', 'observation'] as const;
export type RemarkOfReviewer = (typeof REMARK_KINDS)[number];

/** `settled`: a later round accepts what it is about, or asks about it anew. `none-needed`: it asks for nothing. */
export const ANSWER_STATES = ['answered', 'unanswered', 'settled', 'none-needed'] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

/** The author's answer to one remark. */
export interface Answer {
  readonly text: string;
  readonly by: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
}

/** One remark of a reviewer with what became of it: a line of 指摘事項・回答書. */
export interface AnsweredRemark {
  /** From 1, kept from round to round. */
  readonly number: number;
  readonly round: number;
  readonly kind: RemarkOfReviewer;
  /** Criterion, or id of a finding or of a formula. */
  readonly on: string;
  readonly text: string;
  readonly by: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly state: AnswerState;
  readonly answer: Answer | null;
}

const KIND: Readonly<Record<Decision['state'], RemarkOfReviewer>> = {
  'needs-change': 'correction',
  rejected: 'correction',
  open: 'clarification',
  accepted: 'observation',
};

/** @returns what a decision asks of the author */
export const kindOf = ({ state }: Pick<Decision, 'state'>): RemarkOfReviewer => KIND[state];

/** Accepting without a word says nothing that could be answered. */
const isRemark = (entry: Entry): entry is Decision =>
  entry.kind === 'decision' && !(entry.state === 'accepted' && entry.text === '');

/**
 * @param entries a review record of all rounds, in the order in which it was written
 * @param moved where a cell outside every table stands now, by what the decision was written on: answers are written there
 * @returns every remark of every round, numbered in that order
 */
export function answeredRemarks(
  entries: readonly Entry[],
  moved: ReadonlyMap<string, string> = new Map(),
): readonly AnsweredRemark[] {
  const thread = threadsOf(entries, moved);
  return entries.filter(isRemark).map((decision, index) => {
    const { on, round, text, by, date } = decision;
    const next = nextOf(decision, thread(on).decisions);
    const reply = replyTo(decision, next, thread(on).replies);
    return {
      number: index + 1,
      ...{ round, kind: kindOf(decision), on, text, by, date },
      state: stateOf(decision, next, reply),
      answer: reply && { text: reply.text, by: reply.by, date: reply.date },
    };
  });
}

interface Thread {
  readonly decisions: readonly Decision[];
  readonly replies: readonly Reply[];
}

function threadsOf(entries: readonly Entry[], moved: ReadonlyMap<string, string>): (on: string) => Thread {
  const nowOf = (on: string): string => moved.get(on) ?? on;
  const threads = new Map<string, { decisions: Decision[]; replies: Reply[] }>();
  for (const entry of entries) {
    if (entry.kind === 'reason') continue;
    const on = nowOf(entry.on);
    const known = threads.get(on) ?? { decisions: [], replies: [] };
    threads.set(on, known);
    if (entry.kind === 'decision') known.decisions.push(entry);
    else known.replies.push(entry);
  }
  return (on) => threads.get(nowOf(on)) ?? { decisions: [], replies: [] };
}

/** The decision of the next round in which the same thing was decided on. */
const nextOf = ({ round }: Decision, decisions: readonly Decision[]): Decision | null =>
  [...decisions].filter((one) => one.round > round).sort((one, other) => one.round - other.round)[0] ?? null;

/** A reply of an earlier round answers an earlier remark, one of the next round the next. */
function replyTo({ round }: Decision, next: Decision | null, replies: readonly Reply[]): Reply | null {
  const own = replies.filter((reply) => reply.round >= round && (next === null || reply.round < next.round));
  return own.reduce<Reply | null>((last, reply) => (last === null || reply.round >= last.round ? reply : last), null);
}

function stateOf({ state }: Decision, next: Decision | null, reply: Reply | null): AnswerState {
  if (reply && reply.text.trim() !== '') return 'answered';
  if (state === 'accepted') return 'none-needed';
  return next === null ? 'unanswered' : 'settled';
}

/** @returns the remarks that wait for an answer of the author */
export const unansweredOf = (remarks: readonly AnsweredRemark[]): readonly AnsweredRemark[] =>
  remarks.filter(({ state }) => state === 'unanswered');
