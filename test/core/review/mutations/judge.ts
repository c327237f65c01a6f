import { evaluate } from '../../../../src/core/pipeline';
import type { Finding } from '../../../../src/core/review/finding';
import { reviewFormulas } from '../../../../src/core/review/formulas/reviewFormulas';
import { reviewOf } from '../../../../src/core/review/review';
import type { Problem } from '../../../../src/core/case/types';
import type { CellRef } from '../../../../src/core/workbook/cell';
import type { Edit } from '../../../../src/core/workbook/edit';
import type { Recalculation } from '../../../../src/core/workbook/recalculation';
import type { WorkbookSnapshot } from '../../../../src/core/workbook/snapshot';
import { formulaOf, contentOf, type Base } from './base';
import type { Mutant, MutationKind } from './mutation';

/** What KMC says of a workbook, by what it says and where. */
type Said = ReadonlyMap<string, Finding>;

export interface Verdict {
  /** Rules whose findings name the mistake, gravest first; empty where it was missed. */
  readonly by: readonly string[];
  /** Information only: told, but not as something to be answered. */
  readonly noted: readonly string[];
}

/** Judges the mutants of one base, of which it knows what is said before any mistake. */
export class Judge {
  private readonly before: Said;

  constructor(private readonly base: Base) {
    this.before = said(base, base.snapshot, base.live.problems, null);
  }

  judge({ says }: MutationKind, mutant: Mutant): Verdict {
    const after = this.after(mutant);
    const about = [...after.values()].filter(
      (finding) =>
        !this.isOld(finding) &&
        !OF_SHARES.has(finding.rule) &&
        (names(finding, mutant.at) || (says?.test(finding.rule) ?? false)),
    );
    const rules = (wanted: (finding: Finding) => boolean): string[] => [
      ...new Set(about.filter(wanted).map(({ rule }) => rule)),
    ];
    return {
      by: rules(({ severity }) => severity !== 'info'),
      noted: rules(({ severity }) => severity === 'info'),
    };
  }

  private isOld(finding: Finding): boolean {
    return this.before.get(keyOf(finding))?.severity === finding.severity;
  }

  private after({ change, recalculated }: Mutant): Said {
    if (!isEdits(change)) return said(this.base, change, [], recalculated ? calculatedIn(this.base) : null);
    const back = change.map((edit) => contentEdit(this.base, edit.cell));
    this.base.live.update(change);
    const result = said(this.base, this.base.live.snapshot, this.base.live.problems, null);
    this.base.live.update(back);
    return result;
  }
}

/** Rules of the lines that weigh most: another amount makes another line heavy, which says nothing of the mistake. */
const OF_SHARES = new Set(['data-quality', 'cut-off', 'io-factors', 'in-city-stages']);

const isEdits = (change: Mutant['change']): change is readonly Edit[] => Array.isArray(change);

function contentEdit(base: Base, cell: CellRef): Edit {
  const formula = formulaOf(base, cell);
  const value = contentOf(base, cell);
  return formula === null ? { kind: 'set-value', cell, value } : { kind: 'set-formula', cell, formula, value };
}

/** The values of the sound workbook, as a new calculation of the same inputs gives them. */
function calculatedIn(base: Base): Recalculation {
  const cells: Recalculation['cells'][number][] = [];
  for (const sheet of base.snapshot.sheets)
    sheet.forEachCell((row, column, value, formula) => {
      if (formula !== null) cells.push({ cell: { sheet: sheet.name, row, column }, value, message: null });
    });
  return { cells, unsupported: [], circular: [] };
}

function said(
  base: Base,
  snapshot: WorkbookSnapshot,
  problems: readonly Problem[],
  calculation: Recalculation | null,
): Said {
  const outcome = evaluate(snapshot, problems);
  const formulas = reviewFormulas(snapshot, { recalculation: calculation, results: base.results });
  const { findings, notices } = reviewOf(snapshot, outcome, { formulas });
  const manual = notices.filter(({ code }) => code === 'review.notice.manual').map(noticed);
  return new Map([...findings, ...manual].map((finding) => [keyOf(finding), finding]));
}

const keyOf = ({ id, message: { code, params } }: Finding): string => `${id} ${code} ${JSON.stringify(params)}`;

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

/** Whether a finding names the row of the mistake. */
const names = ({ cells }: Finding, at: CellRef): boolean =>
  cells.some(({ sheet, row }) => sheet === at.sheet && row === at.row);
