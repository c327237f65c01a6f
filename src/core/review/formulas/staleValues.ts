import { message, type Message } from '../../message';
import { isCellError, type CellValue } from '../../workbook/cell';
import type { Recalculation } from '../../workbook/recalculation';
import type { ReviewedBook } from './book';
import type { Remark } from './check';

/** Two calculations of one number may differ in their last bits. */
const TOLERANCE = 1e-9;

/** @returns formula cells whose stored value is not the one a new calculation gives */
export function staleValues(book: ReviewedBook, { cells }: Recalculation): readonly Remark[] {
  return cells.flatMap(({ cell: { sheet: name, row, column }, value }) => {
    const sheet = book.sheet(name);
    const stored = sheet?.at(row, column);
    if (!sheet || !stored?.formula || agrees(stored.value, value)) return [];
    const params = { stored: said(stored.value), calculated: said(value) };
    return [{ sheet, row, column, message: message('review.checks.stale-value.found', params) }];
  });
}

function agrees(stored: CellValue, calculated: CellValue): boolean {
  if (typeof stored === 'number' && typeof calculated === 'number')
    return Math.abs(stored - calculated) <= TOLERANCE * Math.max(Math.abs(stored), Math.abs(calculated));
  if (isCellError(stored) && isCellError(calculated)) return stored.error === calculated.error;
  return stored === calculated;
}

function said(value: CellValue): string | number | Message {
  if (value === null) return message('review.value.blank');
  if (typeof value === 'boolean') return message(`review.value.${value}`);
  return isCellError(value) ? value.error : value;
}
