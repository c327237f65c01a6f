import { analysisEdits, type Recorded } from './analysisRecord';
import type { Message } from './message';
import type { Recalculator } from './ports';
import { recalculated } from './recalculated';
import type { Edit } from './workbook/edit';
import type { WorkbookSnapshot } from './workbook/snapshot';
import { withEdits } from './workbook/withEdits';

/** As {@link analysisEdits}, for a file: with the values of the formulas that read the record. */
export async function recordedAnalysis(
  snapshot: WorkbookSnapshot,
  record: Recorded,
  say: (text: string | Message) => string,
  recalculator: Recalculator,
): Promise<readonly Edit[]> {
  const written = analysisEdits(snapshot, record, say);
  const edited = withEdits(snapshot, written);
  const changed = written.map(({ cell }) => cell);
  return [...written, ...recalculated(edited, await recalculator.recalculate(edited, changed)).edits];
}
