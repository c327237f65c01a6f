import { toA1 } from '../../adapters/grid/structuredReferences';
import { isCellError, type CellRef, type CellValue, type RangeRef } from '../../core/workbook/cell';
import type { Edit, NameEdit } from '../../core/workbook/edit';
import type { NameSnapshot, SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../../core/workbook/snapshot';

/** Cells that are left as the file has them, because the grid cannot hold their formulas. */
export type Untouched = (cell: CellRef) => boolean;

/** @returns what makes the file's cells those of the grid; both have the same sheets, and tables in the same places */
export function differences(grid: WorkbookSnapshot, file: WorkbookSnapshot, untouched: Untouched): Edit[] {
  return grid.sheets.flatMap((sheet) => {
    const other = file.sheets.find(({ name }) => name === sheet.name);
    return other ? sheetDifferences(sheet, other, grid.tables, untouched) : [];
  });
}

/** @returns what makes the file's names those of the grid; names of single sheets are not edited */
export function nameDifferences(grid: WorkbookSnapshot, file: WorkbookSnapshot): NameEdit[] {
  const own = ({ names }: WorkbookSnapshot) => names.filter(({ sheet }) => sheet === null);
  const find = (names: readonly NameSnapshot[], name: string) => names.find((other) => other.name === name);
  const nowhere = { sheet: '', row: 0, column: 0 };
  const gone = own(file).filter(({ name }) => !find(own(grid), name));
  const changed = own(grid).filter(({ name, formula, hidden }) => {
    const other = find(own(file), name);
    return !other || other.hidden !== hidden || !isSameFormula(formula, other.formula, nowhere, grid.tables);
  });
  return [
    ...gone.map(({ name }): NameEdit => ({ kind: 'remove-name', name })),
    ...changed.map(({ name, formula, hidden }): NameEdit => ({ kind: 'set-name', name, formula, hidden })),
  ];
}

function sheetDifferences(
  grid: SheetSnapshot,
  file: SheetSnapshot,
  tables: readonly TableSnapshot[],
  untouched: Untouched,
): Edit[] {
  const edits: Edit[] = [];
  const visit = (row: number, column: number) => {
    const cell = { sheet: grid.name, row, column };
    if (untouched(cell)) return;
    const edit = difference(cell, grid, file, tables);
    if (edit) edits.push(edit);
  };
  grid.forEachCell(visit);
  file.forEachCell((row, column) => {
    if (grid.value(row, column) === null && grid.formula(row, column) === null) visit(row, column);
  });
  return edits;
}

function difference(
  cell: CellRef,
  grid: SheetSnapshot,
  file: SheetSnapshot,
  tables: readonly TableSnapshot[],
): Edit | null {
  const { row, column } = cell;
  const value = grid.value(row, column);
  const formula = grid.formula(row, column);
  const stored = file.formula(row, column);
  const hasNewValue = !isSameValue(value, file.value(row, column));
  if (formula !== null && (stored === null || !isSameFormula(formula, stored, cell, tables)))
    return { kind: 'set-formula', cell, formula, value };
  if (formula !== null) return hasNewValue ? { kind: 'set-calculated', cell, value } : null;
  if (isFilled(cell, grid.spills)) return hasNewValue ? { kind: 'set-calculated', cell, value } : null;
  return stored !== null || hasNewValue ? { kind: 'set-value', cell, value } : null;
}

/** Formulas may be written differently (letter case, short forms of references) and be the same. */
function isSameFormula(one: string, other: string, cell: CellRef, tables: readonly TableSnapshot[]): boolean {
  if (one === other) return true;
  const [first, second] = [toA1(one, cell, tables), toA1(other, cell, tables)];
  return first.ok && second.ok && first.value === second.value;
}

export function isSameValue(one: CellValue, other: CellValue): boolean {
  if (isCellError(one) || isCellError(other))
    return isCellError(one) && isCellError(other) && one.error === other.error;
  return one === other;
}

/** By a formula in another cell. */
const isFilled = ({ row, column }: CellRef, spills: readonly RangeRef[]): boolean =>
  spills.some(
    ({ top, left, bottom, right }) =>
      row >= top && row <= bottom && column >= left && column <= right && (row !== top || column !== left),
  );
