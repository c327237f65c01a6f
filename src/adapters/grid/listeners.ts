/** Milliseconds over which changes count as one. */
const BURST = 30;

/** Tells once of changes that come together, when the values that follow from them are there. */
export class Listeners {
  private readonly listeners = new Set<() => void>();
  private isWaiting = false;
  private hasMore = false;
  private isDisposed = false;

  constructor(private readonly settled: () => void) {}

  add(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  tell(): void {
    this.hasMore = true;
    if (!this.isWaiting) void this.wait();
  }

  dispose(): void {
    this.isDisposed = true;
    this.listeners.clear();
  }

  private async wait(): Promise<void> {
    this.isWaiting = true;
    while (this.hasMore && !this.isDisposed) {
      await new Promise((resume) => setTimeout(resume, BURST));
      this.hasMore = false;
      this.settled();
    }
    this.isWaiting = false;
    this.listeners.forEach((listener) => listener());
  }
}
