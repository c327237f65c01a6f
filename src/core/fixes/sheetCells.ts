import type { CellRef, CellValue } from '../workbook/cell';
import type { SheetSnapshot, WorkbookSnapshot } from '../workbook/snapshot';

/** Excel keeps whatever is typed into such a cell as text. */
const TEXT_FORMAT = '@';

/** The cells of one workbook as far as someone typed them. */
export class SheetCells {
  private readonly sheets: ReadonlyMap<string, SheetSnapshot>;

  constructor(snapshot: WorkbookSnapshot) {
    this.sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  }

  value({ sheet, row, column }: CellRef): CellValue {
    return this.sheets.get(sheet)?.value(row, column) ?? null;
  }

  /** Neither a formula nor a value that a formula filled in. */
  isTyped({ sheet: name, row, column }: CellRef): boolean {
    const sheet = this.sheets.get(name);
    if (!sheet || sheet.formula(row, column) !== null) return false;
    return !sheet.spills.some(
      ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
    );
  }

  /** A text or number that someone typed; `null` for anything else. */
  typedContent(cell: CellRef): string | number | null {
    const content = this.value(cell);
    return (typeof content === 'string' || typeof content === 'number') && this.isTyped(cell) ? content : null;
  }

  /** False where the cell's format would keep a number as text. */
  takesNumbers({ sheet, row, column }: CellRef): boolean {
    return this.sheets.get(sheet)?.format(row, column) !== TEXT_FORMAT;
  }
}

/** One text per cell, for look-ups. */
export const cellKey = ({ sheet, row, column }: CellRef): string => `${sheet}\n${row}\n${column}`;
