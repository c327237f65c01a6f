import type { ICellData, IRange, Workbook, Worksheet } from '@univerjs/core';
import type { FormulaDataModel } from '@univerjs/engine-formula';
import { GENERAL } from '../../core/workbook/columnSheet';
import { SheetBuilder } from '../../core/workbook/sheetColumns';
import type { Edit } from '../../core/workbook/edit';
import type { SheetSnapshot, Visibility } from '../../core/workbook/snapshot';
import { valueOfGridCell } from './gridCell';
import { SheetFormulas } from './sharedFormulas';
import { toStructured } from './structuredForm';
import type { Tables } from './tableReference';

export interface GridSource {
  readonly workbook: Workbook;
  readonly formulaData: FormulaDataModel;
}

/** Reads one sheet of the grid. Formulas are remembered by cell: a keystroke changes few of them. */
export class SheetReader {
  private structured = new Map<string, { readonly a1: string; readonly formula: string }>();
  private tables: Tables = [];

  constructor(
    private readonly source: GridSource,
    private readonly sheet: Worksheet,
    private readonly visibility: Visibility,
  ) {}

  read(tables: Tables): SheetSnapshot {
    if (tables !== this.tables) this.structured.clear();
    this.tables = tables;
    const builder = new SheetBuilder(this.sheet.getName()).setVisibility(this.visibility);
    this.addCells(builder);
    this.addSpills(builder);
    this.sheet.getMergeData().forEach((range) => builder.merge(blockOf(range)));
    this.sheet.getHiddenRows().forEach(({ startRow, endRow }) => builder.hideRows(startRow, endRow));
    this.sheet.getHiddenCols().forEach(({ startColumn, endColumn }) => builder.hideColumns(startColumn, endColumn));
    return builder.build();
  }

  /** @returns what makes another workbook's cell the grid's */
  edit(row: number, column: number, tables: Tables): Edit {
    if (tables !== this.tables) this.structured.clear();
    this.tables = tables;
    const cells = this.sheet.getCellMatrix();
    const content = cells.getValue(row, column);
    const cell = { sheet: this.sheet.getName(), row, column };
    const a1 = content ? new SheetFormulas(cells).of(content, row, column) : null;
    if (a1 !== null) return { kind: 'set-formula', cell, formula: this.formula(a1, row, column), value: null };
    return { kind: 'set-value', cell, value: content ? valueOfGridCell(content) : null };
  }

  private addCells(builder: SheetBuilder): void {
    const cells = this.sheet.getCellMatrix();
    const formulas = new SheetFormulas(cells);
    const formats = new Map<unknown, string>();
    cells.forValue((row, column, cell) => {
      if (!cell) return;
      const a1 = formulas.of(cell, row, column);
      const formula = a1 === null ? null : this.formula(a1, row, column);
      const value = valueOfGridCell(cell);
      const format = this.format(cell, formats);
      if (value !== null || formula !== null || format !== GENERAL) builder.add(row, column, value, formula, format);
    });
  }

  private formula(a1: string, row: number, column: number): string {
    const key = `${row},${column}`;
    const known = this.structured.get(key);
    if (known?.a1 === a1) return known.formula;
    const formula = toStructured(a1, { sheet: this.sheet.getName(), row, column }, this.tables);
    this.structured.set(key, { a1, formula });
    return formula;
  }

  private format(cell: ICellData, known: Map<unknown, string>): string {
    if (!cell.s) return GENERAL;
    const found = known.get(cell.s);
    if (found !== undefined) return found;
    const format = this.source.workbook.getStyles().getStyleByCell(cell)?.n?.pattern ?? GENERAL;
    known.set(cell.s, format);
    return format;
  }

  private addSpills(builder: SheetBuilder): void {
    const { formulaData, workbook } = this.source;
    const id = [workbook.getUnitId(), this.sheet.getSheetId()] as const;
    const ranges = formulaData.getArrayFormulaRange()[id[0]]?.[id[1]] ?? {};
    const values = formulaData.getArrayFormulaCellData()[id[0]]?.[id[1]] ?? {};
    for (const range of Object.values(ranges).flatMap((row) => Object.values<IRange>(row ?? {}))) {
      const block = blockOf(range);
      if (block.top === block.bottom && block.left === block.right) continue;
      builder.spill(block);
      for (let row = block.top; row <= block.bottom; row++) {
        for (let column = block.left; column <= block.right; column++) {
          if (row === block.top && column === block.left) continue;
          const cell = values[row]?.[column];
          builder.add(row, column, cell ? valueOfGridCell(cell as ICellData) : null);
        }
      }
    }
  }
}

const blockOf = ({ startRow, startColumn, endRow, endColumn }: IRange) => ({
  top: startRow,
  left: startColumn,
  bottom: endRow,
  right: endColumn,
});
