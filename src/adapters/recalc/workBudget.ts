import { KmcError, message, type Message } from '../../core/message';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';

/** A step is some 0.1 µs of the engine's. These many are free: a second's work. */
const BASE = 10_000_000;
/** For each character of a formula, up to `LONG`: our own forms of 2,000 lines need a twentieth of it. */
const PER_CHARACTER = 30;
/** A formula is not worth more by being padded. */
const LONG = 500;
const PER_CONSTANT = 20;

/** Thrown before work begins that would go beyond what a workbook may ask. */
export class BeyondBudget extends KmcError {}

/**
 * How much calculating a workbook may ask for: as much as its size justifies, counted in steps and not in time, so that every machine gives
 * the same answer. What is refused takes nothing from it.
 */
export class WorkBudget {
  private left: number;

  /** @param most steps */
  constructor(readonly most: number) {
    this.left = most;
  }

  /** @throws BeyondBudget where fewer are left; @param what the piece of work, as the message names it */
  spend(steps: number, what: Message): void {
    if (!(steps <= this.left)) throw new BeyondBudget(this.tooMuch(steps, what));
    this.left -= steps;
  }

  get stepsLeft(): number {
    return this.left;
  }

  /** For work that is done already. */
  take(steps: number): void {
    this.left = Math.max(0, this.left - steps);
  }

  /** All of it may be spent again, for a further keystroke. */
  renew(): void {
    this.left = this.most;
  }

  private tooMuch(steps: number, what: Message): Message {
    const needed = Math.min(Math.ceil(steps), Number.MAX_SAFE_INTEGER);
    return message('recalc.beyond.work', { what, needed, left: Math.floor(this.left), most: this.most });
  }
}

/** @returns the budget that a workbook's size justifies */
export function workBudgetOf({ sheets }: WorkbookSnapshot): WorkBudget {
  let most = BASE;
  for (const sheet of sheets)
    sheet.forEachCell((_row, _column, _value, formula) => {
      most += formula === null ? PER_CONSTANT : PER_CHARACTER * Math.min(formula.length, LONG);
    });
  return new WorkBudget(most);
}
