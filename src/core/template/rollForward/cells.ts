import type { Case, RowRef } from '../../case/types';
import type { CellRef, CellValue } from '../../workbook/cell';
import { MAX_COLUMNS } from '../../workbook/sheetColumns';
import type { WorkbookSnapshot } from '../../workbook/snapshot';

/** A cell of a row as it stands in the workbook. */
export interface FoundCell {
  readonly cell: CellRef;
  readonly value: CellValue;
  readonly isFormula: boolean;
}

/** @returns the cell that holds a column's key in a row; `null` where no cell of a sheet does, as for what an adoption says of all lines */
export function cellOf(snapshot: WorkbookSnapshot, source: Case, ref: RowRef, key: string): FoundCell | null {
  const location = source.locations[ref.table];
  const part = location?.parts?.find(
    ({ sheet, firstRow, lastRow }) => sheet === ref.sheet && ref.row >= firstRow && ref.row <= lastRow,
  );
  const column = (part ?? location)?.columns[key];
  const sheet = snapshot.sheets.find(({ name }) => name === ref.sheet);
  if (column === undefined || column >= MAX_COLUMNS || !sheet) return null;
  return {
    cell: { sheet: ref.sheet, row: ref.row, column },
    value: sheet.value(ref.row, column),
    isFormula: sheet.formula(ref.row, column) !== null,
  };
}
