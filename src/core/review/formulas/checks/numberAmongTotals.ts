import { message } from '../../../message';
import { cellAddress } from '../../../workbook/a1';
import {
  isAmount,
  isTypedNumber,
  type FormulaCell,
  type ReviewedBook,
  type ReviewedSheet,
  type UsedCell,
} from '../book';
import type { Check, Remark } from '../check';
import { evaluateAt } from '../evaluateAt';
import { along, filledFormulas, linesOf, reads, type Direction, type Kind } from '../lines';
import { stretchesOf } from '../ranges';

/** A typed number in a row or column of totals, at the end of a list that such a total would add up. */
export const numberAmongTotals: Check = {
  id: 'number-among-totals',
  severity: 'warning',
  certain: false,
  find: (book) => book.sheets.flatMap((sheet) => [...inSheet(book, sheet).values()]),
  examples: [
    {
      name: 'one total that was typed',
      cells: {
        ...{ A1: 1.5, B1: 2.5, C1: 3.5, A2: 4.5, B2: 5.5, C2: 6.5 },
        ...{ A3: '=SUM(A1:A2)', B3: '=SUM(B1:B2)', C3: 11 },
      },
      stored: { A3: 6, B3: 8 },
      finds: ['C3'],
    },
    {
      name: 'a row total typed as zero',
      cells: { A1: 0, B1: 2, C1: '=SUM(A1:B1)', A2: 1, B2: 4, C2: '=SUM(A2:B2)', A3: 7, B3: 2, C3: 0 },
      stored: { C1: 2, C2: 5 },
      finds: ['C3'],
    },
    {
      name: 'a note of a number beside the totals',
      cells: { A1: 1, B1: 2, A2: 4, B2: 5, A3: '=SUM(A1:A2)', B3: '=SUM(B1:B2)', D3: 12 },
      stored: { A3: 5, B3: 7 },
      finds: [],
    },
  ],
};

function inSheet(book: ReviewedBook, sheet: ReviewedSheet): Map<string, Remark> {
  const found = new Map<string, Remark>();
  for (const direction of ['row', 'column'] as const)
    for (const line of linesOf(sheet, direction)) {
      const totals = filledFormulas(line, direction).filter((kind) => isTotal(kind, direction, book));
      for (const cell of totals.length === 0 ? [] : direction === 'row' ? line : calculatedParts(line, direction)) {
        const about = isTypedNumber(cell) && isAmount(cell) ? totalFor(cell, totals, direction, book) : null;
        if (about && !found.has(cellAddress(cell))) found.set(cellAddress(cell), remark(sheet, cell, about));
      }
    }
  return found;
}

/** The stretches of a line in which at least as many formulas as typed numbers stand, one blank cell at most between two. */
function calculatedParts(line: readonly UsedCell[], direction: Direction): readonly UsedCell[] {
  const parts: UsedCell[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const cell of line) {
    if (!cell.formula && typeof cell.value !== 'number') continue;
    if (along(cell, direction) - last > 2) parts.push([]);
    parts.at(-1)!.push(cell);
    last = along(cell, direction);
  }
  return parts.filter((part) => part.filter(({ formula }) => formula).length * 2 >= part.length).flat();
}

const isTotal = ({ cell, count }: Kind, direction: Direction, book: ReviewedBook): boolean =>
  count >= book.thresholds.lineOfTotals && stretchesOf(cell).some(({ runs }) => runs !== direction);

function totalFor(
  cell: UsedCell,
  totals: readonly Kind[],
  direction: Direction,
  book: ReviewedBook,
): FormulaCell | null {
  const distance = ({ cell: kind }: Kind): number => Math.abs(along(kind, direction) - along(cell, direction));
  const nearest = totals.reduce((best, kind) => (distance(kind) < distance(best) ? kind : best)).cell;
  if (reads(nearest, cell)) return null;
  const here = evaluateAt(nearest.expression!, book, nearest.sheet, cell);
  const there = evaluateAt(nearest.expression!, book, nearest.sheet, nearest);
  if (!here || !there || here.unfed > 0 || here.cells === 0) return null;
  return here.cells >= there.cells * book.thresholds.asFilled ? nearest : null;
}

const remark = (sheet: ReviewedSheet, { row, column, value }: UsedCell, about: FormulaCell): Remark => ({
  sheet,
  row,
  column,
  message: message('review.checks.number-among-totals.found', { value: value as number, like: cellAddress(about) }),
  about,
});
