import type { CellRef } from '../../workbook/cell';
import type { ReviewedBook, ReviewedSheet } from '../formulas/book';
import { regionsOf } from '../formulas/uniqueFormulas';
import { keyOf } from './cellOrder';
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
  private readonly byKind = new Map<string, Building>();
  private readonly byCell = new Map<string, Building>();

  constructor(private readonly book: ReviewedBook) {}

  of(cell: CellRef): Building | undefined {
    return this.byCell.get(keyOf(cell));
  }

  add(cell: CellRef): void {
    const sheet = this.book.sheet(cell.sheet)!;
    const r1c1 = sheet.at(cell.row, cell.column)?.formula?.r1c1 ?? null;
    const table = columnOf(cell, this.book);
    const key = `${cell.sheet}\n${r1c1 ?? `input ${cell.column}`}\n${table ? `${table.name} ${table.header}` : ''}`;
    const group = this.byKind.get(key) ?? this.opened(key, { sheet: cell.sheet, r1c1, table }, cell);
    group.cells.push(cell);
    this.byCell.set(keyOf(cell), group);
  }

  private opened(key: string, kind: Pick<TreeGroup, 'sheet' | 'r1c1' | 'table'>, first: CellRef): Building {
    const label = labelOf(first, this.book.sheet(first.sheet)!);
    const group: Building = { ...kind, label, cells: [], count: 0, regions: [], reads: [] };
    this.byKind.set(key, group);
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
