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

/** @param before the workbook the fixes were made for */
export function written(before: WorkbookSnapshot, fixes: readonly Fix[]): WrittenFixes {
  const cells = new SheetCells(before);
  const byCell = new Map(fixes.flatMap(({ edits }) => edits).map((edit) => [cellKey(edit.cell), edit]));
  const edits = [...byCell.values()];
  const inverse = edits.map(({ cell }): Edit => ({ kind: 'set-value', cell, value: cells.value(cell) }));
  return { edits, inverse, plan: (now) => unlessChanged(now, inverse, edits) };
}

function unlessChanged(now: WorkbookSnapshot, held: readonly Edit[], edits: readonly Edit[]): Outcome<readonly Edit[]> {
  const cells = new SheetCells(now);
  const other = held.find(({ cell, value }) => !cells.isTyped(cell) || !isSame(cells.value(cell), value));
  return other ? failure('fixes.changed-meanwhile', { cell: sheetCellAddress(other.cell) }) : success(edits);
}

const isSame = (one: CellValue, other: CellValue): boolean =>
  one === other || (isCellError(one) && isCellError(other) && one.error === other.error);
