import type { TableName } from '../../../../src/core/template/types';
import type { Finding } from '../../../../src/core/review/finding';
import type { CellRef, CellValue } from '../../../../src/core/workbook/cell';
import type { Edit } from '../../../../src/core/workbook/edit';
import type { WorkbookSnapshot } from '../../../../src/core/workbook/snapshot';
import type { Base } from './base';

/** One mistake put into one place. */
export interface Mutant {
  readonly at: CellRef;
  /** Contents typed, after which the workbook is calculated anew; or another workbook just as a file would hold it. */
  readonly change: readonly Edit[] | WorkbookSnapshot;
  /** Cells a finding may name, where these are not all that were typed into. */
  readonly changed?: readonly CellRef[];
  /** The sound values are given to the review, as where it opens a file and recalculates it. */
  readonly recalculated?: boolean;
}

/**
 * `certain`: it contradicts the workbook itself, and has to be seen wherever it is put. `likely`: something else in the workbook stands
 * against it, and it is seen as a rule. `unseen`: a plausible wrong content that nothing in the workbook stands against; only a document
 * or the package submitted before can tell, and its share is reported apart.
 */
export type Visibility = 'certain' | 'likely' | 'unseen';

export interface MutationKind {
  readonly id: string;
  readonly visibility: Visibility;
  readonly mutants: (base: Base) => readonly Mutant[];
  /** Findings that are about the mistake although they name another row: what it made wrong. */
  readonly says?: readonly ((finding: Finding, at: CellRef) => boolean)[];
}

export const isEdits = (change: Mutant['change']): change is readonly Edit[] => Array.isArray(change);

export const typed = (at: CellRef, value: CellValue): Mutant => ({
  at,
  change: [{ kind: 'set-value', cell: at, value }],
});

export const entered = (at: CellRef, formula: string): Mutant => ({
  at,
  change: [{ kind: 'set-formula', cell: at, formula, value: null }],
});

/** A rule that speaks of the sheet on which the mistake stands, or of the workbook as a whole. */
export const told =
  (rule: RegExp) =>
  ({ rule: id, cells }: Finding, { sheet }: CellRef): boolean =>
    rule.test(id) && (cells.length === 0 || cells.some((cell) => cell.sheet === sheet));

/** A rule that speaks of another table, which the mistake made wrong. */
export const toldIn =
  (rule: RegExp, ...tables: readonly TableName[]) =>
  ({ rule: id, subject }: Finding): boolean =>
    rule.test(id) && tables.some((table) => table === subject.table);
