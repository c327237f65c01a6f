import type { CellRef } from '../../workbook/cell';
import type { SheetSnapshot } from '../../workbook/snapshot';

/** One text for one cell. */
export const keyOf = ({ sheet, row, column }: CellRef): string => `${row},${column} ${sheet}`;

/** @returns the cells by sheet, row and column */
export function inOrder(cells: readonly CellRef[], sheets: readonly SheetSnapshot[]): readonly CellRef[] {
  const order = new Map(sheets.map(({ name }, position) => [name, position]));
  return [...cells].sort(
    (one, other) => order.get(one.sheet)! - order.get(other.sheet)! || one.row - other.row || one.column - other.column,
  );
}
