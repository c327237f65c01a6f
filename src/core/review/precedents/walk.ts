import type { CellRef } from '../../workbook/cell';
import type { NameSnapshot, SheetSnapshot, WorkbookSnapshot } from '../../workbook/snapshot';
import { inOrder } from './cellOrder';
import { Remaining, type ColumnCells } from './columnCells';
import type { Reads, UntoldReason } from './reads';

/** A formula of which it cannot be told what it reads. */
export interface Untold {
  readonly cell: CellRef;
  /** The part of the formula. */
  readonly text: string;
  readonly reason: UntoldReason;
}

/** All that some cells rest on. */
export interface Rests {
  /** Formula cells, the given ones among them; by sheet, row and column. */
  readonly formulas: readonly CellRef[];
  /** Cells with a value and no formula. A blank cell is in neither list. */
  readonly inputs: readonly CellRef[];
  /** Defined names met on the way. */
  readonly names: readonly NameSnapshot[];
  /** Empty where the lists are complete. */
  readonly untold: readonly Untold[];
}

/** One walk from some cells to all they rest on. */
export class Walk {
  private readonly remaining = new Map<string, Remaining>();
  private readonly formulas: CellRef[] = [];
  private readonly inputs: CellRef[] = [];
  private readonly names = new Set<NameSnapshot>();
  private readonly untold: Untold[] = [];
  private readonly open: CellRef[] = [];
  private readonly sheets: ReadonlyMap<string, SheetSnapshot>;

  constructor(
    private readonly snapshot: WorkbookSnapshot,
    private readonly reads: (cell: CellRef) => Reads,
    used: (sheet: SheetSnapshot) => ColumnCells,
  ) {
    this.sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
    for (const sheet of snapshot.sheets) this.remaining.set(sheet.name, new Remaining(used(sheet)));
  }

  from(cells: readonly CellRef[]): Rests {
    for (const { sheet, row, column } of cells) this.meet(sheet, row, column);
    for (let cell = this.open.pop(); cell; cell = this.open.pop()) this.follow(cell);
    const { sheets } = this.snapshot;
    return {
      formulas: inOrder(this.formulas, sheets),
      inputs: inOrder(this.inputs, sheets),
      names: [...this.names],
      untold: this.untold,
    };
  }

  private meet(sheet: string, row: number, column: number): void {
    if (this.remaining.get(sheet)?.take(row, column)) this.open.push({ sheet, row, column });
  }

  private follow(cell: CellRef): void {
    const { ranges, names, untold } = this.reads(cell);
    if (this.sheets.get(cell.sheet)!.formula(cell.row, cell.column) !== null) this.formulas.push(cell);
    else if (ranges.length === 0) this.inputs.push(cell);
    names.forEach((name) => this.names.add(name));
    untold.forEach((part) => this.untold.push({ cell, ...part }));
    for (const range of ranges) {
      this.remaining.get(range.sheet)?.forEach(range, (row, column) => this.meet(range.sheet, row, column));
    }
  }
}
