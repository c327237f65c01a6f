import type { ReadBlock } from './precedence';

export interface Place {
  /** The sheet's position in the workbook. */
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

/** The cells of one column by row, and above them a binary tree of groups in the usual array form (node n has 2n and 2n + 1). */
interface Column {
  readonly column: number;
  readonly rows: readonly number[];
  readonly cells: readonly number[];
  /** Number of the first group. */
  readonly offset: number;
}

/** Finds, for a block, the groups of cells that make it up. */
export class CellIndex {
  readonly nodeCount: number;
  private readonly sheets = new Map<number, Column[]>();
  private readonly columnOfGroup: Column[] = [];
  private readonly known = new Map<string, readonly number[]>();

  constructor(private readonly places: readonly Place[]) {
    let offset = places.length;
    for (const [sheet, columns] of byColumn(places)) {
      const built = [...columns]
        .sort(([one], [other]) => one - other)
        .map(([column, cells]) => {
          const sorted = cells.sort((one, other) => places[one]!.row - places[other]!.row);
          const entry = { column, cells: sorted, rows: sorted.map((cell) => places[cell]!.row), offset };
          offset += sorted.length;
          for (let group = 0; group < sorted.length; group++) this.columnOfGroup.push(entry);
          return entry;
        });
      this.sheets.set(sheet, built);
    }
    this.nodeCount = offset;
  }

  /** @returns nodes: cells and groups that together are exactly the indexed cells of the block */
  groupsOf(block: ReadBlock): readonly number[] {
    if (block.top === block.bottom && block.left === block.right) return this.cellAt(block);
    const key = `${block.sheet},${block.top},${block.left},${block.bottom},${block.right}`;
    const known = this.known.get(key);
    if (known) return known;
    const columns = this.sheets.get(block.sheet) ?? [];
    const first = firstAtLeast(columns, block.left, columnOf);
    const groups = columns
      .slice(first, firstAtLeast(columns, block.right + 1, columnOf))
      .flatMap((column) => groupsInRows(column, block.top, block.bottom));
    this.known.set(key, groups);
    return groups;
  }

  /** Most reads are of one cell: not kept, and found without going through the columns. */
  private cellAt({ sheet, top, left }: ReadBlock): readonly number[] {
    const columns = this.sheets.get(sheet) ?? [];
    const column = columns[firstAtLeast(columns, left, columnOf)];
    if (column?.column !== left) return NONE;
    const at = firstAtLeast(column.rows, top, itself);
    return column.rows[at] === top ? [column.cells[at]!] : NONE;
  }

  /** @param group a node that is not a cell; @returns its two halves */
  membersOf(group: number): readonly number[] {
    const column = this.columnOfGroup[group - this.places.length]!;
    const at = group - column.offset;
    return at === 0 ? [] : [nodeAt(column, 2 * at), nodeAt(column, 2 * at + 1)];
  }
}

const NONE: readonly number[] = [];
export const itself = (value: number): number => value;
const columnOf = ({ column }: Column): number => column;

function byColumn(places: readonly Place[]): Map<number, Map<number, number[]>> {
  const sheets = new Map<number, Map<number, number[]>>();
  places.forEach(({ sheet, column }, cell) => {
    const columns = sheets.get(sheet) ?? new Map<number, number[]>();
    sheets.set(sheet, columns);
    const cells = columns.get(column) ?? [];
    columns.set(column, cells);
    cells.push(cell);
  });
  return sheets;
}

function groupsInRows(column: Column, top: number, bottom: number): number[] {
  const size = column.cells.length;
  const nodes: number[] = [];
  let low = firstAtLeast(column.rows, top, itself) + size;
  let high = firstAtLeast(column.rows, bottom + 1, itself) + size;
  while (low < high) {
    if (low % 2 === 1) nodes.push(nodeAt(column, low++));
    if (high % 2 === 1) nodes.push(nodeAt(column, --high));
    low >>= 1;
    high >>= 1;
  }
  return nodes;
}

function nodeAt(column: Column, at: number): number {
  const size = column.cells.length;
  return at >= size ? column.cells[at - size]! : column.offset + at;
}

/** @returns the first position in ascending items whose number is at least `wanted`, their count when there is none */
export function firstAtLeast<Item>(items: readonly Item[], wanted: number, numberOf: (item: Item) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numberOf(items[middle]!) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
