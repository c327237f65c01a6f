import type { Message } from '../../message';
import type { CellRef, CellValue } from '../../workbook/cell';
import type { Edit } from '../../workbook/edit';

/**
 * What becomes of the units sold in the year that ends: `keep` leaves the rows as sales of an earlier year, `clear` makes them the blank
 * form of the new year.
 */
export const SALES_CHOICES = ['keep', 'clear'] as const;
export type SalesChoice = (typeof SALES_CHOICES)[number];

/** One cell that gets another content. */
export interface RollChange {
  readonly cell: CellRef;
  readonly before: CellValue;
  readonly after: CellValue;
  /** What it is and why it changes. */
  readonly message: Message;
}

/** Something that only the applicant can settle. */
export interface RollTask {
  /** `null` for what concerns no cell. */
  readonly cell: CellRef | null;
  readonly message: Message;
}

/** Last year's application made into this year's, before anything is written. */
export interface RollPlan {
  /** Fiscal year of the new application, e.g. 2026. */
  readonly year: number;
  readonly changes: readonly RollChange[];
  readonly tasks: readonly RollTask[];
}

/** @returns what writes the changes */
export const rollEdits = ({ changes }: RollPlan): readonly Edit[] =>
  changes.map(({ cell, after }) => ({ kind: 'set-value', cell, value: after }));
