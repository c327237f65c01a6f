import type { Language, TableName } from '../template/types';
import type { BoundTable } from './bindColumns';
import type { ProblemList } from './problemList';

/** What is known of a workbook before the ranges its user has adopted are bound. */
export interface TemplateTables {
  readonly language: Language | null;
  readonly tables: readonly BoundTable[];
  readonly problems: ProblemList;
}

/** Ranges outside the template's tables whose rows are read as if they stood in them. */
export interface AdoptedRanges {
  /** Tables that a range stands for, also where it cannot be read. */
  readonly names: ReadonlySet<TableName>;
  /** Binds the ranges that can be read, several for one table if need be, and reports why the others cannot. */
  bind(workbook: TemplateTables): readonly BoundTable[];
}

export const NOTHING_ADOPTED: AdoptedRanges = { names: new Set(), bind: () => [] };
