import { message } from '../../../message';
import { cellAddress } from '../../../workbook/a1';
import { isTypedNumber, type FormulaCell, type ReviewedBook, type ReviewedSheet, type UsedCell } from '../book';
import type { Check, Remark } from '../check';
import { digitsOf } from '../digits';
import { along, filledFormulas, linesOf, totalsOf, type Direction, type Kind } from '../lines';
import { proofOf } from '../proof';

/** Kinds of formula of one line that are tried on each of its numbers, the nearest first. */
const MOST_KINDS = 12;

/** A typed number that is just what a formula of the same row or column would give here. */
export const typedOverFormula: Check = {
  id: 'typed-over-formula',
  severity: 'warning',
  certain: false,
  find: (book) => book.sheets.flatMap((sheet) => [...inSheet(book, sheet).values()]),
  examples: [
    {
      name: 'a product that was typed',
      cells: { A1: 2, B1: 3, C1: '=A1*B1', A2: 4, B2: 5, C2: 20, A3: 6, B3: 7, C3: '=A3*B3' },
      stored: { C1: 6, C3: 42 },
      finds: ['C2'],
    },
    {
      name: 'a product of zero beside the formula',
      cells: { A1: 2, B1: 3, C1: '=A1*B1', A2: 0, B2: 5, C2: 0 },
      stored: { C1: 6 },
      finds: ['C2'],
    },
    {
      name: 'a rounded product that was typed, and a factor that was looked up',
      cells: {
        ...{ A1: 'a', B1: 2.17, C1: '=VLOOKUP(A1,$F$1:$G$2,2,FALSE)', D1: '=ROUND(B1*C1,1)' },
        ...{
          A2: 'b',
          B2: 4.31,
          C2: 1.25,
          D2: '=ROUND(B2*C2,1)',
          A3: 'a',
          B3: 6.07,
          C3: '=VLOOKUP(A3,$F$1:$G$2,2,FALSE)',
        },
        ...{ D3: 18.8, A4: 'b', B4: 3, C4: '=VLOOKUP(A4,$F$1:$G$2,2,FALSE)', D4: '=ROUND(B4*C4,1)' },
        ...{ F1: 'a', G1: 3.1, F2: 'b', G2: 1.25 },
      },
      stored: { C1: 3.1, D1: 6.7, D2: 5.4, C3: 3.1, C4: 1.25, D4: 3.8 },
      finds: ['C2', 'D3'],
    },
    {
      name: 'inputs beside formulas',
      cells: { A1: 2, B1: 3, C1: '=A1*B1', A2: 4, B2: 5, C2: '=A2*B2' },
      stored: { C1: 6, C2: 20 },
      finds: [],
    },
    {
      name: 'a number of its own under a formula',
      cells: { A1: 2, B1: 3, C1: '=A1*B1', A2: 4, B2: 5, C2: 23 },
      stored: { C1: 6 },
      finds: [],
    },
  ],
};

function inSheet(book: ReviewedBook, sheet: ReviewedSheet): Map<string, Remark> {
  const found = new Map<string, Remark>();
  for (const direction of ['row', 'column'] as const)
    for (const line of linesOf(sheet, direction)) {
      const kinds = filledFormulas(line, direction);
      const totals = totalsOf(line, direction);
      const proven = kinds.length > 0 ? inLine(line, kinds, direction, book) : [];
      for (const [cell, about] of [...proven, ...typedTotals(line, totals, direction, book)]) {
        const { row, column } = cell;
        const params = { value: cell.value as number, like: cellAddress(about) };
        found.set(cellAddress(cell), {
          sheet,
          row,
          column,
          message: message('review.checks.typed-over-formula.found', params),
          about,
        });
      }
    }
  return found;
}

/** Numbers that are just what a total of the same line, standing there, would give. */
function typedTotals(
  line: readonly UsedCell[],
  totals: readonly Kind[],
  direction: Direction,
  book: ReviewedBook,
): readonly (readonly [UsedCell, FormulaCell])[] {
  if (totals.length === 0) return [];
  return line.flatMap((cell) => {
    if (!isTypedNumber(cell) || digitsOf(cell.value as number) < book.thresholds.tellingTotal) return [];
    const kind = nearest(totals, cell, direction).find((total) => proofOf(total, book, cell) === 'plain');
    return kind ? [[cell, kind.cell] as const] : [];
  });
}

function inLine(
  line: readonly UsedCell[],
  kinds: readonly Kind[],
  direction: Direction,
  book: ReviewedBook,
): ReadonlyMap<UsedCell, FormulaCell> {
  const proven = new Map<UsedCell, FormulaCell>();
  const weak = new Map<UsedCell, FormulaCell>();
  const firstFormula = line.findIndex(({ formula }) => formula !== null);
  for (const [position, cell] of line.entries()) {
    if (
      !isTypedNumber(cell) ||
      isCounter(cell, kinds[0]!.cell.sheet) ||
      (position < firstFormula && isInputLine(cell, kinds[0]!.cell.sheet, direction))
    )
      continue;
    for (const kind of nearest(kinds, cell, direction)) {
      const proof = proofOf(kind, book, cell);
      if (proof === 'plain') proven.set(cell, kind.cell);
      else if (proof === 'weak' && !weak.has(cell) && isCalculatedAcross(cell, kind.cell.sheet, direction))
        weak.set(cell, kind.cell);
      if (proof === 'plain') break;
    }
  }
  for (const order of [line, [...line].reverse()])
    adoptNeighbours(order, direction, weak, proven, book.thresholds.near);
  return proven;
}

/** Numbers of a list are hardly higher. */
const HIGHEST_COUNTER = 100;

/** 1, 2, 3 … typed one after the other number a list: that `+1` gives the same proves nothing. */
function isCounter({ row, column, value }: UsedCell, sheet: ReviewedSheet): boolean {
  const count = value as number;
  if (!Number.isInteger(count) || count < 0 || count > HIGHEST_COUNTER) return false;
  const follows = (other: UsedCell | undefined, by: number): boolean =>
    isTypedNumber(other) && (other!.value as number) === count + by;
  return [1, -1].some((by) => follows(sheet.at(row + by, column), by) || follows(sheet.at(row, column + by), by));
}

/** In a row, a cell whose column holds no formula at all is an input or stands between two tables. */
const isCalculatedAcross = ({ column }: UsedCell, sheet: ReviewedSheet, direction: Direction): boolean =>
  direction === 'column' || sheet.columns.get(column)!.some(({ formula }) => formula !== null);

/** A row's cells before its first formula are its labels and inputs when their columns hold no formula either. */
const isInputLine = (cell: UsedCell, sheet: ReviewedSheet, direction: Direction): boolean =>
  !isCalculatedAcross(cell, sheet, direction);

/** A zero or a short number proves little alone, but next to the formula it agrees with, or to such a number, it does. */
function adoptNeighbours(
  line: readonly UsedCell[],
  direction: Direction,
  weak: ReadonlyMap<UsedCell, FormulaCell>,
  proven: Map<UsedCell, FormulaCell>,
  most: number,
): void {
  let before: { readonly kind: string; readonly at: number } | null = null;
  for (const cell of line) {
    const at = along(cell, direction);
    const kind = weak.get(cell);
    const near: boolean = before !== null && Math.abs(before.at - at) <= most && before.kind === kind?.r1c1;
    if (kind && !proven.has(cell) && near) proven.set(cell, kind);
    const stands: string | undefined = cell.formula?.r1c1 ?? proven.get(cell)?.r1c1;
    if (stands !== undefined) before = { kind: stands, at };
    else if (typeof cell.value === 'number') before = null;
  }
}

/** @param kinds in the order of the line */
function nearest(kinds: readonly Kind[], cell: UsedCell, direction: Direction): readonly Kind[] {
  const distance = ({ cell: kind }: Kind): number => Math.abs(along(kind, direction) - along(cell, direction));
  const position = firstAfter(kinds, along(cell, direction), direction);
  const around = kinds.slice(Math.max(0, position - MOST_KINDS), position + MOST_KINDS);
  return around.sort((one, other) => distance(one) - distance(other)).slice(0, MOST_KINDS);
}

function firstAfter(kinds: readonly Kind[], at: number, direction: Direction): number {
  let low = 0;
  let high = kinds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (along(kinds[middle]!.cell, direction) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
