import type { CellRef, RangeRef } from '../../workbook/cell';
import type { ReviewedBook } from '../formulas/book';
import { ColumnCells, Remaining } from './columnCells';
import type { Building, Groups } from './treeGroups';

/** More different ranges than this of one group overlap, as running totals do: then each cell is looked at once. */
const FEW = 8;

/** Which groups the formulas of a group read. */
export class Readings {
  private readonly used: ReadonlyMap<string, ColumnCells>;
  private readonly known = new Map<string, readonly Building[]>();

  constructor(
    private readonly groups: Groups,
    private readonly book: ReviewedBook,
  ) {
    this.used = new Map(book.sheets.map(({ snapshot }) => [snapshot.name, new ColumnCells(snapshot, () => true)]));
  }

  of(group: Building): Building[] {
    const met = new Set<Building>();
    const many = new Map<string, RangeRef>();
    for (const cell of group.cells)
      for (const range of this.book.graph.direct(cell)) {
        const { sheet, top, left, bottom, right } = range;
        if (top === bottom && left === right) this.meet({ sheet, row: top, column: left }, met);
        else many.set(`${top},${left},${bottom},${right} ${sheet}`, range);
      }
    if (many.size > FEW) this.walk(many.values(), met);
    else for (const [key, range] of many) this.within(key, range).forEach((found) => met.add(found));
    return [...met];
  }

  private within(key: string, range: RangeRef): readonly Building[] {
    let found = this.known.get(key);
    if (!found) {
      const met = new Set<Building>();
      this.used.get(range.sheet)?.forEach(range, (row, column) => this.meet({ sheet: range.sheet, row, column }, met));
      this.known.set(key, (found = [...met]));
    }
    return found;
  }

  private walk(ranges: Iterable<RangeRef>, met: Set<Building>): void {
    const remaining = new Map([...this.used].map(([sheet, cells]) => [sheet, new Remaining(cells)]));
    for (const range of ranges)
      remaining.get(range.sheet)?.forEach(range, (row, column) => {
        remaining.get(range.sheet)!.take(row, column);
        this.meet({ sheet: range.sheet, row, column }, met);
      });
  }

  private meet(cell: CellRef, met: Set<Building>): void {
    const group = this.groups.of(cell);
    if (group) met.add(group);
  }
}
