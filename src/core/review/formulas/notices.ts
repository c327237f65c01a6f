import { message, type Message } from '../../message';
import { cellAddress } from '../../workbook/a1';
import type { FormulaCell, ReviewedBook, ReviewedSheet } from './book';
import { rememberByExpression, visit } from './expression';

/**
 * @param held formulas that were compared with the template and hold: what they read is settled
 * @returns what the checks could not look at, sheet by sheet: nothing is left out without a word
 */
export function notices(book: ReviewedBook, held: ReadonlySet<FormulaCell>): readonly Message[] {
  const manual = book.snapshot.calculationMode === 'manual' ? [message('review.notice.manual')] : [];
  if (book.sheets.every(({ cells }) => cells.length === 0)) return [...manual, message('review.notice.no-sheets')];
  return [...manual, ...book.sheets.flatMap((sheet) => ofSheet(sheet, held))];
}

function ofSheet(
  { snapshot: { name }, formulas, cells }: ReviewedSheet,
  held: ReadonlySet<FormulaCell>,
): readonly Message[] {
  if (cells.length > 0 && formulas.length === 0) return [message('review.notice.no-formulas', { sheet: name })];
  const unreadable = formulas.filter((formula) => formula.expression === null && !held.has(formula));
  const partly = formulas.filter((formula) => holdsOther(formula) && !held.has(formula));
  return [
    ...(unreadable.length > 0 ? [counted('unreadable', name, unreadable)] : []),
    ...(partly.length > 0 ? [counted('not-followed', name, partly)] : []),
  ];
}

const counted = (key: string, sheet: string, formulas: readonly FormulaCell[]): Message =>
  message(`review.notice.${key}`, { sheet, count: formulas.length, cell: cellAddress(formulas[0]!) });

const holdsOther = ({ expression }: FormulaCell): boolean => expression !== null && isPartlyRead(expression);

const isPartlyRead = rememberByExpression((expression) => {
  let found = false;
  visit(expression, (part) => (found ||= part.kind === 'other'));
  return found;
});
