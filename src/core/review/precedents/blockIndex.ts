import type { Block } from './columnCells';

/** Entries of one node. */
const WIDTH = 16;

interface Node extends Block {
  /** Position of an entry; -1 for a node with others inside. */
  readonly entry: number;
  readonly inside: readonly Node[];
}

/**
 * Finds which of many blocks hold a cell. A packed R-tree: blocks that lie near each other share a node with the box around them
 * (Leutenegger, Lopez & Edgington 1997, sort-tile-recursive).
 */
export class BlockIndex {
  private readonly root: Node | null;

  /** @param blocks found again by their position */
  constructor(blocks: readonly Block[]) {
    let level: Node[] = blocks.map(({ top, left, bottom, right }, entry) => ({
      top,
      left,
      bottom,
      right,
      entry,
      inside: [],
    }));
    while (level.length > 1) level = packed(level);
    this.root = level[0] ?? null;
  }

  /** @returns positions of the blocks that hold the cell, ascending */
  at(row: number, column: number): readonly number[] {
    const found: number[] = [];
    const open = this.root ? [this.root] : [];
    for (let node = open.pop(); node; node = open.pop()) {
      if (row < node.top || row > node.bottom || column < node.left || column > node.right) continue;
      if (node.entry >= 0) found.push(node.entry);
      else open.push(...node.inside);
    }
    return found.sort((one, other) => one - other);
  }
}

function packed(nodes: readonly Node[]): Node[] {
  const slices = Math.ceil(Math.sqrt(nodes.length / WIDTH));
  const byColumn = [...nodes].sort((one, other) => one.left + one.right - other.left - other.right);
  const slice = Math.ceil(nodes.length / slices);
  return chunks(byColumn, slice).flatMap((part) =>
    chunks(
      part.sort((one, other) => one.top + one.bottom - other.top - other.bottom),
      WIDTH,
    ).map(around),
  );
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < list.length; at += size) parts.push(list.slice(at, at + size));
  return parts;
}

const around = (inside: readonly Node[]): Node => ({
  top: Math.min(...inside.map(({ top }) => top)),
  left: Math.min(...inside.map(({ left }) => left)),
  bottom: Math.max(...inside.map(({ bottom }) => bottom)),
  right: Math.max(...inside.map(({ right }) => right)),
  entry: -1,
  inside,
});
