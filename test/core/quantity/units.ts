import { parseUnit } from '../../../src/core/quantity/parseUnit';
import type { Unit } from '../../../src/core/quantity/unit';
import type { Outcome } from '../../../src/core/message';

/** The value of an outcome that must hold. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.message));
  return outcome.value;
}

export const unit = (text: string): Unit => valueOf(parseUnit(text));

/** The code of an outcome that must fail. */
export function codeOf(outcome: Outcome<unknown>): string {
  if (outcome.ok) throw new Error(`holds: ${JSON.stringify(outcome.value)}`);
  return outcome.message.code;
}
