import type { Problem } from '../../core/case/types';
import { FUNCTIONS } from '../../core/functions/registry';
import type { FunctionSpec } from '../../core/functions/types';
import type { LiveCalculator, LiveWorkbook, ShownCell } from '../../core/ports';
import { recalculated } from '../../core/recalculated';
import type { CellRef } from '../../core/workbook/cell';
import type { Edit } from '../../core/workbook/edit';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { brokenSpills, withSpills } from '../../core/workbook/spills';
import { withEdits } from '../../core/workbook/withEdits';
import { Calculation } from './calculation';

/** Keeps the engine of a workbook between keystrokes: what an edit does not touch is not calculated again. */
export function createLiveCalculator(functions: readonly FunctionSpec[] = FUNCTIONS): LiveCalculator {
  return { open: (snapshot) => new Live(snapshot, functions) };
}

class Live implements LiveWorkbook {
  snapshot: WorkbookSnapshot;
  problems: readonly Problem[] = [];
  private calculation: Calculation;
  /** Formulas that Excel has not calculated: how many cells they fill is for us to say. */
  private fresh: readonly CellRef[];

  constructor(
    opened: WorkbookSnapshot,
    private readonly functions: readonly FunctionSpec[],
  ) {
    this.snapshot = opened;
    this.fresh = uncalculated(opened);
    this.calculation = new Calculation(opened, [], functions);
    this.take(opened);
  }

  update(edits: readonly Edit[]): readonly ShownCell[] {
    const moved = this.calculation.follow(edits);
    if (!moved) return this.refill(edits);
    const edited = withEdits(this.snapshot, edits);
    const followed = recalculated(edited, moved);
    this.snapshot = followed.snapshot;
    if (this.problems.length > 0 || followed.problems.length > 0) {
      this.problems = recalculated(this.snapshot, this.calculation.recalculation).problems;
    }
    return followed.shown;
  }

  /** The way for formulas that were entered or overwritten, or that fill other cells than before. */
  private refill(edits: readonly Edit[]): readonly ShownCell[] {
    const { blanks, left } = brokenSpills(this.snapshot, edits);
    const edited = withEdits(withSpills(withEdits(this.snapshot, blanks), left), edits);
    this.fresh = [...this.fresh, ...edits.filter(({ kind }) => kind === 'set-formula').map(({ cell }) => cell)];
    return [
      ...blanks.filter(({ cell }) => !edits.some((edit) => isSameCell(edit.cell, cell))),
      ...this.calculateAnew(edited, [...edits.map(({ cell }) => cell), ...this.fresh]),
    ];
  }

  reopen(snapshot: WorkbookSnapshot, changed: readonly CellRef[]): readonly ShownCell[] {
    this.fresh = changed;
    return this.calculateAnew(snapshot, changed);
  }

  dispose(): void {
    this.calculation.dispose();
  }

  private calculateAnew(snapshot: WorkbookSnapshot, changed: readonly CellRef[]): readonly ShownCell[] {
    this.calculation.dispose();
    this.calculation = new Calculation(snapshot, changed, this.functions);
    return this.take(snapshot);
  }

  private take(snapshot: WorkbookSnapshot): readonly ShownCell[] {
    const all = recalculated(snapshot, this.calculation.recalculation);
    this.snapshot = withSpills(all.snapshot, this.calculation.spills);
    this.problems = all.problems;
    return all.shown;
  }
}

const isSameCell = (one: CellRef, other: CellRef): boolean =>
  one.row === other.row && one.column === other.column && one.sheet === other.sheet;

function uncalculated({ sheets }: WorkbookSnapshot): CellRef[] {
  const cells: CellRef[] = [];
  for (const sheet of sheets) {
    sheet.forEachCell((row, column, value, formula) => {
      if (formula !== null && value === null) cells.push({ sheet: sheet.name, row, column });
    });
  }
  return cells;
}
