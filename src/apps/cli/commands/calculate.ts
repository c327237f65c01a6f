import { nodeFiles } from '../../../adapters/node/fileStore';
import { applyEdits } from '../../../adapters/xlsx/write/applyEdits';
import { analyse, type Analysis } from '../../../core/analysis';
import { createRecalculator } from '../../../adapters/recalc/univerRecalculator';
import { hasAnalysisSheet } from '../../../core/analysisRecord';
import { recordedAnalysis } from '../../../core/recordedAnalysis';
import { isComplete } from '../../../core/outcome';
import type { Edit } from '../../../core/workbook/edit';
import { translator } from '../../../locales/translator';
import { outcomeJson } from '../outcomeJson';
import { outcomeText } from '../outcomeText';
import { HAS_PROBLEMS, OK, type Session } from '../terminal';
import { calculateFile, type CalculatedFile } from '../workbookFile';

/** Lines above which a simulation would keep a person waiting who only asked for the numbers. */
const MOST_LINES = 3000;

interface Options {
  readonly out?: string;
  readonly json?: boolean;
  readonly analysis?: boolean;
}

/** Recalculates a workbook, says its two numbers and its problems, and writes the new values into a copy when asked. */
export async function calculate(session: Session, file: string, options: Options): Promise<number> {
  const calculated = await calculateFile(session, file);
  const analysis = analysed(session, calculated, options.analysis ?? false);
  if (options.out) {
    session.progress('writing');
    await nodeFiles.write(
      options.out,
      applyEdits(calculated.bytes, [...calculated.edits, ...(await recorded(calculated, analysis))]),
    );
  }
  session.terminal.out(
    options.json ? outcomeJson(session, calculated, analysis) : outcomeText(session, file, calculated, analysis),
  );
  return isComplete(calculated.outcome) ? OK : HAS_PROBLEMS;
}

function analysed(session: Session, { outcome }: CalculatedFile, always: boolean): Analysis | null {
  const lines = outcome.assessment.models.reduction?.terms.length ?? 0;
  if (lines > MOST_LINES && !always) return null;
  session.progress('analysing');
  return analyse(outcome.assessment);
}

/** The record on the analysis sheet, in the workbook's own language; a workbook without that sheet stays without a record. */
async function recorded({ snapshot, outcome }: CalculatedFile, analysis: Analysis | null): Promise<readonly Edit[]> {
  if (!analysis || !hasAnalysisSheet(snapshot)) return [];
  const say = translator(outcome.case.language ?? 'ja');
  return recordedAnalysis(snapshot, { ...outcome, analysis }, say, createRecalculator());
}
