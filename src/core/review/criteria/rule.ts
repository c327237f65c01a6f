import type { ReductionModel } from '../../calculation/model';
import type { Basis } from '../../calculation/profile';
import type { Assessment } from '../../calculation/types';
import type { Variation } from '../../calculation/variations';
import type { Case, Problem } from '../../case/types';
import type { Message } from '../../message';
import type { TableName } from '../../template/types';
import type { SensitivityRow, Uncertainty } from '../../uncertainty/types';
import type { CellRef } from '../../workbook/cell';
import type { Criterion, FindingSeverity, Subject } from '../finding';

/** A total that the workbook prints, for a reader to compare with the calculation. */
export interface ReportedTotal {
  readonly number: 'reductionPerUnit' | 'avoided';
  /** As printed: plain digits, its last one as precise as it claims to be. */
  readonly value: string;
  readonly unit: string;
  readonly place: Place;
}

/** An input that differs from the last package submitted. */
export interface InputChange {
  readonly place: Place;
  readonly from: string | null;
  readonly to: string | null;
}

/** A reviewer's remark on the earlier package, as far as the rules ask for it. */
export interface RemarkFact {
  /** As 指摘事項・回答書 numbers it. */
  readonly number: number;
  readonly state: 'answered' | 'unanswered' | 'settled' | 'none-needed';
}

/** All a rule may look at. Facts that a workbook alone cannot tell are `null` when nobody has given them. */
export interface RuleInput {
  readonly case: Case;
  readonly assessment: Assessment;
  /** What reading and calculation found. */
  readonly problems: readonly Problem[];
  readonly model: ReductionModel | null;
  readonly uncertainty: Uncertainty | null;
  readonly sensitivity: readonly SensitivityRow[] | null;
  /** The numbers under each named variation; `null` where they were not worked out. */
  readonly variations: readonly Variation[] | null;
  /** Whether the analysis recorded in the workbook belongs to the inputs of now (`recordState`); `null` where nobody looked. */
  readonly record: 'no-sheet' | 'none' | 'current' | 'outdated' | null;
  /** SHA-256 by file name of the evidence at hand; `null` where the files are not at hand. */
  readonly evidenceFiles: ReadonlyMap<string, string> | null;
  /** Files are still being chosen: one that is not at hand may yet come. */
  readonly evidenceOpen: boolean;
  /** Totals printed on the sheets of the workbook; `null` where the sheets were not looked at. */
  readonly reported: readonly ReportedTotal[] | null;
  /** `null` where no earlier package is at hand. */
  readonly changes: readonly InputChange[] | null;
  /** Remarks of a reviewer on the earlier package; `null` where none is at hand. */
  readonly remarks: readonly RemarkFact[] | null;
  /** Reasons given by the author, by finding id: a `warn` with a reason is cleared. */
  readonly reasons: ReadonlyMap<string, string>;
}

/** What something is about and where to look. */
export interface Place {
  readonly subject: Subject;
  readonly cells: readonly CellRef[];
}

/** What a rule says about one place. */
export interface Verdict extends Place {
  /** Where it differs from the rule's own, e.g. `unknown` where it cannot be decided. */
  readonly severity?: FindingSeverity;
  readonly message: Message;
  /** Without it the rule's own text `rules.<id>.settle` holds. */
  readonly settle?: Message;
}

/** One change to a worked example: the content of a cell, by table, row id (key, for KmcCase) and column key. */
export interface ExampleChange {
  readonly table: TableName;
  readonly row: string;
  readonly column: string;
  /** `null`: blank. A word of the column's vocabulary is written in the workbook's language. */
  readonly value: string | number | null;
}

/** A worked case, changed or not, and what the rule must say of it. */
export interface RuleExample {
  /** What was changed, as the manual says it: `rules.<id>.examples.<name>`. */
  readonly name: string;
  /** Name of a sample case of the template. */
  readonly sample: string;
  readonly changes: readonly ExampleChange[];
  /** Rows taken out, by table and row id. */
  readonly without?: readonly { readonly table: TableName; readonly row: string }[];
  /** Rows put in below the others, by column key. */
  readonly with?: readonly { readonly table: TableName; readonly values: Readonly<Record<string, string | number>> }[];
  /** Facts beside the workbook, e.g. the files at hand; what is not given is not known. */
  readonly given?: Partial<
    Pick<RuleInput, 'evidenceFiles' | 'evidenceOpen' | 'reported' | 'changes' | 'remarks' | 'reasons' | 'record'>
  >;
  /** Whether a simulation and a sensitivity analysis have been run. */
  readonly analysed?: true;
  readonly says: 'passes' | FindingSeverity;
  /** Cell expected first, as table, row and column. */
  readonly at?: { readonly table: TableName; readonly row: string; readonly column: string };
  /** Other rules that the change concerns, too; every rule not named must say what it says of the unchanged sample. */
  readonly alsoChanges?: readonly string[];
}

export interface Rule {
  /** Also the key of its texts: `rules.<id>.title`, `.check`, `.settle`, `.examples.<name>` and what it says. */
  readonly id: string;
  readonly criterion: Criterion;
  readonly severity: 'block' | 'warn' | 'info';
  readonly basis: Basis;
  /** Where the requirement stands, e.g. `ISO 14044 4.2.3.2`; named in its manual page. */
  readonly source: string;
  /**
   * Problems of reading and calculation that are this rule's findings, with their own severity, text and cell: `check` says only what is
   * beyond them.
   */
  readonly owns?: (problem: Problem) => boolean;
  /** Problems that `check` says in words of its own, many at once: neither filed one by one nor told beside the rules. */
  readonly retells?: (problem: Problem) => boolean;
  /** Whether there is anything to judge; where there is not and nothing else is said, the rule is at a loss instead of passed. */
  readonly judges?: (input: RuleInput) => boolean;
  /** Empty when it passes. */
  readonly check: (input: RuleInput) => readonly Verdict[];
  /** At least one that passes and one that fails. */
  readonly examples: readonly RuleExample[];
}
