import { createLiveCalculator } from '../../../../src/adapters/recalc/liveCalculator';
import { recordState } from '../../../../src/core/analysisRecord';
import type { Case, Problem } from '../../../../src/core/case/types';
import { evaluate } from '../../../../src/core/pipeline';
import { reportedTotals } from '../../../../src/core/review/criteria/reportedTotals';
import type { Finding, FindingSeverity } from '../../../../src/core/review/finding';
import { reviewFormulas } from '../../../../src/core/review/formulas/reviewFormulas';
import { reviewOf } from '../../../../src/core/review/review';
import { inputChanges } from '../../../../src/core/review/rounds/inputChanges';
import type { CellRef } from '../../../../src/core/workbook/cell';
import type { Edit } from '../../../../src/core/workbook/edit';
import type { Recalculation } from '../../../../src/core/workbook/recalculation';
import type { WorkbookSnapshot } from '../../../../src/core/workbook/snapshot';
import { withEdits } from '../../../../src/core/workbook/withEdits';
import { contentOf, formulaOf, type Base } from './base';
import { isEdits, type Mutant, type MutationKind } from './mutation';
import { saidOf, type Said } from './said';

/** What became of one planted mistake. */
export interface Verdict {
  /** Rules whose findings name the mistake and that ask for an answer; empty where it was missed. */
  readonly by: readonly string[];
  /** Information only: told, but not as something to be answered. */
  readonly noted: readonly string[];
}

interface Reviewed {
  readonly snapshot: WorkbookSnapshot;
  readonly case: Case;
  readonly findings: readonly Finding[];
}

/** Judges the mutants of one base, of which it knows what is said before any mistake. */
export class Judge {
  private readonly before: Reviewed;
  private readonly saidBefore: readonly Said[];

  constructor(private readonly base: Base) {
    this.before = reviewedAs(base, base.snapshot, { problems: base.live.problems });
    this.saidBefore = this.before.findings.map(saidOf);
  }

  /** By what the workbook alone tells. */
  judge(kind: MutationKind, mutant: Mutant): Verdict {
    if (isOffTemplate(this.base, mutant)) return { by: ['formula.template-formula'], noted: [] };
    return this.verdict(kind, mutant, this.mutated(mutant));
  }

  /** By what is told where the package submitted before, without the mistake, is at hand. */
  judgeBesideEarlier(kind: MutationKind, mutant: Mutant): Verdict {
    const says = [...(kind.says ?? []), isOfChanges];
    return this.verdict({ ...kind, says }, mutant, this.mutated(mutant, this.before));
  }

  private verdict({ says = [] }: MutationKind, { at, change, changed }: Mutant, { findings }: Reviewed): Verdict {
    const cells = changed ?? [at, ...(isEdits(change) ? change.map(({ cell }) => cell) : [])];
    const points = (finding: Finding): boolean =>
      !speaksOfShares(finding) && (pointsAt(finding, cells) || says.some((one) => one(finding, at)));
    const before = this.saidBefore.filter(({ finding }) => points(finding));
    const fresh = findings.filter(points).filter((finding) => {
      const said = saidOf(finding);
      return !before.some((known) => known.words === said.words && isAsGrave(known.finding, finding));
    });
    const rules = (wanted: (finding: Finding) => boolean): string[] => [
      ...new Set(fresh.filter(wanted).map(({ rule }) => rule)),
    ];
    return {
      by: rules(({ severity }) => severity !== 'info'),
      noted: rules(({ severity }) => severity === 'info'),
    };
  }

  private mutated({ change, recalculated }: Mutant, earlier?: Reviewed): Reviewed {
    if (!isEdits(change)) {
      const recalculation = recalculated ? calculatedIn(this.base) : null;
      return reviewedAs(this.base, change, { recalculation, earlier });
    }
    return isOfValues(this.base, change) ? this.updated(change, earlier) : this.reopened(change, earlier);
  }

  /** Values alone are followed without opening the workbook anew. */
  private updated(change: readonly Edit[], earlier?: Reviewed): Reviewed {
    const { live } = this.base;
    live.update(change);
    const result = reviewedAs(this.base, live.snapshot, { problems: live.problems, earlier });
    live.update(change.map(({ cell }) => ({ kind: 'set-value', cell, value: contentOf(this.base, cell) })));
    return result;
  }

  private reopened(change: readonly Edit[], earlier?: Reviewed): Reviewed {
    const live = createLiveCalculator().open(withEdits(this.base.snapshot, change));
    const result = reviewedAs(this.base, live.snapshot, { problems: live.problems, earlier });
    live.dispose();
    return result;
  }
}

/**
 * Whether the comparison with the template names the cell. It reads formulas and no values, so that nothing need be calculated to know;
 * of the sound workbook it says nothing.
 */
function isOffTemplate(base: Base, { at, change }: Mutant): boolean {
  if (!isEdits(change) || !base.comparable || formulaOf(base, at) === null) return false;
  const { findings } = reviewFormulas(withEdits(base.snapshot, change));
  return findings.some(
    ({ check, sheet, row, column }) =>
      check === 'template-formula' && sheet === at.sheet && row === at.row && column === at.column,
  );
}

const isOfValues = (base: Base, change: readonly Edit[]): boolean =>
  change.every(({ kind, cell }) => kind === 'set-value' && formulaOf(base, cell) === null);

/** What differs from the earlier package is the mistake and nothing else; the list of changes names its cell. */
const isOfChanges = ({ rule }: Finding): boolean => rule === 'restatement-log';

const SEVERITIES: readonly FindingSeverity[] = ['block', 'unknown', 'warn', 'info'];

const isAsGrave = (one: Finding, other: Finding): boolean =>
  SEVERITIES.indexOf(one.severity) <= SEVERITIES.indexOf(other.severity);

/** Rules of the lines that weigh most: another amount makes another line heavy, which says nothing of the mistake. */
const OF_SHARES = new Set(['data-quality', 'cut-off', 'io-factors', 'in-city-stages']);

const speaksOfShares = ({ rule, message: { code } }: Finding): boolean =>
  OF_SHARES.has(rule) || code === 'rules.line-complete.major' || code === 'rules.line-complete.minor';

/** Whether a finding names a changed cell, its row, or its column as a whole. */
const pointsAt = ({ cells, subject }: Finding, changed: readonly CellRef[]): boolean =>
  cells.some(({ sheet, row, column }) =>
    changed.some(
      (one) =>
        one.sheet === sheet && (one.row === row || (one.column === column && subject.rowId === null && subject.table)),
    ),
  );

/** The values of the sound workbook, as a new calculation of the same inputs gives them. */
function calculatedIn(base: Base): Recalculation {
  const cells: Recalculation['cells'][number][] = [];
  for (const sheet of base.snapshot.sheets)
    sheet.forEachCell((row, column, value, formula) => {
      if (formula !== null) cells.push({ cell: { sheet: sheet.name, row, column }, value, message: null });
    });
  return { cells, unsupported: [], circular: [] };
}

interface Known {
  readonly problems?: readonly Problem[];
  readonly recalculation?: Recalculation | null;
  readonly earlier?: Reviewed | undefined;
}

/** As the pane reviews an open workbook, but without a simulation, which no mistake here needs. */
function reviewedAs(base: Base, snapshot: WorkbookSnapshot, known: Known): Reviewed {
  const outcome = evaluate(snapshot, known.problems ?? []);
  const formulas = reviewFormulas(snapshot, { recalculation: known.recalculation ?? null, results: base.results });
  const changes = known.earlier ? inputChanges(known.earlier, { snapshot, case: outcome.case }) : undefined;
  const { findings, notices } = reviewOf(snapshot, outcome, {
    formulas,
    reported: reportedTotals(snapshot, outcome.assessment),
    record: recordState(snapshot, outcome.assessment),
    ...(changes ? { changes } : {}),
  });
  const manual = notices.filter(({ code }) => code === 'review.notice.manual').map(noticed);
  return { snapshot, case: outcome.case, findings: [...findings, ...manual] };
}

/** A notice of the whole workbook, where it stands for a finding. */
const noticed = (message: Finding['message']): Finding => ({
  id: message.code,
  rule: message.code,
  criterion: 'G',
  severity: 'warn',
  basis: 'assumption',
  message,
  settle: null,
  subject: { table: null, rowId: null, column: null, place: null },
  cells: [],
});
