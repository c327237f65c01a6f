import { readWorkbook } from '../adoption/readWorkbook';
import type { Reading } from '../case/types';
import type { Message } from '../message';
import { outcomeOf, type Outcome } from '../outcome';
import type { Recalculator } from '../ports';
import { recalculated } from '../recalculated';
import type { Edit } from '../workbook/edit';
import type { Recalculation } from '../workbook/recalculation';
import type { WorkbookSnapshot } from '../workbook/snapshot';

/** Opens a workbook's bytes. Throws a `KmcError` for what is no sound workbook. */
export type WorkbookOpener = (
  bytes: Uint8Array,
) => Promise<{ readonly snapshot: WorkbookSnapshot; readonly notices: readonly Message[] }>;

/** A workbook read and assessed with values of now. */
export interface EvaluatedWorkbook {
  /** With the values the file stores. */
  readonly stored: WorkbookSnapshot;
  /** With recalculated values, where there is a recalculator. */
  readonly snapshot: WorkbookSnapshot;
  readonly reading: Reading;
  readonly outcome: Outcome;
  /** `null` where nothing recalculates. */
  readonly recalculation: Recalculation | null;
  /** Cells whose stored value is another one than the recalculated one; `null` where nothing recalculates. */
  readonly stale: readonly Edit[] | null;
  /** What the file holds and the snapshot cannot. */
  readonly notices: readonly Message[];
}

/** @param recalculator `null` where nothing recalculates: then the stored values stand */
export async function evaluateWorkbook(
  bytes: Uint8Array,
  open: WorkbookOpener,
  recalculator: Recalculator | null,
): Promise<EvaluatedWorkbook> {
  const { snapshot: stored, notices } = await open(bytes);
  const recalculation = recalculator && (await recalculator.recalculate(stored));
  const anew = recalculation && recalculated(stored, recalculation);
  const snapshot = anew?.snapshot ?? stored;
  const reading = readWorkbook(snapshot);
  const outcome = outcomeOf(snapshot, reading, anew?.problems);
  return { stored, snapshot, reading, outcome, recalculation, stale: anew?.edits ?? null, notices };
}
