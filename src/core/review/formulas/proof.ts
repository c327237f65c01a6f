import type { FormulaCell, ReviewedBook, UsedCell } from './book';
import { digitsOf, isRoundedTo } from './digits';
import { evaluateAt } from './evaluateAt';
import { reads, restsOnItself, type Kind } from './lines';

/** How sure a typed number is what a formula would give: a zero or a number of few digits may be so by chance. */
export type Proof = 'plain' | 'weak';

/** @returns whether a formula of the same line, filled to a typed number's cell, would give just that number; `null` for no */
export function proofOf({ cell: kind, count }: Kind, book: ReviewedBook, cell: UsedCell): Proof | null {
  const trial = evaluateAt(kind.expression!, book, kind.sheet, cell);
  if (!trial || trial.unfed > 0) return null;
  if (count < book.thresholds.many && restsOnItself(kind, cell)) return null;
  const typed = cell.value as number;
  if (typed === 0)
    return trial.value === 0 && trial.cells > 0 && trial.inputs > 0 && !reads(kind, cell) ? 'weak' : null;
  if (trial.inputs >= 2) return isAsRounded(trial.value, typed, book.thresholds.rounding) ? 'plain' : null;
  if (trial.value !== typed) return null;
  if (digitsOf(typed) >= book.thresholds.tellingDigits) return 'plain';
  return isParted(kind, cell) ? null : 'weak';
}

const isAsRounded = (value: number, typed: number, most: number): boolean =>
  isRoundedTo(typed, value) && Math.abs(value - typed) <= Math.abs(typed) * most;

/** A copy of one number elsewhere tells only within its table: across a blank row or column it may be another table's number. */
function isParted(kind: FormulaCell, cell: UsedCell): boolean {
  const { rows, columns } = kind.sheet;
  const steps = (from: number, to: number): readonly number[] =>
    Array.from({ length: Math.abs(to - from) }, (_, step) => Math.min(from, to) + step);
  return kind.row === cell.row
    ? steps(kind.column, cell.column).some((column) => !columns.has(column))
    : steps(kind.row, cell.row).some((row) => !rows.has(row));
}
