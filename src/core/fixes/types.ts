import type { Problem } from '../case/types';
import type { Message } from '../message';
import type { CellRef, CellValue } from '../workbook/cell';
import type { Edit } from '../workbook/edit';

/** What is put right: fixes of one kind in one column are offered together. */
export type FixKind = 'choice' | 'number' | 'share' | 'date' | 'period' | 'reference' | 'id' | 'unit' | 'sold-unit';

/** A content that can have been meant in one way only, written in the way the workbook's formulas and the reader both take. */
export interface Fix {
  /** What it settles; a spelling that is read well but not by every formula is a problem of severity `info` of its own. */
  readonly problem: Problem;
  readonly kind: FixKind;
  readonly title: Message;
  readonly edits: readonly Edit[];
  /** What the cells held, edit for edit: takes the fix back. */
  readonly inverse: readonly Edit[];
  /** Content of the first edited cell. */
  readonly preview: { readonly from: CellValue; readonly to: CellValue };
}

/** New content of one cell, not yet known to be certain. */
export interface Change {
  readonly cell: CellRef;
  readonly to: string | number;
}

export interface Candidate {
  readonly problem: Problem;
  readonly kind: FixKind;
  readonly changes: readonly Change[];
}
