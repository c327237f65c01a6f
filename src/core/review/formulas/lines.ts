import type { FormulaCell, ReviewedSheet, UsedCell } from './book';
import { blockAt, referencesOf, type Expression } from './expression';

/** The way a formula is filled: along a row or down a column. */
export type Direction = 'row' | 'column';

export const across = (direction: Direction): Direction => (direction === 'row' ? 'column' : 'row');

/** @returns the place of a cell along a line */
export const along = (cell: { readonly row: number; readonly column: number }, direction: Direction): number =>
  direction === 'row' ? cell.column : cell.row;

export function linesOf(sheet: ReviewedSheet, direction: Direction): Iterable<readonly UsedCell[]> {
  return (direction === 'row' ? sheet.rows : sheet.columns).values();
}

/**
 * A formula that reads a stretch of its own line (a total at the end of a row) is not filled along that line; one that reads a stretch
 * across it (column totals side by side) is, and so is a running total, whose range has one fixed end.
 */
export function isFilledAlong(expression: Expression, direction: Direction): boolean {
  return referencesOf(expression).every((reference) => {
    const [first, last] = direction === 'row' ? [reference.left, reference.right] : [reference.top, reference.bottom];
    const grows = first.absolute !== last.absolute;
    return reference.sheet !== null || (first.absolute && last.absolute) || grows || first.at === last.at;
  });
}

/**
 * The formulas of a line that are filled along it, one of each kind, in the order in which they first stand there. A kind that stands
 * once in the line and continues across it belongs to the lines across: row totals say nothing about the other cells of their row.
 */
export function filledFormulas(line: readonly UsedCell[], direction: Direction): readonly Kind[] {
  const kinds = new Map<string, { cell: FormulaCell; count: number }>();
  for (const { formula } of line) {
    if (!formula?.expression) continue;
    const known = kinds.get(formula.r1c1);
    if (known) known.count += 1;
    else if (isFilledAlong(formula.expression, direction) && readsCells(formula.expression))
      kinds.set(formula.r1c1, { cell: formula, count: 1 });
  }
  return [...kinds.values()].filter(
    ({ cell, count }) => count > 1 || addsUpAcross(cell, direction) || !continuesAcross(cell, direction),
  );
}

/** The totals of a line that add up what stands before them in it, one of each kind: of those the line may hold more, further on. */
export function totalsOf(line: readonly UsedCell[], direction: Direction): readonly Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { formula } of line)
    if (formula && !kinds.has(formula.r1c1) && endsAbove(formula, direction))
      kinds.set(formula.r1c1, { cell: formula, count: 1 });
  return [...kinds.values()];
}

/** @returns whether a formula is one list of its own line, which ends just before it */
function endsAbove({ expression }: FormulaCell, direction: Direction): boolean {
  if (expression?.kind !== 'call' || expression.name !== 'SUM' || expression.args.length !== 1) return false;
  const [list] = expression.args;
  if (list?.kind !== 'reference' || list.sheet !== null || list.single) return false;
  const [end, one, other] =
    direction === 'row' ? [list.right, list.top, list.bottom] : [list.bottom, list.left, list.right];
  return !end.absolute && end.at >= -2 && end.at < 0 && !one.absolute && one.at === 0 && other.at === 0;
}

export interface Kind {
  readonly cell: FormulaCell;
  /** How often it stands in the line. */
  readonly count: number;
}

/** A total of what stands across the line, as in the bottom row of a table, has the others of its line beside it. */
const addsUpAcross = ({ expression }: FormulaCell, direction: Direction): boolean =>
  referencesOf(expression!).some(
    ({ top, bottom, left, right, sheet }) =>
      sheet === null && (direction === 'row' ? top.at !== bottom.at : left.at !== right.at),
  );

/** @returns whether a neighbour across the line, at most one blank away, has the same formula */
export function continuesAcross(cell: FormulaCell, direction: Direction): boolean {
  const [down, right] = direction === 'row' ? [1, 0] : [0, 1];
  return [-2, -1, 1, 2].some(
    (step) => cell.sheet.at(cell.row + step * down, cell.column + step * right)?.formula?.r1c1 === cell.r1c1,
  );
}

/** @returns whether a formula reads any cell: one of numbers only, `=4279+12`, is a number worked out in place */
export const readsCells = (expression: Expression): boolean => referencesOf(expression).length > 0;

type Place = { readonly row: number; readonly column: number };

/** @returns whether a formula, where it stands, reads a cell of its own sheet */
export const reads = (formula: FormulaCell, cell: Place): boolean =>
  formula.expression !== null && readsWhenAt(formula.expression, formula, cell);

/** @returns whether a formula filled to `at` would read a cell of the same sheet */
export function readsWhenAt(expression: Expression, at: Place, { row, column }: Place): boolean {
  return referencesOf(expression).some((reference) => {
    const block = reference.sheet === null ? blockAt(reference, at) : null;
    return block !== null && block.top <= row && row <= block.bottom && block.left <= column && column <= block.right;
  });
}

/** A formula that would rest on a result of the very cell it is tried in agrees with it whatever the cell holds. */
export function restsOnItself(kind: FormulaCell, cell: Place): boolean {
  return referencesOf(kind.expression!).some((reference) => {
    const block = reference.sheet === null && reference.single ? blockAt(reference, cell) : null;
    const formula = block && kind.sheet.at(block.top, block.left)?.formula;
    return formula !== null && formula !== undefined && reads(formula, cell);
  });
}

/** @returns whether a formula differs from another's, filled to its cell, in nothing but its `$` signs */
export function readsTheSame(cell: FormulaCell, like: FormulaCell): boolean {
  if (!cell.expression || !like.expression || cell.r1c1 === like.r1c1) return false;
  return targets(cell.expression, cell) === targets(like.expression, cell);
}

/** The tree as text, with each reference as the cells it means at one place. */
function targets(expression: Expression, at: Place): string {
  return JSON.stringify(expression, (_, part: Expression | null) =>
    typeof part === 'object' && part?.kind === 'reference' ? [part.sheet, blockAt(part, at), part.single] : part,
  );
}
