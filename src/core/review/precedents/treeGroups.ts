import type { CellRef } from '../../workbook/cell';
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

  constructor(private readonly book: ReviewedBook) {}

  of(cell: CellRef): Building | undefined {
    return this.byCell.get(cell);
  }

  add(cell: CellRef): void {
    const sheet = this.book.sheet(cell.sheet)!;
    const r1c1 = sheet.at(cell.row, cell.column)?.formula?.r1c1 ?? null;
    const table = columnOf(cell, this.book);
    const place = `${table ? table.name : ''} ${r1c1 === null || table ? cell.column : ''} ${cell.sheet}`;
    const group = this.kindsOf(r1c1 ?? '').get(place) ?? this.opened(place, { sheet: cell.sheet, r1c1, table }, cell);
    group.cells.push(cell);
    this.byCell.set(cell, group);
  }

  private kindsOf(formula: string): Map<string, Building> {
    let kinds = this.byFormula.get(formula);
    if (!kinds) this.byFormula.set(formula, (kinds = new Map()));
    return kinds;
  }

  private opened(place: string, kind: Pick<TreeGroup, 'sheet' | 'r1c1' | 'table'>, first: CellRef): Building {
    const label = labelOf(first, this.book.sheet(first.sheet)!);
    const group: Building = { ...kind, label, cells: [], count: 0, regions: [], reads: [] };
    this.kindsOf(kind.r1c1 ?? '').set(place, group);
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

function columnOf({ sheet, row, column }: CellRef, { snapshot }: ReviewedBook): TreeGroup['table'] {
  const table = snapshot.tables.find(
    ({ range }) =>
      range.sheet === sheet && range.top <= row && row <= range.bottom && range.left <= column && column <= range.right,
  );
  return table ? { name: table.name, header: table.columns[column - table.range.left] ?? '' } : null;
}

function labelOf({ row, column }: CellRef, sheet: ReviewedSheet): string | null {
  const left = (sheet.rows.get(row) ?? []).filter((cell) => cell.column < column && isText(cell.value));
  const above = (sheet.columns.get(column) ?? []).filter((cell) => cell.row < row && isText(cell.value));
  const text = (left.at(-1) ?? above.at(-1))?.value;
  return typeof text === 'string' ? text : null;
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
