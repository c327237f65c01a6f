import { message } from '../../../message';
import { cellAddress, sheetCellAddress } from '../../../workbook/a1';
import { showsNumber, type FormulaCell, type ReviewedBook, type UsedCell } from '../book';
import type { Check } from '../check';
import { blockAt, referencesOf, visit, type Expression, type ReferenceTo } from '../expression';
import { once } from '../once';

/** Cells with the same formula, most of which read a number by one reference, and this one a blank. */
export const blankReference: Check = {
  id: 'blank-reference',
  severity: 'warning',
  certain: false,
  find: (book) =>
    book.sheets.flatMap((sheet) =>
      [...sheet.kinds.values()].flatMap((cells) =>
        once([...odd(cells), ...idleProducts(cells), ...runaway(cells, book)], ([cell]) => cellAddress(cell)).map(
          ({ first: [{ row, column }, cell] }) => ({
            sheet,
            row,
            column,
            message: message('review.checks.blank-reference.found', { cell }),
          }),
        ),
      ),
    ),
  examples: [
    {
      name: 'a factor that ran away for want of a $',
      cells: {
        A1: 2,
        A2: 3,
        A3: 4,
        A4: 5,
        B1: 7,
        B2: 7,
        B3: 7,
        C1: '=A1*B1',
        C2: '=A2*B2',
        C3: '=A3*B3',
        C4: '=A4*B4',
      },
      finds: ['C4'],
    },
    {
      name: 'a rate whose $ was forgotten in the first cell',
      cells: { H1: 0.1, A4: 2, A5: 3, A6: 4, A7: 5, B4: '=A4*H1', B5: '=A5*H2', B6: '=A6*H3', B7: '=A7*H4' },
      finds: ['B5', 'B6', 'B7'],
    },
    {
      name: 'every input there',
      cells: { A1: 2, A2: 3, A3: 4, B1: 7, B2: 7, B3: 7, C1: '=A1*B1', C2: '=A2*B2', C3: '=A3*B3' },
      finds: [],
    },
    {
      name: 'a single product of a number and a blank',
      cells: { A1: 2, C1: '=A1*B1' },
      stored: { C1: 0 },
      finds: ['C1'],
    },
    { name: 'a blank that a condition takes care of', cells: { A1: 2, C1: '=IF(B1="",0,A1*B1)' }, finds: [] },
    { name: 'a form with no input yet', cells: { C1: '=A1*B1', C2: '=A2*B2', C3: '=A3*B3' }, finds: [] },
  ],
};

/** @returns of at least three like formulas those that read a blank, where two thirds read a number and another input is there */
function odd(cells: readonly FormulaCell[]): readonly (readonly [FormulaCell, string])[] {
  const references = cells[0]!.expression ? referencesOf(cells[0]!.expression) : [];
  const singles = references.filter(({ single, sheet }) => single && sheet === null);
  if (cells.length < 3 || singles.length < 2 || decides(cells[0]!.expression!)) return [];
  return singles.flatMap((reference) => {
    const fed = cells.filter((cell) => showsNumber(inputOf(cell, reference)));
    if (fed.length === cells.length || fed.length * 3 < cells.length * 2) return [];
    return cells.flatMap((cell) => {
      const block = blockAt(reference, cell);
      const others = singles.filter((other) => other !== reference && showsNumber(inputOf(cell, other)));
      if (!block || inputOf(cell, reference) || others.length === 0) return [];
      return [[cell, cellAddress({ row: block.top, column: block.left })] as const];
    });
  });
}

/**
 * A reference that was meant to be fixed: it lies in another row and column, the first of the like formulas reads a number by it, and
 * most of them a blank, where all else they read is there.
 * @returns those that read a blank
 */
function runaway(cells: readonly FormulaCell[], book: ReviewedBook): readonly (readonly [FormulaCell, string])[] {
  const references = cells[0]!.expression ? referencesOf(cells[0]!.expression) : [];
  if (cells.length < 3 || references.length < 2 || decides(cells[0]!.expression!)) return [];
  return references.filter(isApart).flatMap((reference) => {
    const blank = cells.filter((cell) => !targetOf(cell, reference, book));
    if (blank.length * 2 < cells.length || !showsNumber(targetOf(cells[0]!, reference, book))) return [];
    const others = references.filter((other) => other !== reference);
    if (!blank.every((cell) => others.every((other) => showsNumber(targetOf(cell, other, book))))) return [];
    return blank.map((cell) => [cell, addressOf(cell, reference)] as const);
  });
}

/** Neither in the same row nor in the same column, or on another sheet, and not fixed. */
const isApart = ({ single, sheet, top, left }: ReferenceTo): boolean =>
  single && !(top.absolute && left.absolute) && (sheet !== null || (top.at !== 0 && left.at !== 0));

function targetOf(cell: FormulaCell, reference: ReferenceTo, book: ReviewedBook): UsedCell | undefined {
  const block = reference.single ? blockAt(reference, cell) : null;
  const sheet = reference.sheet === null ? cell.sheet : book.sheet(reference.sheet);
  return block ? sheet?.at(block.top, block.left) : undefined;
}

function addressOf(cell: FormulaCell, { sheet, ...reference }: ReferenceTo): string {
  const { top, left } = blockAt({ ...reference, sheet }, cell)!;
  const place = { row: top, column: left };
  return sheet === null ? cellAddress(place) : sheetCellAddress({ sheet, ...place });
}

/** A formula with a condition may take care of a blank itself. */
function decides(expression: Expression): boolean {
  let found = false;
  visit(expression, (part) => (found ||= part.kind === 'call' && part.name.startsWith('IF')));
  return found;
}

/** @returns of one or two like formulas those that multiply or divide a number by a blank */
function idleProducts(cells: readonly FormulaCell[]): readonly (readonly [FormulaCell, string])[] {
  if (cells.length > 2) return [];
  return cells.flatMap((cell) => {
    const factors = cell.expression ? factorsOf(cell.expression) : [];
    const blank = factors.find((factor) => !inputOf(cell, factor));
    const block = blank && blockAt(blank, cell);
    if (!block || !factors.some((factor) => showsNumber(inputOf(cell, factor)))) return [];
    return [[cell, cellAddress({ row: block.top, column: block.left })] as const];
  });
}

/** Single cells of the own sheet that a formula multiplies and divides, where it does nothing else. */
function factorsOf(expression: Expression): readonly ReferenceTo[] {
  if (expression.kind === 'reference') return expression.single && expression.sheet === null ? [expression] : [];
  if (expression.kind !== 'binary' || !['*', '/'].includes(expression.operator)) return [];
  return [...factorsOf(expression.left), ...factorsOf(expression.right)];
}

function inputOf(cell: FormulaCell, reference: ReferenceTo) {
  const block = blockAt(reference, cell);
  return block ? cell.sheet.at(block.top, block.left) : undefined;
}
