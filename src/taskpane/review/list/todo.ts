import type { Problem } from '../../../core/case/types';
import type { Message } from '../../../core/message';
import { readingSettled } from '../../../core/review/settle/readingSettled';
import type { WorkbookSnapshot } from '../../../core/workbook/snapshot';

/** Codes whose sentence says what is wrong and not what to do. */
const TOLD = new Set([
  'reader.blank-required',
  'reader.error-value',
  'reader.share-range',
  'reader.reference-missing',
  'reader.factor-differs',
  'reader.factor-unit-differs',
  'reader.returns-above-units',
  'reader.share-differs',
  'reader.limits-order',
  'reader.value-outside-limits',
  'reader.amount-negative',
  'reader.field-missing',
  'reader.field-unit',
]);

/** @returns a sentence that says what to do, where the problem's own does not */
export function todoOf({ message: { code }, cell }: Problem, { sheets }: WorkbookSnapshot): Message | string | null {
  if (code === 'reader.number-as-text' && cell) {
    const format = sheets.find(({ name }) => name === cell.sheet)?.format(cell.row, cell.column);
    return format === '@' ? 'fixes.todo.number-as-text-format' : null;
  }
  return TOLD.has(code) ? readingSettled(code).settle : null;
}
