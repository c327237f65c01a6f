import { nodeFiles } from '../../../adapters/node/fileStore';
import { createRecalculator } from '../../../adapters/recalc/univerRecalculator';
import { readXlsx } from '../../../adapters/xlsx/read/readXlsx';
import { lacksResults } from '../../../core/review/formulas/calculatedValues';
import { reviewFormulas, type FormulaReview } from '../../../core/review/formulas/reviewFormulas';
import { reviewJson } from '../formulaReviewJson';
import { reviewText, type Shown } from '../formulaReviewText';
import { HAS_PROBLEMS, OK, UNUSABLE, type Session } from '../terminal';

interface Options extends Shown {
  readonly json?: boolean;
  readonly recalculate?: boolean;
  readonly result?: readonly string[];
}

/**
 * Reviews the formulas of any workbook. A file in which formulas have no results (a script wrote it) is calculated first.
 * @returns 0; 1 where something is certainly wrong; 2 where the workbook cannot be treated (none of its sheets holds a cell, or a named
 * result is no cell). A file that is no workbook throws, and the command line says why with exit code 2.
 */
export async function reviewFormulaCells(session: Session, file: string, options: Options): Promise<number> {
  session.progress('reading');
  const { snapshot, notices } = await readXlsx(await nodeFiles.read(file));
  const calculates = options.recalculate || lacksResults(snapshot);
  if (calculates) session.progress('recalculating');
  const recalculation = calculates ? await createRecalculator().recalculate(snapshot) : null;
  const review = reviewFormulas(snapshot, {
    recalculation,
    onlyMissing: !options.recalculate,
    results: options.result,
  });
  const all = { ...review, notices: [...notices, ...review.notices] };
  const { say, terminal } = session;
  terminal.out(options.json ? reviewJson(say, all) : reviewText(say, file, all, options));
  return exitCode(review);
}

const UNTREATED = ['review.notice.no-sheets', 'review.notice.no-such-result', 'review.notice.blank-result'];

function exitCode({ findings, notices }: FormulaReview): number {
  if (notices.some(({ code }) => UNTREATED.includes(code))) return UNUSABLE;
  return findings.some(({ severity, certain }) => severity === 'error' && certain) ? HAS_PROBLEMS : OK;
}
