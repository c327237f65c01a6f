import type { CellRef, RangeRef } from '../../workbook/cell';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import { BlockIndex } from './blockIndex';
import { keyOf } from './cellOrder';

/** Which formula cells read a cell of one sheet. */
export class Readers {
  private readonly ranges: RangeRef[] = [];
  private readonly cells: CellRef[][] = [];
  private readonly positions = new Map<string, number>();
  private index: BlockIndex | null = null;

  add(range: RangeRef, reader: CellRef): void {
    const key = `${range.top},${range.left},${range.bottom},${range.right}`;
    const position = this.positions.get(key);
    if (position !== undefined) this.cells[position]!.push(reader);
    else {
      this.positions.set(key, this.ranges.length);
      this.ranges.push(range);
      this.cells.push([reader]);
    }
  }

  of(row: number, column: number): readonly CellRef[] {
    this.index ??= new BlockIndex(this.ranges);
    const readers = this.index.at(row, column).flatMap((position) => this.cells[position]!);
    return [...new Map(readers.map((reader) => [keyOf(reader), reader])).values()];
  }
}

/** @param direct the ranges a formula cell reads */
export function readersOf(
  snapshot: WorkbookSnapshot,
  direct: (cell: CellRef) => readonly RangeRef[],
): ReadonlyMap<string, Readers> {
  const readers = new Map(snapshot.sheets.map(({ name }) => [name, new Readers()]));
  for (const sheet of snapshot.sheets)
    sheet.forEachCell((row, column, _value, formula) => {
      if (formula === null) return;
      const cell = { sheet: sheet.name, row, column };
      for (const range of direct(cell)) readers.get(range.sheet)?.add(range, cell);
    });
  return readers;
}
