import type { CellRef } from '../../workbook/cell';
import type { SheetSnapshot } from '../../workbook/snapshot';

/** One text for one cell. */
export const keyOf = ({ sheet, row, column }: CellRef): string => `${row},${column} ${sheet}`;

/** @returns the cells by sheet, row and column */
export function inOrder(cells: readonly CellRef[], sheets: readonly SheetSnapshot[]): readonly CellRef[] {
  const bySheet = new Map(sheets.map(({ name }): [string, CellRef[]] => [name, []]));
  for (const cell of cells) bySheet.get(cell.sheet)?.push(cell);
  return [...bySheet.values()].flatMap((own) =>
    own.sort((one, other) => one.row - other.row || one.column - other.column),
  );
}
