import { normaliseText } from '../quantity/normalise';
import { isoDate } from '../reader/cellDates';

/** Year first, so that month and day cannot be taken for each other. */
const YEAR_FIRST = /^(\d{4}) ?(?:([-/.])(\d{1,2})\2(\d{1,2})|年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日)$/;

/** @returns the day as `YYYY-MM-DD` that a text such as `2025/4/1` or `２０２５年４月１日` means; `null` where another reading is possible */
export function dateMeant(text: string): string | null {
  const match = YEAR_FIRST.exec(normaliseText(text));
  if (!match) return null;
  const [year, month, day] = [match[1]!, (match[3] ?? match[5])!, (match[4] ?? match[6])!];
  return isoDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
