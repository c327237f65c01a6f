import { readWorkbook } from './adoption/readWorkbook';
import type { Profile } from './calculation/profile';
import type { Problem } from './case/types';
import { outcomeOf, type Outcome } from './outcome';
import type { WorkbookSnapshot } from './workbook/snapshot';

/**
 * The product on one screen: read → assess. Pure and synchronous, the same in every host.
 * @param found problems known before reading, e.g. of recalculation
 * @param profile the method's choices; without it those the workbook chooses
 */
export function evaluate(snapshot: WorkbookSnapshot, found: readonly Problem[] = [], profile?: Profile): Outcome {
  return outcomeOf(snapshot, readWorkbook(snapshot), found, profile);
}
