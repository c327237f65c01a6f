import type { MadeBook, MadeCell } from './madeBook';
import type { Random } from './random';
import { filled, number, placesOf, textOf, withPlaces, type Operator, type Place, type Tree } from './tree';

/** One mistake planted: the cells that hold something else now, and of them those that are wrong. */
export interface Planted {
  readonly changes: readonly MadeCell[];
  readonly wrong: readonly MadeCell[];
}

export type Mistake = (book: MadeBook, random: Random) => Planted | null;

type FormulaCell = MadeCell & { readonly content: { readonly tree: Tree } };

const isFormula = (cell: MadeCell | undefined): cell is FormulaCell => cell !== undefined && 'tree' in cell.content;

const formulasOf = (book: MadeBook): readonly FormulaCell[] => book.content.filter(isFormula);

/** @returns whether two cells hold one formula, filled */
function isSame(one: FormulaCell, other: MadeCell | undefined): boolean {
  if (!isFormula(other)) return false;
  const moved = filled(one.content.tree, other.row - one.row, other.column - one.column);
  return textOf(moved) === textOf(other.content.tree);
}

/** @returns the cells of a formula's stretch down and across, itself in it */
function stretch(cell: FormulaCell, book: MadeBook, [down, right]: readonly [number, number]): readonly FormulaCell[] {
  const walk = (step: 1 | -1): FormulaCell[] => {
    const found: FormulaCell[] = [];
    for (let by = step; ; by += step) {
      const next = book.at(cell.sheet, cell.row + by * down, cell.column + by * right);
      if (!isSame(cell, next)) return found;
      found.push(next as FormulaCell);
    }
  };
  return [...walk(-1).reverse(), cell, ...walk(1)];
}

const DOWN = [1, 0] as const;
const RIGHT = [0, 1] as const;

/** Formulas with at least two others beside them that are the same: without those nothing tells what was meant. */
const repeated = (book: MadeBook): readonly FormulaCell[] =>
  formulasOf(book).filter((cell) => [DOWN, RIGHT].some((way) => stretch(cell, book, way).length >= 3));

function onOne(cells: readonly FormulaCell[], random: Random, change: (cell: FormulaCell) => MadeCell | null) {
  if (cells.length === 0) return null;
  const cell = random.one(cells);
  const changed = change(cell);
  return changed ? { changes: [changed], wrong: [changed] } : null;
}

const withTree = (cell: FormulaCell, tree: Tree): MadeCell | null =>
  textOf(tree) === textOf(cell.content.tree) ? null : { ...cell, content: { tree } };

function typed(result: (value: number, random: Random) => number): Mistake {
  return (book, random) =>
    onOne(repeated(book), random, (cell) => {
      const value = book.value(cell.sheet, cell.row, cell.column);
      return typeof value === 'number' && Number.isFinite(value)
        ? { ...cell, content: { value: result(value, random) } }
        : null;
    });
}

const digits = (value: number, count: number): number => (value === 0 ? 0 : Number(value.toPrecision(count)));

/** The end of a total's list moved by so many cells along the way it runs. */
function rangeMoved(end: 'from' | 'to', by: number): Mistake {
  return (book, random) => {
    const totals = formulasOf(book).filter(({ content: { tree } }) => tree.kind === 'list');
    return onOne(totals, random, (cell) => {
      const tree = cell.content.tree as Extract<Tree, { kind: 'list' }>;
      const isColumn = tree.from.column === tree.to.column;
      const moved = { ...tree[end], [isColumn ? 'row' : 'column']: tree[end][isColumn ? 'row' : 'column'] + by };
      return { ...cell, content: { tree: { ...tree, [end]: moved } } };
    });
  };
}

/** One relative reference to one cell moved. */
function placeMoved(rows: number, columns: number): Mistake {
  return (book, random) => {
    const withSingles = repeated(book).filter(
      ({ content: { tree } }) => tree.kind !== 'list' && tree.kind !== 'number',
    );
    return onOne(withSingles, random, (cell) => {
      const places = placesOf(cell.content.tree).filter(({ rowFixed, columnFixed }) => !rowFixed && !columnFixed);
      if (places.length === 0) return null;
      const chosen = random.one(places);
      const sign = random.chance(0.5) ? 1 : -1;
      const moved = (place: Place): Place =>
        place === chosen ? { ...place, row: place.row + sign * rows, column: place.column + sign * columns } : place;
      if (chosen.row + sign * rows < 0 || chosen.column + sign * columns < 0) return null;
      if (chosen.row + sign * rows === cell.row && chosen.column + sign * columns === cell.column) return null;
      return withTree(cell, withPlaces(cell.content.tree, moved));
    });
  };
}

/** The `$` forgotten in the first cell and the formula filled from there: every cell but the first reads something else. */
const dollarForgotten: Mistake = (book, random) => {
  const heads = repeated(book).filter((cell) => placesOf(cell.content.tree).some((place) => place.rowFixed));
  if (heads.length === 0) return null;
  const chosen = random.one(heads);
  const [down, right] = [DOWN, RIGHT].map((way) => stretch(chosen, book, way));
  const cells = down!.length >= 3 ? down! : right!;
  const head = cells[0]!;
  const loose = withPlaces(head.content.tree, (place) => ({ ...place, rowFixed: false, columnFixed: false }));
  const wrong = cells.slice(1).map((cell): MadeCell => {
    const tree = filled(loose, cell.row - head.row, cell.column - head.column);
    return { ...cell, content: { tree } };
  });
  return { changes: [{ ...head, content: { tree: loose } }, ...wrong], wrong };
};

function operationChanged(change: (tree: Extract<Tree, { kind: 'operation' }>) => Tree): Mistake {
  return (book, random) =>
    onOne(
      repeated(book).filter(({ content: { tree } }) => tree.kind === 'operation'),
      random,
      (cell) => withTree(cell, change(cell.content.tree as Extract<Tree, { kind: 'operation' }>)),
    );
}

const TURNED: Readonly<Record<Operator, Operator>> = { '+': '-', '-': '+', '*': '/', '/': '*' };

/** A fixed reference replaced by the number it reads today. */
const numberWrittenIn: Mistake = (book, random) => {
  const readers = repeated(book).filter((cell) => placesOf(cell.content.tree).some(({ rowFixed }) => rowFixed));
  return onOne(readers, random, (cell) => {
    const replace = (tree: Tree): Tree => {
      if (tree.kind === 'operation') return { ...tree, left: replace(tree.left), right: replace(tree.right) };
      if (tree.kind !== 'place' || !tree.rowFixed) return tree;
      const value = book.value(tree.sheet ?? cell.sheet, tree.row, tree.column);
      return typeof value === 'number' ? number(digits(value, 6)) : tree;
    };
    return withTree(cell, replace(cell.content.tree));
  });
};

/** The formula of the cell beside, pasted over: as copying one cell too far does. */
const pastedBeside: Mistake = (book, random) =>
  onOne(repeated(book), random, (cell) => {
    const beside = [
      [0, 1],
      [0, -1],
      [1, 0],
      [-1, 0],
    ]
      .map(([down, right]) => book.at(cell.sheet, cell.row + down!, cell.column + right!))
      .filter((other): other is FormulaCell => isFormula(other) && !isSame(cell, other));
    if (beside.length === 0) return null;
    const source = random.one(beside);
    const tree = filled(source.content.tree, cell.row - source.row, cell.column - source.column);
    const readsItself = placesOf(tree).some(({ row, column }) => row === cell.row && column === cell.column);
    return readsItself || placesOf(tree).some(({ row, column }) => row < 0 || column < 0) ? null : withTree(cell, tree);
  });

/** Known kinds of mistake in formulas of lists and tables. */
export const MISTAKES: Readonly<Record<string, Mistake>> = {
  'value typed over': typed((value) => value),
  'rounded value typed over': typed((value) => digits(value, 4)),
  'another value typed over': typed((value, random) => digits(value * random.one([0.9, 1.1, 1.37, 10]) + 1, 5)),
  'last line left out of a total': rangeMoved('to', -1),
  'first line left out of a total': rangeMoved('from', 1),
  'heading taken into a total': rangeMoved('from', -1),
  'reference to another row': placeMoved(1, 0),
  'reference to another column': placeMoved(0, 1),
  '$ forgotten': dollarForgotten,
  'operator changed': operationChanged((tree) => ({ ...tree, operator: TURNED[tree.operator] })),
  'operands swapped': operationChanged((tree) =>
    tree.operator === '-' || tree.operator === '/' ? { ...tree, left: tree.right, right: tree.left } : tree,
  ),
  'number in place of a reference': numberWrittenIn,
  'formula of the cell beside': pastedBeside,
};
