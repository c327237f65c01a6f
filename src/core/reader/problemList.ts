import type { Problem } from '../case/types';

/** Problems in the order they are met; `inSheetOrder` gives them as a person walks through the workbook. */
export class ProblemList {
  private readonly met: Problem[] = [];

  add(problem: Problem): void {
    this.met.push(problem);
  }

  /**
   * What concerns no cell comes first, then sheet by sheet, row by row, left to right.
   * @param sheets names in the workbook's order
   */
  inSheetOrder(sheets: readonly string[]): readonly Problem[] {
    const positions = new Map(sheets.map((name, position) => [name, position]));
    const sheetOf = ({ cell }: Problem): number => (cell === null ? -1 : (positions.get(cell.sheet) ?? sheets.length));
    return [...this.met].sort(
      (a, b) =>
        sheetOf(a) - sheetOf(b) ||
        (a.cell?.row ?? 0) - (b.cell?.row ?? 0) ||
        (a.cell?.column ?? 0) - (b.cell?.column ?? 0),
    );
  }
}
