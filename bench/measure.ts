declare const gc: (() => void) | undefined;

/** Median of several runs after one that is not counted, in milliseconds. */
export function medianMs(runs: number, work: () => unknown): number {
  work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
}

/** Memory that stays after collection, in megabytes. */
export function heldMegabytes(): number {
  gc?.();
  gc?.();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return (heapUsed + external + arrayBuffers) / 1e6;
}

export const row = (...cells: (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);
export const ms = (value: number) => value.toFixed(value < 10 ? 2 : 0);
