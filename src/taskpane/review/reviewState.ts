import * as React from 'react';
import type { Message } from '../../core/message';
import type { WorkbookHost } from '../../core/ports';
import { reasonOf, type Known } from '../outcome/followWorkbook';
import type { Beside } from './beside';
import type { Found } from './run';

/** What is known of the review of a workbook. */
export interface ReviewState {
  /** The last review; `null` until the first. */
  readonly last: Found | null;
  /** Whether it is of the workbook as it is now. */
  readonly isCurrent: boolean;
  readonly failure: Message | null;
}

const NOTHING: ReviewState = { last: null, isCurrent: false, failure: null };

const Context = React.createContext<ReviewState>(NOTHING);

export const ReviewStateProvider = Context.Provider;
export const useReviewState = (): ReviewState => React.useContext(Context);

/** Time for the user to go on typing before the review begins: before their eyes, and behind another view. */
const SETTLE_MS = 400;
const BEHIND_MS = 1500;

/**
 * The review of a workbook, as the provider's value: made anew once typing has stopped; what was found before stands until then.
 * @param isShown whether the review is before the user's eyes; a workbook that is no application is reviewed only then
 * @param beside what lies beside the workbook; the review is made anew for another one
 */
export function useReviewInBackground(
  host: WorkbookHost,
  known: Known | null,
  isCase: boolean,
  isShown: boolean,
  beside: Beside,
): ReviewState {
  const [state, setState] = React.useState<Omit<ReviewState, 'isCurrent'>>(NOTHING);
  const latest = React.useRef<{ readonly of: Known; readonly beside: Beside } | null>(null);
  React.useEffect(() => {
    latest.current = null;
    setState(NOTHING);
  }, [host]);
  React.useEffect(() => {
    const isKnown = latest.current?.of === known && latest.current?.beside === beside;
    if (!known || isKnown || !(isCase || isShown)) return undefined;
    const ending = new AbortController();
    const review = async () => {
      const { found } = await import('./run');
      return found(known, isCase, host, ending.signal, beside);
    };
    const timer = setTimeout(
      () => {
        review().then(
          (result) => {
            if (!result || ending.signal.aborted) return;
            latest.current = { of: known, beside };
            setState({ last: result, failure: null });
          },
          (error: unknown) => {
            if (!ending.signal.aborted) setState((last) => ({ ...last, failure: reasonOf(error) }));
          },
        );
      },
      isShown ? SETTLE_MS : BEHIND_MS,
    );
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [host, known, isCase, isShown, beside]);
  const { last, failure } = state;
  return React.useMemo(
    () => ({ last, failure, isCurrent: last !== null && last.of === known }),
    [last, failure, known],
  );
}
