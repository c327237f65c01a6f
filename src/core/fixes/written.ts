import { failure, success, type Outcome } from '../message';
import { sheetCellAddress } from '../workbook/a1';
import { isCellError, type CellValue } from '../workbook/cell';
import type { Edit } from '../workbook/edit';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { cellKey, SheetCells } from './sheetCells';
import type { Fix } from './types';

/** Several fixes to be written at once. */
export interface WrittenFixes {
  /** Each cell once. */
  readonly edits: readonly Edit[];
  /** The edits that take them back. */
  readonly inverse: readonly Edit[];
  /**
   * @param now the workbook as it is by then
   * @returns the edits, or `fixes.changed-meanwhile` where a cell holds something else, or a formula, by now
   */
  readonly plan: (now: WorkbookSnapshot) => Outcome<readonly Edit[]>;
}

/** @param fixes of one reading of the workbook, or of several: each is held to the contents it was made for */
export function written(fixes: readonly Fix[]): WrittenFixes {
  const edits = eachCellOnce(fixes.flatMap((fix) => fix.edits));
  const inverse = eachCellOnce(fixes.flatMap((fix) => fix.inverse));
  return { edits, inverse, plan: (now) => unlessChanged(now, inverse, edits) };
}

const eachCellOnce = (edits: readonly Edit[]): readonly Edit[] => [
  ...new Map(edits.map((edit) => [cellKey(edit.cell), edit])).values(),
];

function unlessChanged(now: WorkbookSnapshot, held: readonly Edit[], edits: readonly Edit[]): Outcome<readonly Edit[]> {
  const cells = new SheetCells(now);
  const other = held.find(({ cell, value }) => !cells.isTyped(cell) || !isSame(cells.value(cell), value));
  return other ? failure('fixes.changed-meanwhile', { cell: sheetCellAddress(other.cell) }) : success(edits);
}

const isSame = (one: CellValue, other: CellValue): boolean =>
  one === other || (isCellError(one) && isCellError(other) && one.error === other.error);
