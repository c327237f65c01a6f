import * as React from 'react';
import { KmcError, message, success, type Outcome } from '../../../core/message';
import { decide, decision, reason, reply } from '../../../core/review/decisions/decide';
import type { DecisionState, Entry } from '../../../core/review/decisions/entries';
import type { BasisFinder } from '../../../core/review/decisions/standing';
import type { WorkbookEdit } from '../../../core/workbook/edit';
import type { WorkbookSnapshot } from '../../../core/workbook/snapshot';
import { useStart } from '../../start/session';
import { useRole } from '../../role';
import { useWriter } from '../../writing/useWriter';
import { useReviewing } from '../reviewContext';
import { today } from '../today';

/** What is written about one or several findings, or about a criterion. */
export interface Statement {
  readonly on: readonly string[];
  readonly by: string;
  readonly text: string;
}

export interface Deciding {
  readonly decide: (statement: Statement & { readonly state: DecisionState }) => Promise<boolean>;
  readonly giveReason: (statement: Statement) => Promise<boolean>;
  readonly answer: (statement: Statement) => Promise<boolean>;
  /** Writes entries made elsewhere. */
  readonly put: (entries: readonly Entry[], done: string) => Promise<boolean>;
  /** Nothing can rest on a review that is not there yet. */
  readonly isReady: boolean;
}

/** Writes into the workbook's review record, as one step that can be undone. */
export function useDeciding(): Deciding {
  const { review, record } = useReviewing();
  const { write } = useWriter();
  const bases = review.last?.bases ?? null;
  const { round } = record;
  return React.useMemo(() => {
    const put = (entries: () => readonly Entry[], done: string) => write((now) => planned(now, entries), message(done));
    const written = ({ on, ...more }: Statement) => on.map((each) => ({ ...more, on: each, date: today(), round }));
    return {
      isReady: bases !== null,
      put: (entries, done) => put(() => entries, done),
      decide: ({ state, ...statement }) =>
        put(
          () => written(statement).map((one) => decision(needed(bases), { ...one, state })),
          'reviewer.written.decision',
        ),
      giveReason: (statement) =>
        put(() => written(statement).map((one) => reason(needed(bases), one)), 'reviewer.written.reason'),
      answer: (statement) => put(() => written(statement).map(reply), 'reviewer.written.reply'),
    };
  }, [bases, round, write]);
}

function needed(bases: BasisFinder | null): BasisFinder {
  if (!bases) throw new KmcError(message('reviewer.not-yet'));
  return bases;
}

function planned(now: WorkbookSnapshot, entries: () => readonly Entry[]): Outcome<readonly WorkbookEdit[]> {
  try {
    return success(decide(now, ...entries()));
  } catch (error) {
    if (error instanceof KmcError) return { ok: false, message: error.detail };
    throw error;
  }
}

/** Under whose name entries are written, kept for each role. */
export function useName(): readonly [string, (name: string) => void] {
  const { memory } = useStart();
  const { role } = useRole();
  const key = `review.name.${role}`;
  const [name, setName] = React.useState(() => memory?.read(key) ?? '');
  React.useEffect(() => setName(memory?.read(key) ?? ''), [memory, key]);
  return [
    name,
    (next) => {
      memory?.write(key, next);
      setName(next);
    },
  ];
}
