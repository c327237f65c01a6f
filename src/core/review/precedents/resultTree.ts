import type { ReviewedBook } from '../formulas/book';
import type { ResultCell } from './certifiedCells';
import type { Block } from './columnCells';
import { Groups } from './treeGroups';
import { Readings } from './treeReadings';
import type { Rests, Untold } from './walk';

/** Cells of one sheet that are alike: the same formula (in R1C1), or inputs of one column. */
export interface TreeGroup {
  readonly sheet: string;
  /** `null` for inputs. */
  readonly r1c1: string | null;
  readonly count: number;
  /** The cells as blocks. */
  readonly regions: readonly Block[];
  /** Table and column header, where they stand in one column of a table. */
  readonly table: { readonly name: string; readonly header: string } | null;
  /** The nearest text to the left of the first cell, else above it; `null` where there is none. */
  readonly label: string | null;
  /** Groups that its formulas read, in the order in which they are first read. */
  readonly reads: readonly TreeGroup[];
}

/** What feeds the results: every group once; a group that several read stands in the `reads` of each. */
export interface ResultTree {
  readonly roots: readonly { readonly name: string; readonly group: TreeGroup }[];
  readonly groups: readonly TreeGroup[];
  /** Formulas on the way of which it cannot be told what they read. */
  readonly untold: readonly Untold[];
}

/** @param rests all that the results rest on */
export function resultTree(results: readonly ResultCell[], rests: Rests, book: ReviewedBook): ResultTree {
  const groups = new Groups(book);
  groups.addAll(rests.formulas);
  groups.addAll(rests.inputs);
  groups.close();
  const readings = new Readings(groups, book);
  for (const group of groups.all) group.reads = readings.of(group);
  const roots = results.flatMap(({ name, cell }) => {
    const group = groups.of(cell);
    return group ? [{ name, group }] : [];
  });
  return { roots, groups: groups.all, untold: rests.untold };
}
