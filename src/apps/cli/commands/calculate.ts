import { nodeFiles } from '../../../adapters/node/fileStore';
import { applyEdits } from '../../../adapters/xlsx/write/applyEdits';
import { isComplete } from '../../../core/pipeline';
import { outcomeJson } from '../outcomeJson';
import { outcomeText } from '../outcomeText';
import { HAS_PROBLEMS, OK, type Session } from '../terminal';
import { calculateFile } from '../workbookFile';

interface Options {
  readonly out?: string;
  readonly json?: boolean;
}

/** Recalculates a workbook, says its two numbers and its problems, and writes the new values into a copy when asked. */
export async function calculate(session: Session, file: string, options: Options): Promise<number> {
  const calculated = await calculateFile(session, file);
  if (options.out) {
    session.progress('writing');
    await nodeFiles.write(options.out, applyEdits(calculated.bytes, calculated.edits));
  }
  session.terminal.out(options.json ? outcomeJson(session, calculated) : outcomeText(session, file, calculated));
  return isComplete(calculated.outcome) ? OK : HAS_PROBLEMS;
}
