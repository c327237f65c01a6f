import type { ICellData, Workbook, Worksheet } from '@univerjs/core';
import { SheetFormulas } from './sharedFormulas';

/** The grid's cells by sheet name. */
export class GridCells {
  private readonly sheets: ReadonlyMap<string, Worksheet>;
  private readonly formulas: ReadonlyMap<string, SheetFormulas>;

  constructor(workbook: Workbook) {
    this.sheets = new Map(workbook.getSheets().map((sheet) => [sheet.getName(), sheet]));
    this.formulas = new Map([...this.sheets].map(([name, sheet]) => [name, new SheetFormulas(sheet.getCellMatrix())]));
  }

  idOf(sheet: string): string {
    return this.sheets.get(sheet)!.getSheetId();
  }

  cell(sheet: string, row: number, column: number): ICellData | null {
    return this.sheets.get(sheet)?.getCellMatrix().getValue(row, column) ?? null;
  }

  /** @returns A1 without `=`, `null` for no formula */
  formula(sheet: string, row: number, column: number): string | null {
    const cell = this.cell(sheet, row, column);
    return cell && this.formulas.get(sheet)!.of(cell, row, column);
  }

  isFilled(sheet: string, row: number, column: number): boolean {
    const cell = this.cell(sheet, row, column);
    return cell !== null && (Boolean(cell.f) || Boolean(cell.si) || (cell.v ?? '') !== '');
  }

  forEachFormula(visit: (sheet: string, row: number, column: number, formula: string) => void): void {
    for (const [name, sheet] of this.sheets) {
      const formulas = this.formulas.get(name)!;
      sheet.getCellMatrix().forValue((row, column, cell) => {
        const formula = cell && formulas.of(cell, row, column);
        if (formula) visit(name, row, column, formula);
      });
    }
  }
}
