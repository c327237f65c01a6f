import { message } from '../../../message';
import { rangeAddress } from '../../../workbook/a1';
import type { PrecedentGraph } from '../../precedents/precedentGraph';
import { isAmount, isTypedNumber, showsNumber, type ReviewedSheet, type UsedCell } from '../book';
import type { Check, Remark } from '../check';
import type { Block } from '../expression';
import { reads } from '../lines';
import { fromAnySheet } from '../oddFormulas';
import { afterEnd, edgeOf, endCell, isBefore, isInLine } from '../stretchEnds';
import { isInside, listBlocksOf, showsNumbers, stretchesOf, type Stretch } from '../ranges';

type Reason = 'short' | 'parallel' | 'first' | 'last';

/** A total whose range stops short of numbers that touch it, or begins or ends on cells that are no part of the list. */
export const rangeEnds: Check = {
  id: 'range-ends',
  severity: 'warning',
  certain: false,
  find: (book) => book.sheets.flatMap((sheet) => inSheet(sheet, book.graph)),
  examples: [
    {
      name: 'the last row is left out',
      cells: { A1: 'Tonnes', A2: 3.5, A3: 4.25, A4: 5, A5: '=SUM(A2:A3)' },
      stored: { A5: 7.75 },
      finds: ['A5'],
    },
    {
      name: 'one more of the same formulas is left out',
      cells: { A1: 2, A2: 3, A3: 4, B1: '=A1*5', B2: '=A2*5', B3: '=A3*5', B4: '=SUM(B1:B2)' },
      stored: { B1: 10, B2: 15, B3: 20, B4: 25 },
      finds: ['B4'],
    },
    {
      name: 'the first of the same formulas is left out',
      cells: { A1: 2, A2: 3, A3: 4, B1: '=A1*5', B2: '=A2*5', B3: '=A3*5', B4: '=SUM(B2:B3)' },
      stored: { B1: 10, B2: 15, B3: 20, B4: 35 },
      finds: ['B4'],
    },
    {
      name: 'a list of one line, where two stand',
      cells: { A1: 3.5, A2: 4.25, A3: '=SUM(A1:A1)' },
      stored: { A3: 3.5 },
      finds: ['A3'],
    },
    {
      name: 'the first of the sheets that a summary reads',
      cells: { A1: '=Jan!$B$9', A2: '=Feb!$B$9', A3: '=Mar!$B$9', A4: '=SUM(A2:A3)', B1: '=A1/$A$4' },
      stored: { A1: 2, A2: 3, A3: 4, A4: 7, B1: 0.3 },
      finds: ['A4'],
    },
    {
      name: 'the next number is added by the same formula',
      cells: { A1: 2, A2: 3, A3: 4.5, A4: '=SUM(A1:A2)+A3' },
      stored: { A4: 9.5 },
      finds: [],
    },
    {
      name: 'the first row is left out beside a total that has it',
      cells: { A1: 3.5, A2: 4.25, A3: 5, A4: '=SUM(A2:A3)', B1: 3, B2: 4, B3: 5, B4: '=SUM(B1:B3)' },
      stored: { A4: 9.25, B4: 12 },
      finds: ['A4'],
    },
    {
      name: 'the range begins in the heading',
      cells: { A1: 'Tonnes', A2: 3.5, A3: 4.25, A4: '=SUM(A1:A3)' },
      stored: { A4: 7.75 },
      finds: ['A4'],
    },
    {
      name: 'the whole column, with an item that has no amount',
      cells: { A1: 'Tonnes', A2: 3.5, A3: 4.25, B4: 'Scrap', A5: '=SUM(A2:A4)' },
      stored: { A5: 7.75 },
      finds: [],
    },
    {
      name: 'a form that is still blank',
      cells: { A1: 'Tonnes', A5: '=SUM(A2:A4)' },
      stored: { A5: 0 },
      finds: [],
    },
  ],
};

/**
 * Column totals of one row that are the same formula are judged together: what is blank in one of them may be filled in another. So are
 * row totals of one column, of which only the end beside the total is judged: what stands before a row's first summed cell is often
 * something else.
 */
function inSheet(sheet: ReviewedSheet, graph: PrecedentGraph): readonly Remark[] {
  const groups = new Map<string, Stretch[]>();
  const parallels = new Map<string, Stretch[]>();
  for (const formula of sheet.formulas)
    for (const stretch of stretchesOf(formula)) {
      // A column of a table is taken in whole, however far the table goes.
      if (stretch.reference.ofTable) continue;
      const line = `${stretch.runs} ${stretch.runs === 'column' ? formula.row : formula.column}`;
      append(groups, `${line} ${formula.r1c1} ${stretch.reference.top.at} ${stretch.reference.left.at}`, stretch);
      append(parallels, line, stretch);
    }
  const beside = ({ runs, cell }: Stretch): readonly Stretch[] =>
    parallels.get(`${runs} ${runs === 'column' ? cell.row : cell.column}`)!;
  return [...groups.values()].flatMap((group) => judged(group, beside(group[0]!), sheet, graph));
}

function append(groups: Map<string, Stretch[]>, key: string, stretch: Stretch): void {
  const known = groups.get(key);
  if (known) known.push(stretch);
  else groups.set(key, [stretch]);
}

function judged(
  group: readonly Stretch[],
  parallels: readonly Stretch[],
  sheet: ReviewedSheet,
  graph: PrecedentGraph,
): readonly Remark[] {
  const reason = reasonFor(group, parallels, sheet, graph);
  if (reason === null) return [];
  return group.map(({ cell: { row, column }, block }) => ({
    sheet,
    row,
    column,
    message: message(`review.checks.range-ends.${reason}`, { range: rangeAddress(block) }),
  }));
}

function reasonFor(
  group: readonly Stretch[],
  parallels: readonly Stretch[],
  sheet: ReviewedSheet,
  graph: PrecedentGraph,
): Reason | null {
  if (!group.some(({ block }) => showsNumbers(block, sheet))) return null;
  if (group.some((stretch) => isInLine(stretch) && isLeftOutOf(stretch, sheet))) return 'short';
  if (group[0]!.runs === 'row') return null;
  if (isShorterThan(group, parallels, sheet)) return 'parallel';
  if (parallels.length === 1 && isLeftOutBefore(group[0]!, sheet, graph)) return 'short';
  if (stretchesOf(group[0]!.cell).length > 1) return null;
  if (group.every((stretch) => holdsNoNumber(endCell(stretch, stretch.block.top, sheet)))) return 'first';
  if (group.every((stretch) => isSpacer(stretch.block.bottom, stretch, sheet))) return 'last';
  return null;
}

/** A typed number past the end, or one more of the formulas that the stretch ends in, that the total does not read otherwise. */
function isLeftOutOf(stretch: Stretch, sheet: ReviewedSheet): boolean {
  const after = afterEnd(stretch);
  const cell = endCell(stretch, after, sheet);
  if (!cell || reads(stretch.cell, cell)) return false;
  const last = endCell(stretch, isBefore(stretch) ? edgeOf(stretch, 'first') : edgeOf(stretch, 'last'), sheet);
  return isLeftOut(cell) || isOneMore(cell, last);
}

const isOneMore = (cell: UsedCell, next: UsedCell | undefined): boolean =>
  cell.formula !== null && next?.formula != null && fromAnySheet(cell.formula) === fromAnySheet(next.formula);

/** What another list takes in belongs to another total. */
const isAddedUp = (cell: UsedCell, sheet: ReviewedSheet, graph: PrecedentGraph): boolean =>
  graph.dependents({ sheet: sheet.snapshot.name, row: cell.row, column: cell.column }).some((reader) => {
    const formula = reader.sheet === sheet.snapshot.name && sheet.at(reader.row, reader.column)?.formula;
    return formula && listBlocksOf(formula).some((block) => isInside(placeOf(cell), block));
  });

const placeOf = ({ row, column }: UsedCell): Block => ({ top: row, bottom: row, left: column, right: column });

/**
 * One more of the formulas that a lone total's list begins with, before its beginning: typed numbers there are often headings, and of
 * several totals side by side the others tell.
 */
function isLeftOutBefore(stretch: Stretch, sheet: ReviewedSheet, graph: PrecedentGraph): boolean {
  const first = edgeOf(stretch, 'first');
  const cell = isBefore(stretch) || first === 0 ? undefined : endCell(stretch, first - 1, sheet);
  if (!cell || reads(stretch.cell, cell) || !isOneMore(cell, endCell(stretch, first, sheet))) return false;
  return !isAddedUp(cell, sheet, graph);
}

const isLeftOut = (cell: UsedCell | undefined): boolean => isTypedNumber(cell) && isAmount(cell);

/** Another total of the row begins earlier or ends later, and there is a number that this one would then have, too. */
function isShorterThan(group: readonly Stretch[], parallels: readonly Stretch[], sheet: ReviewedSheet): boolean {
  const { top, bottom } = group[0]!.block;
  const begin = Math.min(...parallels.filter(({ block }) => block.bottom === bottom).map(({ block }) => block.top));
  const end = Math.max(...parallels.filter(({ block }) => block.top === top).map(({ block }) => block.bottom));
  const leavesOut = (row: number) => group.some((stretch) => isAmount(endCell(stretch, row, sheet)));
  return (begin < top && leavesOut(top - 1)) || (end > bottom && leavesOut(bottom + 1));
}

const holdsNoNumber = (cell: UsedCell | undefined): boolean => !showsNumber(cell) && !cell?.formula;

/** A row without any content: drawn for looks, not an item without an amount. */
const isSpacer = (row: number, stretch: Stretch, sheet: ReviewedSheet): boolean =>
  holdsNoNumber(endCell(stretch, row, sheet)) && (sheet.rows.get(row) ?? []).length === 0;
