import { message, type Message } from '../../message';
import { sheetCellAddress } from '../../workbook/a1';
import { agrees, BETWEEN_PROGRAMS } from '../../workbook/agreement';
import { isCellError, type CellValue } from '../../workbook/cell';
import { isBeyondBounds, type Recalculation } from '../../workbook/recalculation';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import type { ReviewedBook, ReviewedSheet } from './book';
import { noResultIn } from './calculatedValues';
import type { Remark } from './check';

interface Differing {
  readonly sheet: ReviewedSheet;
  readonly row: number;
  readonly column: number;
  readonly stored: CellValue;
  readonly calculated: CellValue;
}

/** @returns formula cells whose value as the file stores it is not the one a new calculation gives; those without any are not among them */
export function staleValues(
  book: ReviewedBook,
  stored: WorkbookSnapshot,
  recalculation: Recalculation,
): readonly Remark[] {
  return differing(book, stored, recalculation)
    .filter(({ stored }) => stored !== null)
    .map(({ sheet, row, column, stored, calculated }) => {
      const params = { stored: said(stored), calculated: said(calculated) };
      return { sheet, row, column, message: message('review.checks.stale-value.found', params) };
    });
}

/**
 * Programs that do not calculate store formulas without results; Excel works them out when it opens the file. Nothing contradicts itself
 * then, and one cause is told once.
 * @returns at the first such cell, how many there are
 */
export function missingValues(
  book: ReviewedBook,
  stored: WorkbookSnapshot,
  recalculation: Recalculation,
): readonly Remark[] {
  const missing = differing(book, stored, recalculation).filter(({ stored }) => stored === null);
  const [first] = missing;
  if (!first) return [];
  const { sheet, row, column } = first;
  return [{ sheet, row, column, message: message('review.checks.no-stored-value.found', { count: missing.length }) }];
}

function differing(book: ReviewedBook, snapshot: WorkbookSnapshot, { cells }: Recalculation): readonly Differing[] {
  const hasNone = noResultIn(snapshot);
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  return cells.flatMap(({ cell: { sheet: name, row, column }, value: calculated }) => {
    const sheet = book.sheet(name);
    const value = sheets.get(name)?.value(row, column) ?? null;
    const stored = hasNone(value) ? null : value;
    if (!sheet?.at(row, column)?.formula || isSame(value, calculated)) return [];
    return [{ sheet, row, column, stored, calculated }];
  });
}

const isSame = (stored: CellValue, calculated: CellValue): boolean =>
  (stored === null && calculated === '') || agrees(stored, calculated, BETWEEN_PROGRAMS);

function said(value: CellValue): string | number | Message {
  if (value === null) return message('review.value.blank');
  if (typeof value === 'boolean') return message(`review.value.${value}`);
  return isCellError(value) ? value.error : value;
}

/** @returns that formulas were left out of the calculation, told once: what they ask for is more than their workbook's size justifies */
export function notRecalculated({ unsupported }: Recalculation): readonly Message[] {
  const left = unsupported.filter(isBeyondBounds);
  const [first] = left;
  if (!first) return [];
  const { cell, reason } = first;
  return [message('review.notice.not-recalculated', { count: left.length, cell: sheetCellAddress(cell), reason })];
}
