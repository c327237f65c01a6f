import type { SheetMemory } from './sheetMemory';
import { watchWorkbook, type Watch } from './watchWorkbook';

interface Subscription {
  readonly listener: () => void;
  watch: Watch;
  /** Ends when Excel has promised to tell, or has refused to. */
  answered: Promise<void>;
  /** `true` once Excel has promised to tell, `false` where it refused. */
  isTold: boolean | undefined;
}

/** Who listens to the workbook, and whether Excel tells them. */
export class Hearing {
  private readonly all = new Set<Subscription>();

  constructor(private readonly memory: SheetMemory) {}

  /** @returns a function that stops listening */
  add(listener: () => void): () => void {
    const watch = this.watch(listener);
    const subscription: Subscription = { listener, watch, answered: Promise.resolve(), isTold: undefined };
    this.all.add(subscription);
    subscription.answered = this.follow(subscription).catch(() => {});
    return () => {
      this.all.delete(subscription);
      this.memory.listen(this.isTold());
      subscription.watch.stop();
    };
  }

  /**
   * Waits until Excel has said whether it will tell, and asks once more where it refused: a cell was being edited, say.
   * @throws KmcError where it still refuses
   */
  async restored(): Promise<void> {
    await Promise.all([...this.all].map(({ answered }) => answered));
    const deaf = [...this.all].filter(({ isTold }) => isTold === false);
    await Promise.all(
      deaf.map((subscription) => {
        subscription.watch = this.watch(subscription.listener);
        return this.follow(subscription);
      }),
    );
  }

  tellAll(): void {
    this.all.forEach(({ listener }) => listener());
  }

  private watch(listener: () => void): Watch {
    return watchWorkbook({ listener, heard: (sheet) => this.memory.hear(sheet) });
  }

  private async follow(subscription: Subscription): Promise<void> {
    try {
      await subscription.watch.ready;
      subscription.isTold = true;
    } catch (error) {
      subscription.isTold = false;
      throw error;
    }
    if (this.all.has(subscription)) this.memory.listen(true);
  }

  private isTold(): boolean {
    return [...this.all].some(({ isTold }) => isTold === true);
  }
}
