import { CHECKS } from '../../review/formulas/registry';
import { NOT_STORED, STALE, TEMPLATE } from '../../review/formulas/reviewFormulas';
import type { Severity } from '../../review/formulas/check';
import { COUNTED_TWICE, FEEDS_NO_RESULT, HIDDEN_FEEDS_RESULT } from '../../review/precedents/reviewFeeding';
import type { UntoldReason } from '../../review/precedents/reads';
import type { Shape } from '../shape/shape';
import { list, object } from '../shape/structures';
import { boolean, nullable, text, whole, word } from '../shape/values';

/** The review of formulas for programs, as `kmc formulas --json` prints it: sentences are written out in the language asked for. */
export interface PrintedFormulaReview {
  /** Formula cells of the workbook. */
  readonly formulas: number;
  readonly unique: readonly PrintedFormula[];
  readonly findings: readonly PrintedFinding[];
  /** What feeds the results; `null` where no cell is known to be one. */
  readonly tree: PrintedTree | null;
  /** What could not be treated, and what lessens the worth of the rest. */
  readonly notices: readonly string[];
}

/** A formula once: formulas filled from one another are the same in R1C1. */
interface PrintedFormula {
  readonly sheet: string;
  readonly r1c1: string;
  readonly count: number;
  readonly regions: readonly string[];
}

export interface PrintedFinding {
  readonly sheet: string;
  readonly cell: string;
  readonly check: string;
  readonly severity: Severity;
  readonly certain: boolean;
  readonly message: string;
  /** The cell's own, or the one its neighbours share; `null` where there is none. */
  readonly formulaR1C1: string | null;
}

interface PrintedTree {
  readonly roots: readonly { readonly name: string; readonly group: number }[];
  readonly groups: readonly PrintedGroup[];
  readonly untold: readonly { readonly cell: string; readonly text: string; readonly reason: UntoldReason }[];
}

interface PrintedGroup {
  readonly sheet: string;
  readonly formulaR1C1: string | null;
  readonly count: number;
  readonly regions: readonly string[];
  readonly table: { readonly name: string; readonly header: string } | null;
  readonly label: string | null;
  /** Groups it reads, by their place in `groups`. */
  readonly reads: readonly number[];
}

const CHECK_IDS = [TEMPLATE, STALE, NOT_STORED, ...CHECKS, FEEDS_NO_RESULT, COUNTED_TWICE, HIDDEN_FEEDS_RESULT].map(
  ({ id }) => id,
);

const finding = object<PrintedFinding>({
  sheet: text,
  cell: text,
  check: word(CHECK_IDS),
  severity: word<Severity>(['error', 'warning', 'info']),
  certain: boolean,
  message: text,
  formulaR1C1: nullable(text),
});

const group = object<PrintedGroup>({
  sheet: text,
  formulaR1C1: nullable(text),
  count: whole,
  regions: list(text),
  table: nullable(object({ name: text, header: text })),
  label: nullable(text),
  reads: list(whole),
});

const tree = object<PrintedTree>({
  roots: list(object({ name: text, group: whole })),
  groups: list(group),
  untold: list(object({ cell: text, text, reason: word<UntoldReason>(['external', 'unresolved', 'name']) })),
});

export const formulaReviewShape: Shape<PrintedFormulaReview> = object<PrintedFormulaReview>({
  formulas: whole,
  unique: list(object<PrintedFormula>({ sheet: text, r1c1: text, count: whole, regions: list(text) })),
  findings: list(finding),
  tree: nullable(tree),
  notices: list(text),
});
