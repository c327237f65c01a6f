import type { Token } from '@borgar/fx/xlsx';
import type { CellRef, RangeRef } from '../../workbook/cell';
import type { TableSnapshot } from '../../workbook/snapshot';

/** What one reference of a formula stands for. */
export type Read =
  /**
   * `cells` are the ones read where a look-up says which; `null`: all of the range. `own`: written as one cell or as the formula's own
   * row, and not as a column that happens to have one row.
   */
  | {
      readonly kind: 'range';
      readonly range: RangeRef;
      readonly cells: readonly CellRef[] | null;
      readonly own: boolean;
    }
  /** A name that is a formula of its own, with what that reads. */
  | { readonly kind: 'formula'; readonly parts: readonly Part[] }
  /** Cannot be followed: another workbook, `INDIRECT`, a broken reference. */
  | { readonly kind: 'elsewhere' };

/** A formula in pieces: texts that are as they stand, and what its references read. */
export type Part = string | Read;

/** First and last row of a table without header and totals. */
export const dataRows = ({ range, headerRow, totalsRow }: TableSnapshot): { first: number; last: number } => ({
  first: range.top + (headerRow ? 1 : 0),
  last: range.bottom - (totalsRow ? 1 : 0),
});

/** Whether a reference is written as one cell or as the formula's own row. */
export const isOwnRow = ({ type, value }: Token): boolean =>
  type === 'range' ? !value.includes(':') : /#this row|@/i.test(value);
