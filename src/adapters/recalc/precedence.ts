import { message, type Message } from '../../core/message';
import { CellIndex, type Place } from './cellIndex';
import { stronglyConnected } from './stronglyConnected';
import { BeyondBudget, type WorkBudget } from './workBudget';

/** A read block of cells on the sheet of that position. */
export interface ReadBlock {
  readonly sheet: number;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface PrecedenceOrder {
  /** All nodes, each after everything it depends on. Nodes below the number of cells are cells, the others groups of them. */
  readonly order: readonly number[];
  /** By node: it depends on itself. */
  readonly circular: Uint8Array;
  /** What a node depends on directly. */
  readonly dependencies: (node: number) => readonly number[];
}

/** Steps to keep and follow one dependency. */
const A_DEPENDENCY = 1;

/**
 * Orders cells so that each comes after those it reads.
 *
 * Ranges are not unfolded into cells: each column is a tree of groups, and a range is the few groups that make it up. Ten thousand
 * running sums over one column give some hundred thousand edges instead of fifty million.
 *
 * @param places the cells whose value may change, each once
 * @param reads by cell: the blocks it reads
 * @param origins by cell: the cell whose formula fills it, -1 for none
 * @param budget for what is kept of each cell
 * @param leaveOut is told of a cell that reads so many others that the budget does not allow to follow them
 */
export function precedenceOrder(
  places: readonly Place[],
  reads: (cell: number) => readonly ReadBlock[],
  origins: ArrayLike<number>,
  budget: WorkBudget,
  leaveOut: (cell: number, why: Message) => void,
): PrecedenceOrder {
  const index = new CellIndex(places);
  const direct = places.map((_, cell) => {
    const nodes: number[] = [];
    try {
      for (const block of reads(cell)) {
        const groups = index.groupsOf(block);
        budget.spend(groups.length * A_DEPENDENCY, message('recalc.work.precedents'));
        for (const node of groups) nodes.push(node);
      }
    } catch (thrown) {
      if (!(thrown instanceof BeyondBudget)) throw thrown;
      leaveOut(cell, thrown.detail);
    }
    if (origins[cell]! >= 0) nodes.push(origins[cell]!);
    return nodes;
  });
  const dependencies = (node: number) => (node < places.length ? direct[node]! : index.membersOf(node));
  return { ...stronglyConnected(index.nodeCount, dependencies), dependencies };
}
