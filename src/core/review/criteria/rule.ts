import type { Basis } from '../../calculation/profile';
import type { Assessment } from '../../calculation/types';
import type { Case, Problem } from '../../case/types';
import type { Message } from '../../message';
import type { ReductionModel } from '../../calculation/model';
import type { Uncertainty, SensitivityRow } from '../../uncertainty/types';
import type { CellRef } from '../../workbook/cell';
import type { Criterion, FindingSeverity, Subject } from '../finding';

/** All a rule may look at. Facts that a workbook alone cannot tell are `null` when nobody has given them. */
export interface RuleInput {
  readonly case: Case;
  readonly assessment: Assessment;
  /** What reading and calculation found. */
  readonly problems: readonly Problem[];
  readonly model: ReductionModel | null;
  readonly uncertainty: Uncertainty | null;
  readonly sensitivity: readonly SensitivityRow[] | null;
  /** SHA-256 by file name of the evidence at hand; `null` where the files are not at hand. */
  readonly evidenceFiles: ReadonlyMap<string, string> | null;
  /** Reasons given by the author, by finding id: a `warn` with a reason is cleared. */
  readonly reasons: ReadonlyMap<string, string>;
}

/** What a rule says about one place. */
export interface Verdict {
  /** Where it differs from the rule's own, e.g. `unknown` where it cannot be decided. */
  readonly severity?: FindingSeverity;
  readonly message: Message;
  readonly settle?: Message;
  readonly subject: Subject;
  readonly cells: readonly CellRef[];
}

/** One change to a worked example: the content of a cell, by table, row id (key, for KmcCase) and column key. */
export interface ExampleChange {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly value: string | number | boolean | null;
}

/** A worked case, changed or not, and what the rule must say of it. */
export interface RuleExample {
  readonly name: string;
  /** Id of a sample case of the template. */
  readonly sample: string;
  readonly changes: readonly ExampleChange[];
  /** Rows taken out, by table and row id. */
  readonly without?: readonly { readonly table: string; readonly row: string }[];
  readonly says: 'passes' | FindingSeverity;
  /** Cell expected first, as table, row and column. */
  readonly at?: { readonly table: string; readonly row: string; readonly column: string };
}

export interface Rule {
  /** Also the key of its texts: `rules.<id>.title`, `.check`, `.settle` and what it says. */
  readonly id: string;
  readonly criterion: Criterion;
  readonly severity: 'block' | 'warn' | 'info';
  readonly basis: Basis;
  /** Where the requirement stands, e.g. `ISO 14044 4.2.3.2`; named in its manual page. */
  readonly source: string;
  /** Empty when it passes. */
  readonly check: (input: RuleInput) => readonly Verdict[];
  /** At least one that passes and one that fails. */
  readonly examples: readonly RuleExample[];
}
