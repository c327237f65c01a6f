import { isFormulaId, isFormulaString, type ICellData, type Nullable, type ObjectMatrix } from '@univerjs/core';
import { LexerTreeBuilder } from '@univerjs/engine-formula';

type Cells = ObjectMatrix<Nullable<ICellData>>;

interface Master {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

const lexer = new LexerTreeBuilder();

/** Formulas of one sheet's cells. Cells filled by dragging share one formula; theirs is worked out from the cell that has it. */
export class SheetFormulas {
  private masters: Map<string, Master> | null = null;

  constructor(private readonly cells: Cells) {}

  /** @returns A1 without `=`, `null` for a cell without a formula */
  of(cell: ICellData, row: number, column: number): string | null {
    if (isFormulaString(cell.f)) return cell.f!.slice(1);
    if (!isFormulaId(cell.si)) return null;
    const master = this.masterOf(cell.si!);
    return master
      ? lexer.moveFormulaRefOffset(master.formula, column - master.column, row - master.row).slice(1)
      : null;
  }

  private masterOf(id: string): Master | undefined {
    this.masters ??= mastersOf(this.cells);
    return this.masters.get(id);
  }
}

function mastersOf(cells: Cells): Map<string, Master> {
  const masters = new Map<string, Master>();
  cells.forValue((row, column, cell) => {
    if (cell && isFormulaId(cell.si) && isFormulaString(cell.f))
      masters.set(cell.si!, { formula: cell.f!, row, column });
  });
  return masters;
}
