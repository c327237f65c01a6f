import type { Message } from '../message';
import type { CellRef, CellValue } from './cell';

/** A formula cell's newly calculated value; `message` says why a KMC function gave an error. */
export interface CalculatedCell {
  readonly cell: CellRef;
  readonly value: CellValue;
  readonly message: Message | null;
}

/** A formula that the engine cannot calculate as Excel does, and what was done with its value. */
export interface UnsupportedCell {
  readonly cell: CellRef;
  readonly reason: Message;
  /** `kept`: Excel's cached value still stands, none of its precedents changed. `unknown`: one did, so nothing is known. */
  readonly state: 'kept' | 'unknown';
}

export interface Recalculation {
  /** Every formula cell and every cell a formula spills into. */
  readonly cells: readonly CalculatedCell[];
  readonly unsupported: readonly UnsupportedCell[];
  /** Formula cells that depend on themselves. Their values are left as they were. */
  readonly circular: readonly CellRef[];
}
