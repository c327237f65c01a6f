import { message } from '../../message';
import { cellAddress, overlap, sheetCellAddress } from '../../workbook/a1';
import type { CellRef } from '../../workbook/cell';
import type { FormulaCell, ReviewedBook, ReviewedSheet } from '../formulas/book';
import { cellsOf } from '../formulas/cellsOf';
import type { Remark } from '../formulas/check';
import { blockAt, type Block } from '../formulas/expression';
import { additiveTerms, type Term } from './additiveTerms';
import { keyOf } from './cellOrder';
import { ColumnCells, Remaining } from './columnCells';
import type { Rests } from './walk';

/** Cells that one sum may add in all, and all sums together; beyond it is said that they were not followed. */
const MOST_CELLS = 20_000;
const MOST_IN_ALL = 2_000_000;

interface Addend {
  readonly cell: CellRef;
  readonly sign: 1 | -1;
}

interface Sum {
  readonly formula: FormulaCell;
  readonly terms: readonly (Term & { readonly sheet: ReviewedSheet; readonly block: Block })[];
}

type Sums = ReadonlyMap<string, Sum>;

/** What was found, and how many sums add too many cells to be followed. */
export interface CountedTwice {
  readonly remarks: readonly Remark[];
  readonly skipped: number;
}

/**
 * Sums that a result rests on and that add the same cell more than once, however many sums lie in between. Only sums and differences are
 * followed: in a product or a condition a second use of a cell is no second count.
 */
export function countedTwice({ formulas }: Rests, book: ReviewedBook): CountedTwice {
  const sums = sumsAmong(formulas, book);
  const places = new Map(
    book.sheets.map(({ snapshot }) => [
      snapshot.name,
      new ColumnCells(
        snapshot,
        (formula, row, column) => formula !== null && sums.has(keyOf({ sheet: snapshot.name, row, column })),
      ),
    ]),
  );
  const inner = innerSums(sums, places);
  const remarks: Remark[] = [];
  let [skipped, inAll] = [0, 0];
  for (const [key, sum] of sums) {
    if (inner.has(key) || isPlain(sum, places)) continue;
    const found = inAll > MOST_IN_ALL ? 'too-many' : firstTwice(key, sums);
    if (found === 'too-many') skipped += 1;
    else {
      inAll += found.met;
      if (found.twice) remarks.push(remark(sum.formula, found.twice));
    }
  }
  return { remarks, skipped };
}

function sumsAmong(cells: readonly CellRef[], book: ReviewedBook): Sums {
  const sums = new Map<string, Sum>();
  for (const cell of cells) {
    const formula = book.sheet(cell.sheet)!.at(cell.row, cell.column)?.formula;
    const terms = formula?.expression ? additiveTerms(formula.expression) : null;
    if (!formula || !terms) continue;
    const placed = terms.flatMap((term) => {
      const sheet = term.reference.sheet === null ? formula.sheet : book.sheet(term.reference.sheet);
      const block = blockAt(term.reference, formula);
      return sheet && block ? [{ ...term, sheet, block }] : [];
    });
    sums.set(keyOf(cell), { formula, terms: placed });
  }
  return sums;
}

/** Sums that other sums add: they are judged as parts of those. */
function innerSums(sums: Sums, places: ReadonlyMap<string, ColumnCells>): ReadonlySet<string> {
  const remaining = new Map([...places].map(([sheet, cells]) => [sheet, new Remaining(cells)]));
  const inner = new Set<string>();
  for (const { terms } of sums.values())
    for (const { sheet, block } of terms) {
      const left = remaining.get(sheet.snapshot.name)!;
      left.forEach(block, (row, column) => {
        left.take(row, column);
        inner.add(keyOf({ sheet: sheet.snapshot.name, row, column }));
      });
    }
  return inner;
}

/** No sum among what it adds, and no two of its ranges with a cell in common. */
function isPlain({ terms }: Sum, places: ReadonlyMap<string, ColumnCells>): boolean {
  const ranges = terms.map(({ sheet, block }) => ({ sheet: sheet.snapshot.name, ...block }));
  return ranges.every(
    (range, at) => !places.get(range.sheet)!.any(range) && !ranges.slice(at + 1).some((other) => overlap(range, other)),
  );
}

function remark({ sheet, row, column }: FormulaCell, twice: Twice): Remark {
  const cell = twice.cell.sheet === sheet.snapshot.name ? cellAddress(twice.cell) : sheetCellAddress(twice.cell);
  const text = message('review.checks.counted-twice.found', { cell, times: twice.count });
  return { sheet, row, column, message: text };
}

interface Twice {
  readonly cell: CellRef;
  readonly count: number;
}

/** @returns the topmost cell that a sum counts more than once, with how often, and how many cells were looked at */
function firstTwice(root: string, sums: Sums): { readonly twice: Twice | null; readonly met: number } | 'too-many' {
  const counts = new Map([[root, 1]]);
  const below = topDown(root, sums);
  if (below === 'too-many') return below;
  let met = 0;
  for (const key of below) {
    const count = counts.get(key)!;
    for (const { cell, sign } of addendsOf(sums.get(key)!)) {
      met += 1;
      const sum = (counts.get(keyOf(cell)) ?? 0) + sign * count;
      counts.set(keyOf(cell), sum);
      if (Math.abs(sum) > 1) return { twice: { cell, count: Math.abs(sum) }, met };
    }
  }
  return { twice: null, met };
}

/** The sums below a sum, each after all that add it. A circle is entered once. */
function topDown(root: string, sums: Sums): readonly string[] | 'too-many' {
  const done: string[] = [];
  const met = new Set([root]);
  let size = 0;
  const opened = (key: string) => {
    const addends = addendsOf(sums.get(key)!);
    size += addends.length;
    return { key, addends, next: 0 };
  };
  const open = [opened(root)];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    if (size > MOST_CELLS) return 'too-many';
    const addend = top.addends[top.next++];
    const key = addend && keyOf(addend.cell);
    if (key === undefined) done.push(open.pop()!.key);
    else if (sums.has(key) && !met.has(key)) {
      met.add(key);
      open.push(opened(key));
    }
  }
  return done.reverse();
}

const addendsOf = ({ terms }: Sum): readonly Addend[] =>
  terms.flatMap(({ sheet, block, sign }) =>
    cellsOf(sheet, block).map(({ row, column }) => ({ cell: { sheet: sheet.snapshot.name, row, column }, sign })),
  );
