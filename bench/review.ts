import { createRecalculator } from '../src/adapters/recalc/univerRecalculator';
import { readXlsx } from '../src/adapters/xlsx/read/readXlsx';
import { writeXlsx } from '../src/adapters/xlsx/write/writeXlsx';
import { evaluate } from '../src/core/pipeline';
import { recalculated } from '../src/core/recalculated';
import { decide, decision } from '../src/core/review/decisions/decide';
import { CRITERIA } from '../src/core/review/finding';
import { reviewed } from '../src/core/review/review';
import { reviewFormulas } from '../src/core/review/formulas/reviewFormulas';
import { changesSince } from '../src/core/review/rounds/changesSince';
import { planWorkbook } from '../src/core/template/planWorkbook';
import { withEdits } from '../src/core/workbook/withEdits';
import { caseOfLines } from './lineCase';
import { ms, row } from './measure';

const timed = <T>(work: () => T): readonly [T, number] => {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
};

/** A calculated workbook → one list of findings; then with every criterion and many findings decided; then compared with itself. */
async function measure(lines: number) {
  const { snapshot: stored } = await readXlsx(
    writeXlsx(planWorkbook({ language: 'en', content: caseOfLines(lines, false) })),
  );
  const { snapshot } = recalculated(stored, await createRecalculator().recalculate(stored));
  const outcome = evaluate(snapshot);
  if (outcome.assessment.avoided.value === null) throw new Error('the case gave no number');
  const [formulas, formulaTime] = timed(() => reviewFormulas(snapshot));
  const [first, listTime] = timed(() => reviewed(snapshot, outcome, { formulas }));
  const findings = first.review.findings.slice(0, 300).map(({ id }) => id);
  const [entries, decideTime] = timed(() =>
    [...CRITERIA, ...findings].map((on) =>
      decision(first.bases, { on, state: 'accepted', text: '', by: 'R', date: '2026-04-01', round: 1 }),
    ),
  );
  const decided = withEdits(snapshot, decide(snapshot, ...entries));
  const [second, standTime] = timed(() => reviewed(decided, outcome, { formulas }));
  if (second.review.decisions.some(({ status }) => status !== 'stands')) throw new Error('a decision does not stand');
  const submission = { snapshot, outcome, review: first.review };
  const [, compareTime] = timed(() => changesSince(submission, { ...submission, review: second.review }));
  const stored300 = entries.reduce((sum, entry) => sum + JSON.stringify(entry).length, 0);
  return {
    formulas: formulas.formulas,
    findings: first.review.findings.length,
    decided: entries.length,
    times: [formulaTime, listTime, decideTime, standTime, compareTime],
    kilobytes: stored300 / 1000,
  };
}

async function main() {
  await measure(100);
  row(
    'lines',
    'formulas',
    'findings',
    'formula review ms',
    'list ms',
    'decide ms',
    'list with decisions ms',
    'compare ms',
    'decided',
    'record kB',
    'growth',
  );
  row(...Array<string>(11).fill('---'));
  let before = 0;
  for (const lines of [100, 1_000, 10_000]) {
    const { formulas, findings, decided, times, kilobytes } = await measure(lines);
    const total = times[0]! + times[1]!;
    row(
      lines,
      formulas,
      findings,
      ...times.map(ms),
      decided,
      kilobytes.toFixed(0),
      before ? (total / before).toFixed(1) : '',
    );
    before = total;
  }
}

void main();
