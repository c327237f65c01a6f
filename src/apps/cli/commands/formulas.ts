import { nodeFiles } from '../../../adapters/node/fileStore';
import { createRecalculator } from '../../../adapters/recalc/univerRecalculator';
import { readXlsx } from '../../../adapters/xlsx/read/readXlsx';
import { reviewFormulas, type Finding, type FormulaReview } from '../../../core/review/formulas/reviewFormulas';
import { message, type Message } from '../../../core/message';
import { sheetCellAddress } from '../../../core/workbook/a1';
import { HAS_PROBLEMS, OK, type Session } from '../terminal';

interface Options {
  readonly json?: boolean;
  readonly recalculate?: boolean;
}

/** Reviews the formulas of any workbook. The exit code is 1 where something is certainly wrong. */
export async function reviewFormulaCells(session: Session, file: string, options: Options): Promise<number> {
  session.progress('reading');
  const { snapshot, notices } = await readXlsx(await nodeFiles.read(file));
  if (options.recalculate) session.progress('recalculating');
  const recalculation = options.recalculate ? await createRecalculator().recalculate(snapshot) : null;
  const review = reviewFormulas(snapshot, recalculation);
  const all = { ...review, notices: [...notices, ...review.notices] };
  session.terminal.out(options.json ? asJson(session, all) : asText(session, file, all));
  return review.findings.some(({ severity, certain }) => severity === 'error' && certain) ? HAS_PROBLEMS : OK;
}

function asJson({ say }: Session, { formulas, unique, findings, notices }: FormulaReview): string {
  const told = findings.map(({ sheet, cell, check, severity, certain, message: text, formulaR1C1 }) => ({
    sheet,
    cell,
    check,
    severity,
    certain,
    message: say(text),
    formulaR1C1,
  }));
  return `${JSON.stringify({ formulas, unique, findings: told, notices: notices.map(say) }, null, 2)}\n`;
}

function asText({ say }: Session, file: string, { formulas, unique, findings, notices }: FormulaReview): string {
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  const counts = { errors: count('error'), warnings: count('warning'), infos: count('info') };
  const line = (text: Message | string): string => `${say(text)}\n`;
  return [
    line(message('review.cli.title', { file, formulas, unique: unique.length })),
    line(findings.length > 0 ? message('review.cli.counts', counts) : 'review.cli.none'),
    ...findings.map((finding) => findingText(finding, say)),
    ...notices.map((notice) => `- ${line(notice)}`),
  ].join('');
}

function findingText(finding: Finding, say: Session['say']): string {
  const { severity, certain, check, formulaR1C1 } = finding;
  const kind = `${say(`review.cli.severity.${severity}`)}, ${say(`review.cli.${certain ? 'certain' : 'likely'}`)}`;
  const formula = formulaR1C1 === null ? '' : `    =${formulaR1C1}\n`;
  return `\n${sheetCellAddress(finding)}  ${say(`review.checks.${check}.title`)} (${kind})\n    ${say(finding.message)}\n${formula}`;
}
