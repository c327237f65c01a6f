import type { CellRef } from '../workbook/cell';
import type { RowRef, TableLocation } from './types';

/**
 * The cell in which a row states a field.
 * @returns `null` where the workbook has no column for the key
 */
export function cellOf(locations: Readonly<Record<string, TableLocation>>, row: RowRef, key: string): CellRef | null {
  const column = locations[row.table]?.columns[key];
  return column === undefined ? null : { sheet: row.sheet, row: row.row, column };
}
