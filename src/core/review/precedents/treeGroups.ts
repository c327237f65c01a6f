import type { CellRef } from '../../workbook/cell';
import type { TableSnapshot } from '../../workbook/snapshot';
import type { ReviewedBook, ReviewedSheet } from '../formulas/book';
import { regionsOf } from '../formulas/uniqueFormulas';
import { CellMap } from './cellMap';
import type { TreeGroup } from './resultTree';
import type { Block } from './columnCells';

/** A group while its cells are gathered. */
export interface Building extends TreeGroup {
  readonly cells: CellRef[];
  regions: readonly Block[];
  count: number;
  reads: Building[];
}

/** The cells that feed the results, each in its group. */
export class Groups {
  readonly all: Building[] = [];
  private readonly byFormula = new Map<string, Map<string, Building>>();
  private readonly byCell = new CellMap<Building>();
  private sheet: ReviewedSheet | null = null;

  constructor(private readonly book: ReviewedBook) {}

  of(cell: CellRef): Building | undefined {
    return this.byCell.get(cell);
  }

  /** @param cells in the order of the workbook */
  addAll(cells: readonly CellRef[]): void {
    for (const cell of cells) {
      if (this.sheet?.snapshot.name !== cell.sheet) this.sheet = this.book.sheet(cell.sheet)!;
      this.add(cell, this.sheet);
    }
  }

  private add(cell: CellRef, sheet: ReviewedSheet): void {
    const r1c1 = sheet.at(cell.row, cell.column)?.formula?.r1c1 ?? null;
    const table = tableAround(cell, this.book);
    const place = `${table ? table.name : ''} ${r1c1 === null || table ? cell.column : ''} ${cell.sheet}`;
    const group = this.kindsOf(r1c1 ?? '').get(place) ?? this.opened(place, { sheet, r1c1, table }, cell);
    group.cells.push(cell);
    this.byCell.set(cell, group);
  }

  private kindsOf(formula: string): Map<string, Building> {
    let kinds = this.byFormula.get(formula);
    if (!kinds) this.byFormula.set(formula, (kinds = new Map()));
    return kinds;
  }

  private opened(place: string, { sheet, r1c1, table }: Kind, first: CellRef): Building {
    const column = table ? { name: table.name, header: table.columns[first.column - table.range.left] ?? '' } : null;
    const label = labelOf(first, sheet);
    const group: Building = {
      ...{ sheet: first.sheet, r1c1, table: column, label },
      ...{ cells: [], count: 0, regions: [], reads: [] },
    };
    this.kindsOf(r1c1 ?? '').set(place, group);
    this.all.push(group);
    return group;
  }

  close(): void {
    for (const group of this.all) {
      group.count = group.cells.length;
      group.regions = regionsOf(group.cells);
    }
  }
}

interface Kind {
  readonly sheet: ReviewedSheet;
  readonly r1c1: string | null;
  readonly table: TableSnapshot | undefined;
}

const tableAround = ({ sheet, row, column }: CellRef, { snapshot }: ReviewedBook): TableSnapshot | undefined =>
  snapshot.tables.find(
    ({ range }) =>
      range.sheet === sheet && range.top <= row && row <= range.bottom && range.left <= column && column <= range.right,
  );

function labelOf({ row, column }: CellRef, sheet: ReviewedSheet): string | null {
  const left = (sheet.rows.get(row) ?? []).filter((cell) => cell.column < column && isText(cell.value));
  const above = (sheet.columns.get(column) ?? []).filter((cell) => cell.row < row && isText(cell.value));
  const text = (left.at(-1) ?? above.at(-1))?.value;
  return typeof text === 'string' ? text : null;
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
