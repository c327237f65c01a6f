import { isAmount, showsNumber, type FormulaCell, type ReviewedSheet } from './book';
import { blockAt, meant, referencesOf, visit, type Block, type ReferenceTo } from './expression';
import type { Direction } from './lines';

/** Functions that take a list of cells to its end. */
const LISTS = new Set(['SUM', 'AVERAGE', 'MIN', 'MAX', 'COUNT', 'COUNTA', 'PRODUCT', 'STDEV', 'SUBTOTAL', 'MEDIAN']);

/** A stretch of one row or column that a formula takes together. */
export interface Stretch {
  readonly cell: FormulaCell;
  readonly reference: ReferenceTo;
  readonly block: Block;
  /** The way the stretch runs. */
  readonly runs: Direction;
}

/** @returns the stretches of its own sheet that a formula sums, averages or counts */
export function stretchesOf(cell: FormulaCell): readonly Stretch[] {
  return listReferences(cell, LISTS).flatMap((reference): readonly Stretch[] => {
    const block = blockAt(reference, cell);
    if (!block) return [];
    if (block.left === block.right && block.top < block.bottom) return [{ cell, reference, block, runs: 'column' }];
    if (block.top === block.bottom && block.left < block.right) return [{ cell, reference, block, runs: 'row' }];
    return isOne(block) && cell.column === block.left ? [{ cell, reference, block, runs: 'column' }] : [];
  });
}

/** A list of one line, written as a range so that it may grow. */
const isOne = ({ top, left, bottom, right }: Block): boolean => top === bottom && left === right;

/** @returns whether any cell of a block shows a number */
export const showsNumbers = (block: Block, sheet: ReviewedSheet): boolean => holds(block, sheet, showsNumber);

const holdsAmounts = (block: Block, sheet: ReviewedSheet): boolean => holds(block, sheet, isAmount);

function holds({ top, left, bottom, right }: Block, sheet: ReviewedSheet, is: typeof showsNumber): boolean {
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) if (is(sheet.at(row, column))) return true;
  return false;
}

/**
 * @returns whether a formula is another's, filled to its cell, but for one list that goes on to further numbers: then the other one is
 * too short, not this one too long
 */
export function readsMoreNumbers(cell: FormulaCell, like: FormulaCell): boolean {
  const [own, theirs] = [cell, like].map(({ expression }) => (expression ? referencesOf(expression) : []));
  if (own!.length !== theirs!.length) return false;
  const differing = own!.flatMap((reference, at) => {
    const blocks = [reference, theirs![at]!].map((each) => blockAt(each, cell));
    return blocks[0] && blocks[1] && isEqual(blocks[0], blocks[1]) ? [] : [blocks];
  });
  const [longer, shorter] = differing.length === 1 ? differing[0]! : [null, null];
  if (!longer || !shorter || !isInside(shorter, longer)) return false;
  // Rows may begin with something else: of these only what lies next to the total is missed in the others.
  if (longer.top === longer.bottom && !goesOnNear(longer, shorter, cell)) return false;
  return beyond(longer, shorter).every((block) => holdsAmounts(block, cell.sheet));
}

const goesOnNear = (longer: Block, shorter: Block, { column }: FormulaCell): boolean =>
  column > longer.right ? longer.right > shorter.right : longer.left < shorter.left;

const isEqual = (one: Block, other: Block): boolean => isInside(one, other) && isInside(other, one);

export const isInside = (inner: Block, outer: Block): boolean =>
  inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right;

/** What a block has above, below, left and right of one inside it, each where there is any. */
function beyond(outer: Block, inner: Block): readonly Block[] {
  return [
    { ...outer, bottom: inner.top - 1 },
    { ...outer, top: inner.bottom + 1 },
    { ...outer, right: inner.left - 1 },
    { ...outer, left: inner.right + 1 },
  ].filter(({ top, left, bottom, right }) => top <= bottom && left <= right);
}

/** @returns blocks of its own sheet whose numbers a formula sums, averages or counts, single cells excepted */
export const listBlocksOf = (cell: FormulaCell): readonly Block[] => blocksIn(cell, NUMBER_LISTS);

/** @returns blocks of its own sheet that a formula sums, where it is one SUM and nothing else */
export const sumBlocksOf = (cell: FormulaCell): readonly Block[] =>
  cell.expression?.kind === 'call' && cell.expression.name === 'SUM' ? blocksIn(cell, SUMS) : [];

const SUMS = new Set(['SUM']);
const NUMBER_LISTS = new Set([...LISTS].filter((name) => name !== 'COUNTA'));

function blocksIn(cell: FormulaCell, functions: ReadonlySet<string>): readonly Block[] {
  return listReferences(cell, functions).flatMap((reference) => {
    const block = blockAt(reference, cell);
    return block ? [block] : [];
  });
}

function listReferences({ expression }: FormulaCell, functions: ReadonlySet<string>): readonly ReferenceTo[] {
  if (!expression || referencesOf(expression).length === 0) return [];
  const references: ReferenceTo[] = [];
  visit(expression, (part) => {
    if (part.kind !== 'call' || !functions.has(part.name)) return;
    for (const argument of part.args.map(meant))
      if (argument.kind === 'reference' && argument.sheet === null && !argument.single) references.push(argument);
  });
  return references;
}

/** @returns cells by their column, in the order given */
export function byColumn<T extends { readonly column: number }>(
  cells: readonly T[],
): ReadonlyMap<number, readonly T[]> {
  const columns = new Map<number, T[]>();
  for (const cell of cells) {
    const known = columns.get(cell.column);
    if (known) known.push(cell);
    else columns.set(cell.column, [cell]);
  }
  return columns;
}

/** @returns of some few cells those that lie in a block, without visiting every cell of the block */
export function within<T extends { readonly row: number }>(
  { top, left, bottom, right }: Block,
  columns: ReadonlyMap<number, readonly T[]>,
): readonly T[] {
  const found: T[] = [];
  for (const [column, cells] of columns)
    if (left <= column && column <= right) found.push(...cells.filter(({ row }) => top <= row && row <= bottom));
  return found;
}
