import type { Message } from '../message';
import type { CellRef, CellValue } from './cell';

/** A formula cell's newly calculated value; `message` says why a KMC function gave an error. */
export interface CalculatedCell {
  readonly cell: CellRef;
  readonly value: CellValue;
  readonly message: Message | null;
}

/**
 * A formula that the engine cannot calculate as Excel does, and what was done with its value. A formula (or a cell one spills into) that
 * depends on an unknown value or on a circle is unknown as well, whatever the engine can do.
 */
export interface UnsupportedCell {
  readonly cell: CellRef;
  readonly reason: Message;
  /** `kept`: Excel's cached value still stands, none of its precedents changed. `unknown`: one did, so nothing is known. */
  readonly state: 'kept' | 'unknown';
}

export interface Recalculation {
  /**
   * Every formula cell whose value is known, with the stored value where that was kept, and every cell a formula spills into; a cell it
   * spilled into before and does no more is blank. Cells of unknown value are not among them: their stored value must not be shown.
   */
  readonly cells: readonly CalculatedCell[];
  readonly unsupported: readonly UnsupportedCell[];
  /** Formula cells that depend on themselves. Their values are left as they were. */
  readonly circular: readonly CellRef[];
}

/**
 * @returns whether a formula has no value here because calculating it would be more than the workbook's size justifies, or because it is
 *   longer or deeper than any sane one. What depends on it is not among these.
 */
export const isBeyondBounds = ({ reason }: UnsupportedCell): boolean => reason.code.startsWith('recalc.beyond.');
