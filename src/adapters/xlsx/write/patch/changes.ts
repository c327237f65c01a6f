import { KmcError, message } from '../../../../core/message';
import { cellAddress } from '../../../../core/workbook/a1';
import type { CellValue } from '../../../../core/workbook/cell';
import type { Edit } from '../../../../core/workbook/edit';
import { MAX_COLUMNS, MAX_ROWS } from '../../../../core/workbook/sheetColumns';
import { LONGEST_FORMULA, LONGEST_TEXT } from '../limits';
import { CellMap } from './cellMap';
import { keyOf } from './place';

/** What the edits make of one cell. */
export interface CellChange {
  /** `kept` leaves the cell's formula, `null` removes it. */
  readonly formula: 'kept' | string | null;
  readonly value: CellValue;
}

/**
 * @returns for each sheet its changed cells by `keyOf`; of several edits of one cell the later stands on the earlier
 * @throws KmcError for a cell outside Excel's grid, and for a text or formula longer than Excel takes
 */
export function changesBySheet(edits: readonly Edit[]): Map<string, CellMap<CellChange>> {
  const sheets = new Map<string, CellMap<CellChange>>();
  for (const edit of edits) {
    requirePossible(edit);
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

function requirePossible(edit: Edit): void {
  const { sheet, row, column } = edit.cell;
  const isInGrid = isBelow(row, MAX_ROWS) && isBelow(column, MAX_COLUMNS);
  if (!isInGrid) throw new KmcError(message('xlsx.write.outsideGrid', { sheet, row: row + 1, column: column + 1 }));
  const where = { sheet, cell: cellAddress({ row, column }) };
  if (typeof edit.value === 'string' && edit.value.length > LONGEST_TEXT)
    throw new KmcError(message('xlsx.write.textTooLong', { ...where, longest: LONGEST_TEXT }));
  if (edit.kind === 'set-formula' && edit.formula.length > LONGEST_FORMULA)
    throw new KmcError(message('xlsx.write.formulaTooLong', { ...where, longest: LONGEST_FORMULA }));
}

const isBelow = (place: number, limit: number): boolean => Number.isInteger(place) && place >= 0 && place < limit;
