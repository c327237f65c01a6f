import { rememberByText } from '../../memo';
import type { FormulaCell, ReviewedSheet, UsedCell } from './book';
import { along, continuesAcross, isFilledAlong, linesOf, type Direction } from './lines';
import type { Thresholds } from './thresholds';

/** A formula whose neighbours on both sides share another one. */
export interface OddFormula {
  readonly cell: FormulaCell;
  /** The nearest that has the neighbours' formula. */
  readonly like: FormulaCell;
}

/** @returns formulas that differ from the rest of their row or column, where most of the stretch are the same */
export function oddFormulas(sheet: ReviewedSheet, thresholds: Thresholds): readonly OddFormula[] {
  const found = new Map<FormulaCell, OddFormula>();
  for (const direction of ['row', 'column'] as const)
    for (const line of linesOf(sheet, direction))
      for (const run of runsOf(line, direction))
        for (const odd of oddIn(run, direction, thresholds)) found.set(odd.cell, odd);
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

function oddIn(
  run: readonly FormulaCell[],
  direction: Direction,
  { majority, recurring, sure }: Thresholds,
): readonly OddFormula[] {
  const counts = new Map<string, number>();
  for (const cell of run) counts.set(fromAnySheet(cell), (counts.get(fromAnySheet(cell)) ?? 0) + 1);
  const isMost = (cell: FormulaCell | undefined): boolean => cell !== undefined && fromAnySheet(cell) === most;
  const [most, count] = [...counts].reduce((best, kind) => (kind[1] > best[1] ? kind : best));
  if (count < run.length * majority) return [];
  return run.flatMap((cell, at) => {
    if (isMost(cell)) return [];
    const [before, after] = [run[at - 1], run[at + 1]];
    const neighbour = [before, after].find(isMost);
    if (neighbour && count >= sure && isPasted(cell, neighbour, direction)) return [{ cell, like: neighbour }];
    if (cell.sheet.kinds.get(cell.r1c1)!.length >= recurring || continuesAcross(cell, direction)) return [];
    const isBetween = isMost(before) && isMost(after);
    if (isBetween && before && (count >= sure || isVariant(cell, before))) return [{ cell, like: before }];
    const beside = before ?? after;
    const isEnd = (!before || !after) && count >= sure && isMost(beside);
    return isEnd && beside && isVariant(cell, beside) ? [{ cell, like: beside }] : [];
  });
}

/** The formula of the line beside, copied one cell too far: that line goes on with it where this one goes on with its own. */
function isPasted(cell: FormulaCell, neighbour: FormulaCell, direction: Direction): boolean {
  const [down, right] = direction === 'row' ? [1, 0] : [0, 1];
  const beside = (from: FormulaCell, step: number): FormulaCell | null | undefined =>
    cell.sheet.at(from.row + step * down, from.column + step * right)?.formula;
  const sides = [-1, 1].filter((step) => beside(cell, step)?.r1c1 === cell.r1c1);
  return sides.length === 1 && beside(neighbour, sides[0]!)?.r1c1 === cell.r1c1;
}

/**
 * What stands at an end may be a total or a beginning. It is a variant of its neighbours' formula where it reads just the same cells in
 * another way, or is the same but for one of several references.
 */
function isVariant(cell: FormulaCell, like: FormulaCell): boolean {
  const [own, theirs] = [cell, like].map(({ r1c1 }) => r1c1.match(REFERENCE) ?? []);
  if (own!.length === 0 || theirs!.length === 0) return false;
  if (unique(own!) === unique(theirs!)) return true;
  if (isWrittenIn(cell, like)) return true;
  const differing = own!.filter((reference, at) => reference !== theirs![at]).length;
  return skeleton(cell) === skeleton(like) && own!.length > 1 && differing === 1;
}

/** A cell in R1C1. */
const REFERENCE = /(?<![\w.])R(?:\[-?\d+\]|\d+)?C(?:\[-?\d+\]|\d+)?(?![\w.(])/g;

const unique = (references: readonly string[]): string => [...new Set(references)].sort().join(' ');

const skeleton = (cell: FormulaCell): string => withoutNumbers({ r1c1: cell.r1c1.replace(REFERENCE, 'X') });

/** The same but for a number in place of one fixed cell. */
function isWrittenIn(cell: FormulaCell, like: FormulaCell): boolean {
  const fixed = (like.r1c1.match(FIXED) ?? []).map((reference) =>
    skeleton({ ...like, r1c1: like.r1c1.replace(reference, '1') }),
  );
  return fixed.includes(skeleton(cell));
}

/** A cell of this or another sheet in R1C1, fixed in row and column. */
const FIXED = /(?:(?:'[^']*'|[^\s'!()*+,/<=>-]+)!)?(?<![\w.])R\d+C\d+(?![\w.(])/g;

/** A summary reads the same cell of one sheet after the other. */
export const fromAnySheet = ({ r1c1 }: Pick<FormulaCell, 'r1c1'>): string => sheetsOpen(r1c1);

const sheetsOpen = rememberByText((r1c1): string =>
  r1c1.includes('!')
    ? r1c1.replace(/"[^"]*"|(?:'(?:[^']|'')*'|[^\s'"!()*+,/<=>&^:-]+)!/g, (part) => (part.startsWith('"') ? part : '!'))
    : r1c1,
);

/** A formula's text with the numbers written in it left open, to tell formulas that differ in these alone. */
export const withoutNumbers = ({ r1c1 }: Pick<FormulaCell, 'r1c1'>): string => numbersOpen(r1c1);

const numbersOpen = rememberByText((r1c1): string =>
  r1c1.replace(/"[^"]*"|(?<![\w[.\]])\d+(\.\d+)?(e[+-]?\d+)?(?![\w\]])/gi, (part) =>
    part.startsWith('"') ? part : '#',
  ),
);
