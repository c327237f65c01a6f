import { nodeFiles } from '../../adapters/node/fileStore';
import { createRecalculator } from '../../adapters/recalc/univerRecalculator';
import { readXlsx } from '../../adapters/xlsx/read/readXlsx';
import type { Message } from '../../core/message';
import type { Outcome } from '../../core/outcome';
import { evaluate } from '../../core/pipeline';
import { recalculated } from '../../core/recalculated';
import type { Edit } from '../../core/workbook/edit';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import type { Session } from './terminal';

export interface CalculatedFile {
  readonly bytes: Uint8Array;
  readonly snapshot: WorkbookSnapshot;
  readonly outcome: Outcome;
  /** New values of formula cells, to be written back. */
  readonly edits: readonly Edit[];
  /** What could not be read, e.g. chart sheets. */
  readonly notices: readonly Message[];
}

/** Reads a workbook, recalculates it and evaluates the case it holds. */
export async function calculateFile(session: Session, file: string): Promise<CalculatedFile> {
  session.progress('reading');
  const bytes = await nodeFiles.read(file);
  return { bytes, ...(await calculateBytes(session, bytes)) };
}

export async function calculateBytes(session: Session, bytes: Uint8Array): Promise<Omit<CalculatedFile, 'bytes'>> {
  const { snapshot, notices } = await readXlsx(bytes);
  session.progress('recalculating');
  const result = recalculated(snapshot, await createRecalculator().recalculate(snapshot));
  session.progress('assessing');
  const outcome = evaluate(result.snapshot, result.problems);
  return { snapshot: result.snapshot, outcome, edits: result.edits, notices };
}
