import { APPLICATION_STATES, type ApplicationState } from '../../review/decisions/applicationState';
import { DECISION_STATES, type DecisionState } from '../../review/decisions/entries';
import { CRITERIA, FINDING_BASES, type Criterion, type FindingBasis, type FindingSeverity } from '../../review/finding';
import type { RuleStatus, Status } from '../../review/review';
import { COMPARED_NUMBERS, type FormulaChange, type NumberChange } from '../../review/rounds/changesSince';
import type { Shape } from '../shape/shape';
import { list, object, optional } from '../shape/structures';
import { boolean, nullable, text, whole, word } from '../shape/values';

/** A review for programs, as `kmc review --json` prints it: sentences are written out in the language asked for. */
export interface ReviewReport {
  readonly product: string;
  readonly state: ApplicationState;
  readonly criteria: readonly ReportedCriterion[];
  readonly findings: readonly ReportedFinding[];
  readonly decisions: readonly (ReportedStanding & { readonly state: DecisionState })[];
  readonly reasons: readonly ReportedStanding[];
  readonly replies: readonly ReportedEntry[];
  readonly notices: readonly string[];
  /** Since the earlier workbook; absent where none was given. */
  readonly changes?: ReportedChanges;
}

interface ReportedCriterion {
  readonly criterion: Criterion;
  readonly status: Status;
  /** `open` also where what it rests on has changed. */
  readonly decision: DecisionState;
  readonly rules: readonly RuleStatus[];
}

/** By the names that outlive sorting, and by where it is now. */
interface ReportedPlace {
  readonly table: string | null;
  readonly row: string | null;
  readonly column: string | null;
}

export interface ReportedFinding extends ReportedPlace {
  readonly id: string;
  readonly rule: string;
  readonly criterion: Criterion;
  /** `info` for a warning that the author's reason clears. */
  readonly severity: FindingSeverity;
  readonly basis: FindingBasis;
  readonly message: string;
  /** What settles it; `null` where nothing has to be done. */
  readonly settle: string | null;
  /** A cell outside every table. */
  readonly place: string | null;
  readonly cells: readonly string[];
  readonly reason: string | null;
}

interface ReportedEntry {
  readonly on: string;
  readonly text: string;
  readonly by: string;
  readonly date: string;
  readonly round: number;
}

export interface ReportedStanding extends ReportedEntry {
  /** What it was written on; `on` is what that is now. */
  readonly writtenOn: string;
  readonly status: 'stands' | 'reopened' | 'gone';
  readonly changes: readonly ReportedBasisChange[];
}

interface ReportedBasisChange extends ReportedPlace {
  readonly kind: (typeof BASIS_CHANGES)[number];
  readonly cell: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly message: string;
}

export interface ReportedChanges {
  readonly numbers: readonly NumberChange[];
  readonly rows: readonly { readonly kind: 'added' | 'removed'; readonly table: string; readonly row: string }[];
  readonly contents: readonly ReportedContent[];
  readonly formulas: readonly FormulaChange[];
  readonly findings: { readonly opened: readonly ReportedFinding[]; readonly closed: readonly ReportedFinding[] };
  readonly reopened: readonly (ReportedStanding & { readonly state: DecisionState })[];
}

interface ReportedContent extends ReportedPlace {
  readonly kind: 'changed' | 'added' | 'removed';
  readonly isFormula: boolean;
  readonly cell: string;
  readonly from: string | null;
  readonly to: string | null;
}

const BASIS_CHANGES = ['changed', 'added', 'removed', 'row', 'said', 'finding', 'undetailed'] as const;
const SEVERITIES: readonly FindingSeverity[] = ['block', 'unknown', 'warn', 'info'];

const texts = nullable(text);
const status = word(['passes', ...SEVERITIES] as const);
const decisionState = word(DECISION_STATES);
const placed = { table: texts, row: texts, column: texts };
const written = { on: text, text, by: text, date: text, round: whole };

const finding = object<ReportedFinding>({
  ...{ id: text, rule: text, criterion: word(CRITERIA), severity: word(SEVERITIES), basis: word(FINDING_BASES) },
  ...{ message: text, settle: texts, ...placed, place: texts, cells: list(text), reason: texts },
});

const basisChange = object<ReportedBasisChange>({
  ...{ kind: word(BASIS_CHANGES), ...placed, cell: texts, from: texts, to: texts, message: text },
});

const standing = {
  ...written,
  writtenOn: text,
  status: word(['stands', 'reopened', 'gone'] as const),
  changes: list(basisChange),
};
const decided = object<ReportedStanding & { readonly state: DecisionState }>({ ...standing, state: decisionState });

const content = object<ReportedContent>({
  ...{ kind: word(['changed', 'added', 'removed'] as const), isFormula: boolean, ...placed, cell: text },
  ...{ from: texts, to: texts },
});

const changes = object<ReportedChanges>({
  numbers: list(
    object<NumberChange>({
      ...{ number: word(COMPARED_NUMBERS), from: texts, to: texts, fromUnit: text, toUnit: text },
    }),
  ),
  rows: list(object({ kind: word(['added', 'removed'] as const), table: text, row: text })),
  contents: list(content),
  formulas: list(object<FormulaChange>({ sheet: text, r1c1: text, from: whole, to: whole })),
  findings: object<ReportedChanges['findings']>({ opened: list(finding), closed: list(finding) }),
  reopened: list(decided),
});

export const reviewReportShape = object<ReviewReport>({
  product: text,
  state: word(APPLICATION_STATES),
  criteria: list(
    object<ReportedCriterion>({
      ...{ criterion: word(CRITERIA), status, decision: decisionState },
      rules: list(object<RuleStatus>({ rule: text, status })),
    }),
  ),
  findings: list(finding),
  decisions: list(decided),
  reasons: list(object<ReportedStanding>(standing)),
  replies: list(object<ReportedEntry>(written)),
  notices: list(text),
  changes: optional(changes) as Shape<ReviewReport['changes']>,
});
