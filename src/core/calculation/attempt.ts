import type { Message } from '../message';
import type { Context } from './context';

/** Runs a part unless it is blocked already; what it reports becomes the reason for its missing number. */
export function attempt<T>(context: Context, reasons: Message[], run: () => T | null): T | null {
  if (reasons.length > 0) return null;
  const before = context.problems.length;
  const result = run();
  if (result === null) {
    const blocking = (problems: typeof context.problems) => problems.filter(({ severity }) => severity === 'block');
    const own = blocking(context.problems.slice(before));
    reasons.push(...(own.length > 0 ? own : blocking(context.problems)).map(({ message }) => message));
  }
  return result;
}
