import type { CellValue } from '../../../../core/workbook/cell';
import type { Edit } from '../../../../core/workbook/edit';
import { CellMap } from './cellMap';
import { keyOf } from './place';

/** What the edits make of one cell. */
export interface CellChange {
  /** `kept` leaves the cell's formula, `null` removes it. */
  readonly formula: 'kept' | string | null;
  readonly value: CellValue;
}

/** @returns for each sheet its changed cells by `keyOf`; of several edits of one cell the later stands on the earlier */
export function changesBySheet(edits: readonly Edit[]): Map<string, CellMap<CellChange>> {
  const sheets = new Map<string, CellMap<CellChange>>();
  for (const edit of edits) {
    const { sheet, row, column } = edit.cell;
    const changes = sheets.get(sheet) ?? new CellMap<CellChange>();
    sheets.set(sheet, changes);
    const key = keyOf(row, column);
    changes.set(key, changeOf(edit, changes.get(key)));
  }
  return sheets;
}

function changeOf(edit: Edit, earlier: CellChange | undefined): CellChange {
  if (edit.kind === 'set-calculated') return { formula: earlier ? earlier.formula : 'kept', value: edit.value };
  return { formula: edit.kind === 'set-formula' ? edit.formula : null, value: edit.value };
}
