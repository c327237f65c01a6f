import type { CellRef } from '../workbook/cell';
import type { RowRef, TableLocation } from './types';

/**
 * The cell in which a row states a field.
 * @returns `null` where the workbook has no column for the key
 */
export function cellOf(locations: Readonly<Record<string, TableLocation>>, row: RowRef, key: string): CellRef | null {
  const location = locations[row.table];
  const part = location?.parts?.find(
    (one) => one.sheet === row.sheet && one.firstRow <= row.row && row.row <= one.lastRow,
  );
  const column = (part ?? location)?.columns[key];
  return column === undefined ? null : { sheet: row.sheet, row: row.row, column };
}
