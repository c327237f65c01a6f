import type { CellRef, CellValue } from '../../../../src/core/workbook/cell';
import type { Edit } from '../../../../src/core/workbook/edit';
import type { WorkbookSnapshot } from '../../../../src/core/workbook/snapshot';
import type { Base } from './base';

/** One mistake put into one place. */
export interface Mutant {
  readonly at: CellRef;
  /** Contents typed, after which the workbook is calculated anew; or another workbook as a file would hold it. */
  readonly change: readonly Edit[] | WorkbookSnapshot;
  /** The new calculation's values are given to the review, as where it opens a file and recalculates it. */
  readonly recalculated?: boolean;
}

/**
 * `certain`: it contradicts the workbook itself, and has to be seen wherever it is put. `likely`: it looks odd, mostly. `unseen`: a
 * plausible wrong number that nothing in the workbook contradicts; only evidence tells, and it is not counted.
 */
export type Visibility = 'certain' | 'likely' | 'unseen';

export interface MutationKind {
  readonly id: string;
  readonly visibility: Visibility;
  readonly mutants: (base: Base) => readonly Mutant[];
  /** Rules whose findings are about the mistake although they name another row. */
  readonly says?: RegExp;
}

export const typed = (at: CellRef, value: CellValue): Mutant => ({
  at,
  change: [{ kind: 'set-value', cell: at, value }],
});

export const entered = (at: CellRef, formula: string): Mutant => ({
  at,
  change: [{ kind: 'set-formula', cell: at, formula, value: null }],
});
