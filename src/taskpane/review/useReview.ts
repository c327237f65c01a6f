import * as React from 'react';
import type { Message } from '../../core/message';
import { reasonOf, type Known } from '../outcome/followWorkbook';
import { useStart } from '../start/session';
import { found, type Found } from './run';

/** What is known of the review of a workbook. */
export interface ReviewState {
  /** The last review; `null` until the first. */
  readonly last: Found | null;
  /** Whether it is of the workbook as it is now. */
  readonly isCurrent: boolean;
  readonly failure: Message | null;
}

/** Time for the user to go on typing before the review begins. */
const SETTLE_MS = 400;

const remembered = new WeakMap<Known, Found>();

/** The review of a workbook, made anew once typing has stopped; what was found before stands until then. */
export function useReview(known: Known, isCase: boolean): ReviewState {
  const { host } = useStart();
  const [state, setState] = React.useState<Omit<ReviewState, 'isCurrent'>>(() => ({
    last: remembered.get(known) ?? null,
    failure: null,
  }));
  React.useEffect(() => {
    const before = remembered.get(known);
    if (before) return setState({ last: before, failure: null });
    const ending = new AbortController();
    const timer = setTimeout(() => {
      found(known, isCase, host, ending.signal).then(
        (result) => {
          if (!result || ending.signal.aborted) return;
          remembered.set(known, result);
          setState({ last: result, failure: null });
        },
        (error: unknown) => {
          if (!ending.signal.aborted) setState((last) => ({ ...last, failure: reasonOf(error) }));
        },
      );
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [known, isCase, host]);
  return { ...state, isCurrent: state.last?.of === known };
}
