import type { FormulaCell, ReviewedSheet, UsedCell } from './book';
import { along, continuesAcross, isFilledAlong, linesOf, type Direction } from './lines';

/** A formula whose neighbours on both sides share another one. */
export interface OddFormula {
  readonly cell: FormulaCell;
  /** The nearest that has the neighbours' formula. */
  readonly like: FormulaCell;
}

/** @returns formulas that differ from the rest of their row or column, where two thirds of the stretch are the same */
export function oddFormulas(sheet: ReviewedSheet): readonly OddFormula[] {
  const found = new Map<FormulaCell, OddFormula>();
  for (const direction of ['row', 'column'] as const)
    for (const line of linesOf(sheet, direction))
      for (const run of runsOf(line, direction))
        for (const odd of oddIn(run)) if (!continuesAcross(odd.cell, direction)) found.set(odd.cell, odd);
  return [...found.values()];
}

/** Formulas filled along a line, side by side; one other cell in between does not part them. */
function runsOf(line: readonly UsedCell[], direction: Direction): readonly (readonly FormulaCell[])[] {
  const runs: FormulaCell[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const { formula } of line) {
    if (!formula?.expression || !isFilledAlong(formula.expression, direction)) continue;
    const at = along(formula, direction);
    if (at - last > 2) runs.push([]);
    runs.at(-1)!.push(formula);
    last = at;
  }
  return runs.filter((run) => run.length > 2);
}

function oddIn(run: readonly FormulaCell[]): readonly OddFormula[] {
  const counts = new Map<string, number>();
  for (const { r1c1 } of run) counts.set(r1c1, (counts.get(r1c1) ?? 0) + 1);
  const [most, count] = [...counts].reduce((best, kind) => (kind[1] > best[1] ? kind : best));
  if (count * 3 < run.length * 2) return [];
  return run.flatMap((cell, at) => {
    const before = run[at - 1];
    const isBetween = before?.r1c1 === most && run[at + 1]?.r1c1 === most;
    return cell.r1c1 !== most && isBetween ? [{ cell, like: before }] : [];
  });
}

/** A formula's text with the numbers written in it left open, to tell formulas that differ in these alone. */
export const withoutNumbers = ({ r1c1 }: FormulaCell): string =>
  r1c1.replace(/"[^"]*"|(?<![\w[.\]])\d+(\.\d+)?(e[+-]?\d+)?(?![\w\]])/gi, (part) =>
    part.startsWith('"') ? part : '#',
  );
