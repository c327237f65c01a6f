import { holdsAdoptions } from '../../core/adoption/storedNames';
import type { Reading } from '../../core/case/types';
import { KmcError, message, type Message } from '../../core/message';
import { outcomeOf, type Outcome } from '../../core/outcome';
import type { WorkbookHost } from '../../core/ports';
import { readCase } from '../../core/reader/readCase';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';

/** An outcome and the workbook it was made from. */
export interface Known {
  readonly outcome: Outcome;
  readonly snapshot: WorkbookSnapshot;
}

export interface FollowState {
  /** The last outcome; `null` until the first. */
  readonly known: Known | null;
  /** A newer one is being made and it takes a while. */
  readonly updating: boolean;
  /** Why the last attempt gave none. What is `known` is then out of date. */
  readonly failure: Message | null;
}

export const NOTHING_YET: FollowState = { known: null, updating: false, failure: null };

export interface Follower {
  /** Reads and evaluates anew. */
  refresh(): void;
  stop(): void;
}

/** Below this nobody notices a wait. */
const NOTICEABLE_MS = 300;

/**
 * Keeps an outcome beside a workbook: now, and again after every change. One evaluation at a time; changes during one are taken
 * together into the next.
 * @param report hears every new state
 */
export function followWorkbook(host: WorkbookHost, report: (state: FollowState) => void): Follower {
  let state = NOTHING_YET;
  let running = false;
  let changed = false;
  let stopped = false;
  let lastTook = 0;

  const tell = (news: Partial<FollowState>) => {
    state = { ...state, ...news };
    if (!stopped) report(state);
  };

  const evaluateOnce = async () => {
    const snapshot = await host.snapshot('case');
    const read = await readerFor(snapshot);
    if (lastTook > NOTICEABLE_MS) await tellAndPaint();
    const begin = performance.now();
    const outcome = outcomeOf(snapshot, read(snapshot), host.problems?.());
    lastTook = performance.now() - begin;
    tell({ known: { outcome, snapshot }, failure: null, updating: changed });
  };

  /** Evaluation holds the thread, so the word has to be on the screen before it begins. */
  const tellAndPaint = () => {
    tell({ updating: true });
    return new Promise((resolve) => setTimeout(resolve));
  };

  const run = async () => {
    running = true;
    const timer = setTimeout(() => tell({ updating: true }), NOTICEABLE_MS);
    while (changed && !stopped) {
      changed = false;
      await evaluateOnce().catch((error: unknown) => tell({ failure: reasonOf(error) }));
    }
    clearTimeout(timer);
    running = false;
    if (state.updating) tell({ updating: false });
  };

  const refresh = () => {
    changed = true;
    if (!running) void run();
  };

  const stopListening = host.onChange(refresh);
  refresh();
  return {
    refresh,
    stop: () => {
      stopped = true;
      stopListening();
    },
  };
}

/** Most workbooks have no table of the user's own, and need not wait for what reads one. */
async function readerFor(snapshot: WorkbookSnapshot): Promise<(snapshot: WorkbookSnapshot) => Reading> {
  if (!holdsAdoptions(snapshot)) return readCase;
  return (await import('../../core/adoption/readWorkbook')).readWorkbook;
}

/** @param error whatever was thrown */
export function reasonOf(error: unknown): Message {
  if (error instanceof KmcError) return error.detail;
  if (error instanceof Error && error.name === 'ChunkLoadError') return message('pane.not-loaded');
  return message('pane.reason', { text: error instanceof Error ? error.message : String(error) });
}
