/** Draws that a seed repeats: the mulberry32 generator. */
export class Random {
  constructor(private state: number) {}

  /** @returns from 0, below 1 */
  unit(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** @returns a whole number from `low` to `high`, both included */
  whole(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1));
  }

  chance(share: number): boolean {
    return this.unit() < share;
  }

  one<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)]!;
  }

  /** @returns a number with at most so many decimals */
  decimal(low: number, high: number, places: number): number {
    return Number((low + this.unit() * (high - low)).toFixed(places));
  }
}
