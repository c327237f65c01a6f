import { isCellError, type CellError, type CellValue } from '../../core/workbook/cell';
import { cellwise, type Operator } from './broadcast';
import type { EngineFunctionEntry } from './functionBridge';
import { numberOf } from './operators';

const DAY = 86_400_000;
/** Day 0 of Excel's calendar for dates from March 1900 on; earlier ones carry its day that never was. */
const EPOCH = Date.UTC(1899, 11, 30);
const FIRST_TRUE_DAY = 61;

/** The day `step` months later, its end of month where that month is shorter; the engine runs over into the month after. */
const monthsLater =
  (toEnd: boolean): Operator =>
  (start, step) => {
    const day = numberOf(start);
    const months = numberOf(step);
    if (isCellError(day)) return day;
    if (isCellError(months)) return months;
    return shifted(Math.trunc(day), Math.trunc(months), toEnd);
  };

function shifted(day: number, months: number, toEnd: boolean): CellValue | CellError {
  if (day < FIRST_TRUE_DAY) return { error: '#NUM!' };
  const date = new Date(EPOCH + day * DAY);
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0));
  const wanted = toEnd ? lastOfMonth.getUTCDate() : Math.min(date.getUTCDate(), lastOfMonth.getUTCDate());
  const result = (lastOfMonth.setUTCDate(wanted) - EPOCH) / DAY;
  return result < FIRST_TRUE_DAY ? { error: '#NUM!' } : result;
}

export const monthSteps: readonly EngineFunctionEntry[] = [
  [cellwise(() => monthsLater(false)), 'EDATE'],
  [cellwise(() => monthsLater(true)), 'EOMONTH'],
];
