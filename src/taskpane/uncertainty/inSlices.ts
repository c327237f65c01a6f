/** Long enough to get on, short enough that a key press is answered at once. */
const SLICE_MS = 12;
const FIRST_RUNS = 128;
const MOST_GROWTH = 4;

/** Work that can be done in parts. */
export interface Divisible {
  readonly runs: number;
  readonly done: number;
  advance(runs: number): void;
}

/**
 * Does `work` in slices between which the pane answers.
 * @param onSlice hears the part done, 0–1, after each slice
 * @param signal ends it between two slices; the promise is then never settled
 */
export function inSlices(work: Divisible, onSlice: (part: number) => void, signal: AbortSignal): Promise<void> {
  let size = FIRST_RUNS;
  return new Promise((resolve, reject) => {
    const slice = () => {
      if (signal.aborted) return;
      try {
        const begin = performance.now();
        work.advance(size);
        const took = performance.now() - begin;
        size = Math.max(1, Math.round(size * Math.min(MOST_GROWTH, SLICE_MS / Math.max(took, 1))));
        onSlice(work.done / work.runs);
      } catch (error) {
        reject(error as Error);
        return;
      }
      if (work.done >= work.runs) resolve();
      else setTimeout(slice);
    };
    slice();
  });
}
