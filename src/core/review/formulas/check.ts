import type { Message } from '../../message';
import type { CellValue } from '../../workbook/cell';
import type { FormulaCell, ReviewedBook, ReviewedSheet } from './book';

export type Severity = 'error' | 'warning' | 'info';

/** What a check says of one cell. */
export interface Remark {
  readonly sheet: ReviewedSheet;
  readonly row: number;
  readonly column: number;
  readonly message: Message;
  /** The formula the remark is about, where that is not the cell's own: the one its neighbours share. */
  readonly about?: FormulaCell;
}

/** A small sheet and the cells the check must name in it. A text that begins with `=` is a formula. */
export interface Example {
  readonly name: string;
  readonly cells: Readonly<Record<string, CellValue>>;
  /** Values the file would store for formulas, by cell. */
  readonly stored?: Readonly<Record<string, CellValue>>;
  /** Cells of further sheets, by name. */
  readonly sheets?: Readonly<Record<string, Readonly<Record<string, CellValue>>>>;
  /** The cells are a table of this name, with its headers in row 1. */
  readonly table?: string;
  /** Number formats, by cell. */
  readonly formats?: Readonly<Record<string, string>>;
  /** Formula cells left unlocked in the sheet, which is then protected. */
  readonly unlocked?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly externalLinks?: readonly string[];
  readonly finds: readonly string[];
}

export interface Check {
  /** Also the key of its texts: `review.checks.<id>`. */
  readonly id: string;
  readonly severity: Severity;
  /** `true`: what it says is so. `false`: it looks so, a person decides. */
  readonly certain: boolean;
  readonly find: (book: ReviewedBook) => readonly Remark[];
  readonly examples: readonly Example[];
}
