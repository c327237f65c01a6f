import * as React from 'react';
import type { Message } from '../../core/message';
import { applicationState, type ApplicationState } from '../../core/review/decisions/applicationState';
import { latest, type Decision, type Entry, type Reason, type Reply } from '../../core/review/decisions/entries';
import { latestRound } from '../../core/review/decisions/reviewFile';
import { standings, type Standing } from '../../core/review/decisions/standing';
import { decisionsOf } from '../../core/review/decisions/store';
import type { Known } from '../outcome/followWorkbook';
import type { Found } from './run';
import type { ReviewState } from './reviewState';

/** What every part of Review needs. */
export interface Reviewing {
  readonly known: Known;
  readonly isCase: boolean;
  readonly review: ReviewState;
  readonly record: RecordNow;
  /** From now on entries are written in this round. */
  readonly startRound: (round: number) => void;
}

/** The review record as it is now, a moment ahead of the review. */
export interface RecordNow {
  readonly entries: readonly Entry[];
  /** By the criterion or the finding it is about. */
  readonly decisions: ReadonlyMap<string, Standing<Decision>>;
  readonly reasons: ReadonlyMap<string, Standing<Reason>>;
  readonly replies: ReadonlyMap<string, Reply>;
  /** `null` until the first review, and in a workbook that is no application. */
  readonly state: ApplicationState | null;
  readonly round: number;
}

const Context = React.createContext<Reviewing | null>(null);

export const ReviewProvider = Context.Provider;

/** @throws outside Review */
export function useReviewing(): Reviewing {
  const context = React.useContext(Context);
  if (!context) throw new Error('no review around');
  return context;
}

/**
 * Decisions as written, judged by the last review: what was just written stands at once.
 * @param begun round that was begun and in which nothing may be written yet
 */
export function recordOf(known: Known, isCase: boolean, last: Found | null, begun: number): RecordNow {
  const { entries } = decisionsOf(known.snapshot);
  const judged = <Of extends Decision | Reason>(all: readonly Of[]): readonly Standing<Of>[] =>
    last ? standings(all, last.bases) : all.map((entry) => ({ entry, on: entry.on, status: 'stands', changes: [] }));
  const decisions = judged([...latest(entries, 'decision').values()]);
  const reasons = judged([...latest(entries, 'reason').values()]);
  const { reductionPerUnit, avoided } = known.outcome.assessment;
  const hasNumbers = reductionPerUnit.value !== null && avoided.value !== null;
  return {
    entries,
    decisions: new Map(decisions.map((one) => [one.on, one])),
    reasons: new Map(reasons.map((one) => [one.on, one])),
    replies: latest(entries, 'reply'),
    state: last && isCase ? applicationState({ findings: last.review.findings, decisions, hasNumbers }) : null,
    round: Math.max(begun, latestRound(entries)),
  };
}

/** A failure of the review, or `null`. */
export const failureOf = ({ review }: Reviewing): Message | null => review.failure;
