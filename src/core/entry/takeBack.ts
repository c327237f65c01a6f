import { failure, success, type Outcome } from '../message';
import { sheetCellAddress } from '../workbook/a1';
import { isCellError, type CellValue } from '../workbook/cell';
import { editsByKind, lastByName, type Edit, type NameEdit, type WorkbookEdit } from '../workbook/edit';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { filledSince } from './filledSince';

/**
 * The edits that give cells and names the content they had. Rows that a table grew by stay its rows, blank, which reads as if they were
 * not there.
 * @param before the workbook that `edits` were made for
 * @param now the workbook as it is
 * @returns the edits; `inventory.refused.changed-since` where a cell no longer holds what was written, or a row begun by the edits was
 * filled further: someone's work would be lost
 */
export function takeBack(
  before: WorkbookSnapshot,
  now: WorkbookSnapshot,
  edits: readonly WorkbookEdit[],
): Outcome<readonly WorkbookEdit[]> {
  const { cells, names } = editsByKind(edits);
  const last = [...new Map(cells.map((edit) => [JSON.stringify(edit.cell), edit])).values()];
  const places = last.map(({ cell }) => cell);
  const changed = last.find((edit) => !stillHolds(now, edit))?.cell ?? filledSince(before, now, places);
  if (changed) return failure('inventory.refused.changed-since', { cell: sheetCellAddress(changed) });
  const known = [...lastByName(names).values()].map((edit) => nameEdit(before, edit.name));
  return success([...last.map(({ cell }) => contentEdit(before, cell)), ...known]);
}

function nameEdit({ names }: WorkbookSnapshot, name: string): NameEdit {
  const known = names.find((one) => one.sheet === null && one.name.toLowerCase() === name.toLowerCase());
  if (!known) return { kind: 'remove-name', name };
  return { kind: 'set-name', name: known.name, formula: known.formula, hidden: known.hidden };
}

/** A host may spell a formula its own way; that a formula is there has to do. */
function stillHolds(now: WorkbookSnapshot, { kind, cell, value }: Edit): boolean {
  const sheet = now.sheets.find(({ name }) => name === cell.sheet);
  if (!sheet) return false;
  const formula = sheet.formula(cell.row, cell.column);
  return kind === 'set-formula'
    ? formula !== null
    : formula === null && isSame(sheet.value(cell.row, cell.column), value);
}

function contentEdit({ sheets }: WorkbookSnapshot, cell: Edit['cell']): Edit {
  const sheet = sheets.find(({ name }) => name === cell.sheet);
  const formula = sheet?.formula(cell.row, cell.column) ?? null;
  const value = sheet?.value(cell.row, cell.column) ?? null;
  return formula === null ? { kind: 'set-value', cell, value } : { kind: 'set-formula', cell, formula, value };
}

const isSame = (one: CellValue, other: CellValue): boolean =>
  one === other || (isCellError(one) && isCellError(other) && one.error === other.error);
