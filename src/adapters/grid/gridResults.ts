import { ICommandService, type ICellData, type Injector, type IRange } from '@univerjs/core';
import { SetArrayFormulaDataMutation } from '@univerjs/engine-formula';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import type { ShownCell } from '../../core/ports';
import type { SheetSnapshot } from '../../core/workbook/snapshot';
import { cellData } from './cellData';

/** The grid takes these for results of its own: no step of the user, nothing to undo. */
const AS_RESULT = { onlyLocal: true, fromFormula: true, applyFormulaCalculationResult: true } as const;

type Matrix<Value> = Record<number, Record<number, Value>>;

/** Shows calculated values in the grid. */
export class GridResults {
  private hadSpills = false;

  constructor(
    private readonly injector: Injector,
    private readonly unitId: string,
    private readonly idOf: (sheet: string) => string,
  ) {}

  show(cells: readonly ShownCell[], sheets: readonly SheetSnapshot[]): void {
    const commands = this.injector.get(ICommandService);
    this.showSpills(commands, sheets);
    const filled = new Set(sheets.flatMap(filledCells));
    const bySheet = new Map<string, Matrix<ICellData>>();
    for (const { cell, value } of cells) {
      if (filled.has(key(cell.sheet, cell.row, cell.column))) continue;
      const matrix = bySheet.get(cell.sheet) ?? {};
      bySheet.set(cell.sheet, matrix);
      (matrix[cell.row] ??= {})[cell.column] = value === null ? { v: null, t: null } : cellData(value);
    }
    for (const [sheet, cellValue] of bySheet)
      commands.syncExecuteCommand(
        SetRangeValuesMutation.id,
        { unitId: this.unitId, subUnitId: this.idOf(sheet), cellValue },
        AS_RESULT,
      );
  }

  /** Cells that a formula fills have no content of their own in the grid. */
  private showSpills(commands: ICommandService, sheets: readonly SheetSnapshot[]): void {
    const has = sheets.some(({ spills }) => spills.length > 0);
    if (!has && !this.hadSpills) return;
    this.hadSpills = has;
    const ranges: Record<string, Matrix<IRange>> = {};
    const values: Record<string, Matrix<ICellData>> = {};
    for (const sheet of sheets) {
      const id = this.idOf(sheet.name);
      ranges[id] = {};
      values[id] = {};
      for (const { top, left, bottom, right } of sheet.spills) {
        (ranges[id][top] ??= {})[left] = { startRow: top, startColumn: left, endRow: bottom, endColumn: right };
        for (let row = top; row <= bottom; row++) {
          for (let column = left; column <= right; column++) {
            const value = sheet.value(row, column);
            (values[id][row] ??= {})[column] = value === null ? {} : cellData(value);
          }
        }
      }
    }
    commands.syncExecuteCommand(
      SetArrayFormulaDataMutation.id,
      { arrayFormulaRange: { [this.unitId]: ranges }, arrayFormulaCellData: { [this.unitId]: values } },
      AS_RESULT,
    );
  }
}

const key = (sheet: string, row: number, column: number): string => `${row},${column},${sheet}`;

function filledCells({ name, spills }: SheetSnapshot): string[] {
  const cells: string[] = [];
  for (const { top, left, bottom, right } of spills) {
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++)
        if (row !== top || column !== left) cells.push(key(name, row, column));
    }
  }
  return cells;
}
