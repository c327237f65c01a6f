import { BASES } from '../case/vocabulary';
import type { Message } from '../message';
import type { CellRef } from '../workbook/cell';

/** The city's review items in their order; `G` holds governance and claims, which stand beside them. */
export const CRITERIA = ['A1', 'A2', 'A3', 'B1', 'B2', 'B3', 'G'] as const;
export type Criterion = (typeof CRITERIA)[number];

/**
 * `block`: a number cannot be computed, contradicts itself, or an item that must be there is missing. `unknown`: it cannot be decided, and
 * the message says why. `warn`: it stands, but a reason is owed. `info`: good to know.
 */
export type FindingSeverity = 'block' | 'unknown' | 'warn' | 'info';

/** What a finding rests on: a basis of the method's, or `workbook` for what the workbook itself shows, which is nobody's rule. */
export const FINDING_BASES = [...BASES, 'workbook'] as const;
export type FindingBasis = (typeof FINDING_BASES)[number];

/** What a finding or a decision is about, by names that sorting, inserted rows and renamed sheets leave alone. */
export interface Subject {
  /** Name of the table; `null` for the case as a whole, or for a cell outside every table (then `sheet` says which). */
  readonly table: string | null;
  /** Row id; a KmcCase field's key. */
  readonly rowId: string | null;
  readonly column: string | null;
  /** For a cell outside every table: its sheet's name and its address, e.g. `Sheet1!B7`. */
  readonly place: string | null;
}

/** One thing that the author is told before submission and the reviewer after it. */
export interface Finding {
  /** `<rule>|<table>|<row id>|<column>|<place>`: the same finding has the same id in the next version of the workbook. */
  readonly id: string;
  /** Id of a criteria rule (`stages-complete`), `formula.<check>` or `reading.<code>`. */
  readonly rule: string;
  readonly criterion: Criterion;
  readonly severity: FindingSeverity;
  readonly basis: FindingBasis;
  readonly message: Message;
  /** What the author does, or what would decide it. */
  readonly settle: Message | null;
  readonly subject: Subject;
  /** Where to look, the first one first; empty where it concerns no cell. */
  readonly cells: readonly CellRef[];
  /** The author's reason, which clears a `warn`: the finding is still shown, with the reason. Absent where none is given. */
  readonly reason?: string;
}

export function findingId(rule: string, { table, rowId, column, place }: Subject): string {
  return [rule, table, rowId, column, place].map((part) => part ?? '').join('|');
}
