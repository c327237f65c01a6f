import type { CellRef } from '../../workbook/cell';
import { MAX_COLUMNS } from '../../workbook/sheetColumns';

/** Values by cell, without a text made for each of a hundred thousand cells. */
export class CellMap<T> {
  private readonly sheets = new Map<string, Map<number, T>>();

  get({ sheet, row, column }: CellRef): T | undefined {
    return this.sheets.get(sheet)?.get(row * MAX_COLUMNS + column);
  }

  set({ sheet, row, column }: CellRef, value: T): void {
    let cells = this.sheets.get(sheet);
    if (!cells) this.sheets.set(sheet, (cells = new Map()));
    cells.set(row * MAX_COLUMNS + column, value);
  }
}
