import { sheetRangeAddress } from '../../workbook/a1';
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
    const ranges = new Map<string, RangeRef>();
    for (const cell of group.cells)
      for (const range of this.book.graph.direct(cell)) ranges.set(sheetRangeAddress(range), range);
    const [single, many] = parted([...ranges], ([, { top, left, bottom, right }]) => top === bottom && left === right);
    const alone = single.map(([, { sheet, top, left }]) => this.groups.of({ sheet, row: top, column: left }) ?? []);
    const together =
      many.length > FEW ? this.walked(many.map(([, range]) => range)) : many.map((range) => this.within(...range));
    return [...new Set([...alone, ...together].flat())];
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

  private walked(ranges: readonly RangeRef[]): readonly (readonly Building[])[] {
    const met = new Set<Building>();
    const remaining = new Map([...this.used].map(([sheet, cells]) => [sheet, new Remaining(cells)]));
    for (const range of ranges)
      remaining.get(range.sheet)?.forEach(range, (row, column) => {
        remaining.get(range.sheet)!.take(row, column);
        this.meet({ sheet: range.sheet, row, column }, met);
      });
    return [[...met]];
  }

  private meet(cell: CellRef, met: Set<Building>): void {
    const group = this.groups.of(cell);
    if (group) met.add(group);
  }
}

function parted<T>(list: readonly T[], belongs: (entry: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [list.filter(belongs), list.filter((entry) => !belongs(entry))];
}
