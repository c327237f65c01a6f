import { readWorkbook } from '../adoption/readWorkbook';
import type { Reading } from '../case/types';
import type { Message } from '../message';
import { outcomeOf, type Outcome } from '../outcome';
import type { Recalculator } from '../ports';
import { recalculated } from '../recalculated';
import type { Edit } from '../workbook/edit';
import type { Recalculation } from '../workbook/recalculation';
import { noResultIn } from '../review/formulas/calculatedValues';
import { agrees, BETWEEN_PROGRAMS } from '../workbook/agreement';
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
  /** Cells that store a value which their formula does not give, with the one it gives; `null` where nothing recalculates. */
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
  return {
    stored,
    snapshot,
    reading,
    outcome,
    recalculation,
    stale: recalculation && staleIn(stored, recalculation),
    notices,
  };
}

/** What a program left out that cannot calculate is no value, and the last bits of a number are no other number. */
function staleIn(snapshot: WorkbookSnapshot, { cells }: Recalculation): readonly Edit[] {
  const hasNone = noResultIn(snapshot);
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  return cells.flatMap(({ cell, value }): readonly Edit[] => {
    const stored = sheets.get(cell.sheet)?.value(cell.row, cell.column) ?? null;
    const isSame = hasNone(stored) || agrees(stored, value, BETWEEN_PROGRAMS);
    return isSame ? [] : [{ kind: 'set-calculated', cell, value }];
  });
}
