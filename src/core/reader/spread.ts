import type { Distribution } from '../case/vocabulary';
import type { Decimal } from '../quantity/decimal';
import { readLimits } from './inventory';
import type { TableRow } from './tableRow';

/** What a row states of how sure its number is. */
export function readSpread(row: TableRow): {
  readonly distribution: Distribution | null;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
} {
  return { distribution: row.word<Distribution>('distribution'), ...readLimits(row) };
}
