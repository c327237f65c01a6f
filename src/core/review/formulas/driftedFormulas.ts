import type { FormulaCell, ReviewedSheet } from './book';
import type { OddFormula } from './oddFormulas';
import { readsTheSame } from './lines';

/** So often must the neighbours' formula stand in the sheet to be the rule. */
const RULE = 3;
/** Blank columns or rows to the neighbours included. */
const NEAR = [-1, 1, -2, 2];

const WAYS = [
  [1, 0],
  [0, 1],
] as const;

/**
 * Formulas filled from one in which a `$` is missing: the first reads just what its neighbours' formula reads there, those filled from
 * it no longer do.
 */
export function driftedFormulas(sheet: ReviewedSheet): readonly OddFormula[] {
  return [...sheet.kinds.values()].flatMap((cells) =>
    cells.length < 2 ? [] : cells.flatMap((head) => WAYS.flatMap((way) => driftedFrom(head, way))),
  );
}

function driftedFrom(head: FormulaCell, [down, right]: readonly [number, number]): readonly OddFormula[] {
  const along = (by: number): FormulaCell | undefined => same(formulaAt(head, by * down, by * right), head);
  if (along(-1) || !along(1)) return [];
  const step = NEAR.find((by) => isRule(formulaAt(head, by * right, by * down), head));
  const rule = step === undefined ? undefined : formulaAt(head, step * right, step * down);
  if (step === undefined || !rule || !readsTheSame(head, rule)) return [];
  const found: OddFormula[] = [];
  for (let cell = along(1), by = 1; cell; cell = along((by += 1))) {
    const like = same(formulaAt(cell, step * right, step * down), rule);
    if (like && !readsTheSame(cell, like)) found.push({ cell, like });
  }
  return found;
}

const formulaAt = ({ sheet, row, column }: FormulaCell, rows: number, columns: number): FormulaCell | undefined =>
  sheet.at(row + rows, column + columns)?.formula ?? undefined;

const same = (cell: FormulaCell | undefined, as: FormulaCell): FormulaCell | undefined =>
  cell?.r1c1 === as.r1c1 ? cell : undefined;

/** Another formula that stands in the sheet more often, of the same parts. */
function isRule(cell: FormulaCell | undefined, head: FormulaCell): boolean {
  if (!cell?.expression || cell.r1c1 === head.r1c1) return false;
  const { kinds } = cell.sheet;
  const count = kinds.get(cell.r1c1)!.length;
  return count >= RULE && count > kinds.get(head.r1c1)!.length;
}
