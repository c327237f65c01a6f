import type { CellRef, RangeRef } from '../../workbook/cell';
import type { SheetSnapshot, WorkbookSnapshot } from '../../workbook/snapshot';
import { BlockIndex } from './blockIndex';
import { circlesOf } from './circles';
import { CellMap } from './cellMap';
import { inOrder, keyOf } from './cellOrder';
import { ColumnCells } from './columnCells';
import { readersOf, type Readers } from './readers';
import { formulaReader, type Reads } from './reads';
import { Walk, type Rests } from './walk';

/** What rests on what in a workbook. Ranges stay ranges: a total over ten thousand rows is one entry. */
export interface PrecedentGraph {
  /**
   * What the formula in a cell reads, in the order of the formula; names, structured and 3-D references as the cells they stand for. A
   * cell that another cell's formula filled (spill) reads that one. Empty for a cell without formula.
   */
  direct(cell: CellRef): readonly RangeRef[];
  /** As `direct`, with the names on the way and what cannot be told. */
  reads(cell: CellRef): Reads;
  /** Everything the given cells rest on, themselves included, each once. Circles are walked once. */
  all(cells: readonly CellRef[]): Rests;
  /** Formula cells that read a cell directly, by sheet, row and column. */
  dependents(cell: CellRef): readonly CellRef[];
  /** Formula cells that rest on any of the given ones, directly or not, by sheet, row and column. */
  allDependents(cells: readonly CellRef[]): readonly CellRef[];
  /** Formula cells that rest on themselves, circle by circle. */
  circles(): readonly (readonly CellRef[])[];
}

const NOTHING: Reads = { ranges: [], names: [], untold: [] };

/** @returns the graph; formulas are read when first asked for, and once */
export function precedentGraph(snapshot: WorkbookSnapshot): PrecedentGraph {
  return new Graph(snapshot);
}

class Graph implements PrecedentGraph {
  private readonly sheets: ReadonlyMap<string, SheetSnapshot>;
  private readonly known = new CellMap<Reads>();
  private readonly read: (formula: string, at: CellRef) => Reads;
  private readonly spills: ReadonlyMap<string, BlockIndex>;
  private readonly used = new Map<string, ColumnCells>();
  private readers: ReadonlyMap<string, Readers> | null = null;
  private circular: readonly (readonly CellRef[])[] | null = null;

  constructor(private readonly snapshot: WorkbookSnapshot) {
    this.read = formulaReader(snapshot);
    this.sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
    this.spills = new Map(
      snapshot.sheets
        .filter(({ spills }) => spills.length > 0)
        .map(({ name, spills }) => [name, new BlockIndex(spills)]),
    );
  }

  direct(cell: CellRef): readonly RangeRef[] {
    return this.reads(cell).ranges;
  }

  reads(cell: CellRef): Reads {
    let reads = this.known.get(cell);
    if (!reads) this.known.set(cell, (reads = this.readAt(cell)));
    return reads;
  }

  private readAt(cell: CellRef): Reads {
    const formula = this.sheets.get(cell.sheet)?.formula(cell.row, cell.column) ?? null;
    if (formula !== null) return this.read(formula, cell);
    const source = this.spilledFrom(cell);
    return source ? { ...NOTHING, ranges: [single(source)] } : NOTHING;
  }

  private spilledFrom({ sheet, row, column }: CellRef): CellRef | null {
    const at = this.spills.get(sheet)?.at(row, column)[0];
    const spill = at === undefined ? undefined : this.sheets.get(sheet)!.spills[at];
    if (!spill || (spill.top === row && spill.left === column)) return null;
    return { sheet, row: spill.top, column: spill.left };
  }

  all(cells: readonly CellRef[]): Rests {
    return new Walk(
      this.snapshot,
      (cell) => this.reads(cell),
      (sheet) => this.usedOf(sheet),
    ).from(cells);
  }

  private usedOf(sheet: SheetSnapshot): ColumnCells {
    let used = this.used.get(sheet.name);
    if (!used) this.used.set(sheet.name, (used = new ColumnCells(sheet, () => true)));
    return used;
  }

  dependents({ sheet, row, column }: CellRef): readonly CellRef[] {
    this.readers ??= readersOf(this.snapshot, (cell) => this.direct(cell));
    return this.readers.get(sheet)?.of(row, column) ?? [];
  }

  allDependents(cells: readonly CellRef[]): readonly CellRef[] {
    const met = new Map<string, CellRef>();
    const open = [...cells];
    for (let cell = open.pop(); cell; cell = open.pop())
      for (const reader of this.dependents(cell)) {
        if (met.has(keyOf(reader))) continue;
        met.set(keyOf(reader), reader);
        open.push(reader, ...this.spilledInto(reader));
      }
    return inOrder([...met.values()], this.snapshot.sheets);
  }

  /** The cells that a formula filled besides its own. */
  private spilledInto({ sheet, row, column }: CellRef): readonly CellRef[] {
    const spill = this.sheets.get(sheet)?.spills.find(({ top, left }) => top === row && left === column);
    if (!spill) return [];
    const width = spill.right - spill.left + 1;
    const cells = Array.from({ length: width * (spill.bottom - spill.top + 1) }, (_, at) => at).slice(1);
    return cells.map((at) => ({ sheet, row: row + Math.floor(at / width), column: column + (at % width) }));
  }

  circles(): readonly (readonly CellRef[])[] {
    return (this.circular ??= circlesOf(this.snapshot.sheets, (cell) => this.direct(cell)));
  }
}

const single = ({ sheet, row, column }: CellRef): RangeRef => ({
  sheet,
  top: row,
  bottom: row,
  left: column,
  right: column,
});
