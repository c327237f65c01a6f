import type { RangeRef } from '../../workbook/cell';
import type { SheetSnapshot } from '../../workbook/snapshot';

export type Block = Omit<RangeRef, 'sheet'>;

/** The cells of one column that are in use: their rows, ascending. */
interface Column {
  readonly column: number;
  readonly rows: readonly number[];
}

/** A sheet's used cells by column, so that a range is looked through without visiting its blanks. */
export class ColumnCells {
  readonly columns: readonly Column[];

  /** @param which of the sheet's used cells belong */
  constructor(
    readonly sheet: SheetSnapshot,
    which: (formula: string | null, row: number, column: number) => boolean,
  ) {
    const byColumn = new Map<number, number[]>();
    sheet.forEachCell((row, column, _value, formula) => {
      if (!which(formula, row, column)) return;
      const rows = byColumn.get(column);
      if (rows) rows.push(row);
      else byColumn.set(column, [row]);
    });
    this.columns = [...byColumn]
      .map(([column, rows]) => ({ column, rows }))
      .sort((one, other) => one.column - other.column);
  }

  /** @returns whether a block holds any of the cells */
  any({ top, left, bottom, right }: Block): boolean {
    for (let at = firstFrom(this.columns, left, (entry) => entry.column); at < this.columns.length; at += 1) {
      const { column, rows } = this.columns[at]!;
      if (column > right) return false;
      const row = rows[firstFrom(rows, top, itself)];
      if (row !== undefined && row <= bottom) return true;
    }
    return false;
  }

  /** Visits the cells of a block, column by column. */
  forEach({ top, left, bottom, right }: Block, visit: (row: number, column: number) => void): void {
    for (let at = firstFrom(this.columns, left, (entry) => entry.column); at < this.columns.length; at += 1) {
      const { column, rows } = this.columns[at]!;
      if (column > right) return;
      for (
        let position = firstFrom(rows, top, itself);
        position < rows.length && rows[position]! <= bottom;
        position += 1
      )
        visit(rows[position]!, column);
    }
  }
}

/** @returns position of the first entry that is not below `wanted` */
export function firstFrom<T>(sorted: readonly T[], wanted: number, key: (entry: T) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (key(sorted[middle]!) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

const itself = (row: number): number => row;

/**
 * Cells that nobody has taken yet. However many ranges overlap, each cell is handed out once, and those already taken are stepped over
 * at next to no cost: a thousand running totals over one column are walked like one.
 */
export class Remaining {
  private readonly following: (Int32Array | undefined)[];
  /** Untaken cells of each column, and the next column that may have any: a sheet is as wide as it is long for whoever transposes it. */
  private readonly left: Int32Array;
  private readonly nextColumn: Int32Array;

  constructor(private readonly cells: ColumnCells) {
    this.following = new Array<Int32Array | undefined>(cells.columns.length);
    this.left = Int32Array.from(cells.columns, ({ rows }) => rows.length);
    this.nextColumn = counting(cells.columns.length + 1);
  }

  /** @returns whether the cell was there and untaken */
  take(row: number, column: number): boolean {
    const at = firstFrom(this.cells.columns, column, (entry) => entry.column);
    const rows = this.cells.columns[at]?.column === column ? this.cells.columns[at].rows : [];
    const position = firstFrom(rows, row, itself);
    if (rows[position] !== row || this.step(at, position) !== position) return false;
    this.following[at]![position] = position + 1;
    if ((this.left[at]! -= 1) === 0) this.nextColumn[at] = at + 1;
    return true;
  }

  /** @returns the first untaken cell of a block, column by column; `null` where none is left */
  first({ top, left, bottom, right }: Block): { readonly row: number; readonly column: number } | null {
    const { columns } = this.cells;
    for (let at = this.columnFrom(left); at < columns.length; at = firstKept(this.nextColumn, at + 1)) {
      const { column, rows } = columns[at]!;
      if (column > right) return null;
      const row = rows[this.step(at, firstFrom(rows, top, itself))];
      if (row !== undefined && row <= bottom) return { row, column };
    }
    return null;
  }

  /** Visits the untaken cells of a block in the order of `first`, whatever the visit takes. */
  forEach({ top, left, bottom, right }: Block, visit: (row: number, column: number) => void): void {
    const { columns } = this.cells;
    for (let at = this.columnFrom(left); at < columns.length; at = firstKept(this.nextColumn, at + 1)) {
      const { column, rows } = columns[at]!;
      if (column > right) return;
      let position = this.step(at, firstFrom(rows, top, itself));
      while (position < rows.length && rows[position]! <= bottom) {
        visit(rows[position]!, column);
        position = this.step(at, position + 1);
      }
    }
  }

  private columnFrom(left: number): number {
    return firstKept(
      this.nextColumn,
      firstFrom(this.cells.columns, left, (entry) => entry.column),
    );
  }

  /** The first untaken position from one on. */
  private step(at: number, from: number): number {
    return firstKept((this.following[at] ??= counting(this.cells.columns[at]!.rows.length + 1)), from);
  }
}

const counting = (length: number): Int32Array => Int32Array.from({ length }, (_, own) => own);

/** The first position from one on that points at itself, halving the way for the next who asks. */
function firstKept(following: Int32Array, from: number): number {
  let position = from;
  while (following[position] !== position) {
    following[position] = following[following[position]!]!;
    position = following[position]!;
  }
  return position;
}
