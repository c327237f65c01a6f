import { failure, success, type Outcome } from '../message';
import { sheetCellAddress } from '../workbook/a1';
import { isCellError, type CellValue } from '../workbook/cell';
import type { Edit } from '../workbook/edit';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { cellKey, SheetCells } from './sheetCells';
import type { Fix } from './types';

/** Edits and the edits that take them back. */
export interface UndoableEdits {
  readonly edits: readonly Edit[];
  readonly inverse: readonly Edit[];
}

/**
 * What to write for several fixes at once, each cell once, and how to take it back.
 * @param snapshot the workbook the fixes were made for
 */
export function undoable(snapshot: WorkbookSnapshot, fixes: readonly Fix[]): UndoableEdits {
  const cells = new SheetCells(snapshot);
  const byCell = new Map(fixes.flatMap(({ edits }) => edits).map((edit) => [cellKey(edit.cell), edit]));
  const edits = [...byCell.values()];
  const inverse = edits.map(({ cell }): Edit => ({ kind: 'set-value', cell, value: cells.value(cell) }));
  return { edits, inverse };
}

/**
 * Whether cells still hold what they are about to be changed from.
 * @param held content of each cell as it was last seen, as edits
 * @returns the failure `fixes.changed-meanwhile` with the first cell that holds something else or a formula by now
 */
export function stillHolds(snapshot: WorkbookSnapshot, held: readonly Edit[]): Outcome<null> {
  const cells = new SheetCells(snapshot);
  const other = held.find(({ cell, value }) => !cells.isTyped(cell) || !isSame(cells.value(cell), value));
  return other ? failure('fixes.changed-meanwhile', { cell: sheetCellAddress(other.cell) }) : success(null);
}

const isSame = (one: CellValue, other: CellValue): boolean =>
  one === other || (isCellError(one) && isCellError(other) && one.error === other.error);
