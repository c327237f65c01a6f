type Work = () => unknown;

/** What a piece of work takes: processor time of this process, and what its memory grew by. */
export interface Cost {
  /** ms of processor time, which other processes do not lengthen directly */
  readonly milliseconds: number;
  /** MB of resident memory on top */
  readonly megabytes: number;
}

/** How often a dear round is tried again: noise only ever adds, so the cheapest round is nearest to the truth. */
const ROUNDS = 5;

export async function costOf(work: Work): Promise<Cost> {
  const before = { cpu: process.cpuUsage(), rss: process.memoryUsage().rss };
  await work();
  const { user, system } = process.cpuUsage(before.cpu);
  return { milliseconds: (user + system) / 1000, megabytes: (process.memoryUsage().rss - before.rss) / 1e6 };
}

/** ms that a yardstick has once cost, by its function: a test of many cases measures it once. */
const known = new WeakMap<Work, number>();

async function millisecondsOf(yardstick: Work): Promise<number> {
  const { milliseconds } = await costOf(yardstick);
  known.set(yardstick, milliseconds);
  return milliseconds;
}

/**
 * How many times another piece of work a piece of work costs. Both are measured anew, in turn, until a round is
 * under the bound: a busy machine makes a test slower, not red, and work that really is dearer is so in every round.
 * @param most bound that the caller expects; choose it well above what is usual and well below what a fault would cost
 * @returns the smallest ratio seen of milliseconds (1 for equal), and the least memory (MB) that the work took
 */
export async function leastRatio(
  work: Work,
  yardstick: Work,
  most: number,
): Promise<{ readonly ratio: number; readonly megabytes: number }> {
  let ratio = Infinity;
  let megabytes = Infinity;
  for (let round = 0; round < ROUNDS && ratio >= most; round++) {
    const measure = (round === 0 && known.get(yardstick)) || (await millisecondsOf(yardstick));
    const cost = await costOf(work);
    ratio = Math.min(ratio, cost.milliseconds / measure);
    megabytes = Math.min(megabytes, cost.megabytes);
  }
  return { ratio, megabytes };
}
