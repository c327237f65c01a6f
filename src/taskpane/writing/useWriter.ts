import * as React from 'react';
import type { Message, Outcome } from '../../core/message';
import type { WorkbookEdit } from '../../core/workbook/edit';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';

/** The only way the pane changes the workbook. */
export interface Writer {
  /**
   * Writes as one step, says so at the foot of the pane, and offers to take it back; the pane then reads anew. Where nothing can be
   * written the reason stands there instead.
   * @param plan what to write into the workbook as it is at that moment
   * @param done what was done, for the announcement; asked for after `plan`
   * @returns whether it was written
   */
  readonly write: (plan: Plan, done: Message | (() => Message)) => Promise<boolean>;
  /** Something is being written. */
  readonly busy: boolean;
}

export type Plan = (now: WorkbookSnapshot) => Outcome<readonly WorkbookEdit[]>;

const Context = React.createContext<Writer | null>(null);

export const WriterProvider = Context.Provider;

/** @throws outside {@link Writing} */
export function useWriter(): Writer {
  const writer = React.useContext(Context);
  if (!writer) throw new Error('nothing to write with around');
  return writer;
}
