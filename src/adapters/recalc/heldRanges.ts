import type { RangeRef } from '../../core/workbook/cell';
import { MAX_COLUMNS, MAX_ROWS } from '../../core/workbook/sheetColumns';
import type { EngineFormula, Position } from '../grid/engineFormula';
import type { EngineSheet } from './engine';

/** Cells, some 100 bytes each in the library. */
const MOST_CELLS = 2_000_000;

/** The ranges that the library holds: it keeps every one it has met, so that hundreds of long ones fill the memory. */
export class HeldRanges {
  private readonly met = new Set<string>();
  private cells = 0;

  constructor(private readonly sheets: readonly EngineSheet[]) {}

  /** @returns whether with what a formula reads more is held than should be, so that the library has to forget it */
  isTooMuch({ row, column }: Position, { reads, origin }: EngineFormula): boolean {
    for (const { range, movesRows, movesColumns } of reads) {
      const size = this.sizeOf(range);
      if (size <= 1) continue;
      const top = range.top + (movesRows ? row - origin.row : 0);
      const left = range.left + (movesColumns ? column - origin.column : 0);
      const key = `${top},${left},${size},${range.bottom - range.top} ${range.sheet}`;
      if (this.met.has(key)) continue;
      this.met.add(key);
      this.cells += size;
    }
    return this.cells > MOST_CELLS;
  }

  clear(): void {
    this.met.clear();
    this.cells = 0;
  }

  /** In cells; whole rows and columns are cut to the sheet, other ranges are read blank or not. */
  private sizeOf({ sheet, top, left, bottom, right }: RangeRef): number {
    if (top === bottom && left === right) return 1;
    const { rowCount = 0, columnCount = 0 } = this.sheets.find(({ title }) => title === sheet) ?? {};
    const height = (bottom === MAX_ROWS - 1 ? rowCount - 1 : bottom) - top + 1;
    const width = (right === MAX_COLUMNS - 1 ? columnCount - 1 : right) - left + 1;
    return Math.max(0, height) * Math.max(0, width);
  }
}
