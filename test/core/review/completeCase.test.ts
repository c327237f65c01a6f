import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createRecalculator } from '../../../src/adapters/recalc/univerRecalculator';
import { readXlsx } from '../../../src/adapters/xlsx/read/readXlsx';
import { writeXlsx } from '../../../src/adapters/xlsx/write/writeXlsx';
import { run } from '../../../src/apps/cli/run';
import { SAMPLES } from '../../../src/apps/workbench/files';
import { analyse } from '../../../src/core/analysis';
import { recordState } from '../../../src/core/analysisRecord';
import { evaluate } from '../../../src/core/pipeline';
import { recalculated } from '../../../src/core/recalculated';
import { recordedAnalysis } from '../../../src/core/recordedAnalysis';
import { RULES } from '../../../src/core/review/criteria/registry';
import { reportedTotals } from '../../../src/core/review/criteria/reportedTotals';
import { reviewOf, type Review } from '../../../src/core/review/review';
import { sha256 } from '../../../src/core/sha256';
import { EXAMPLES, exampleNamed } from '../../../src/core/template/examples/registry';
import { planWorkbook } from '../../../src/core/template/planWorkbook';
import { simulate } from '../../../src/core/uncertainty/simulation';
import { withEdits } from '../../../src/core/workbook/withEdits';
import type { WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { MORE_TEXTS } from '../../../src/locales/moreTexts';
import { addTexts, translator } from '../../../src/locales/translator';
import { sampleBytes, snapshotOf } from '../../support/reviewedSample';
import { capturedTerminal } from '../../support/terminal';

addTexts(MORE_TEXTS);

const NAME = 'water-pump';
const SAMPLE_FOLDER = path.resolve(__dirname, '../../../samples');

/** The evidence that lies beside the samples, by its hash. */
const evidenceFiles = new Map(
  readdirSync(path.join(SAMPLE_FOLDER, 'evidence')).map((file) => [
    file,
    sha256(new Uint8Array(readFileSync(path.join(SAMPLE_FOLDER, 'evidence', file)))),
  ]),
);

function reviewed(snapshot: WorkbookSnapshot): Review {
  const outcome = evaluate(snapshot);
  const { assessment } = outcome;
  return reviewOf(snapshot, outcome, {
    record: recordState(snapshot, assessment),
    reported: reportedTotals(snapshot, assessment),
    sensitivity: analyse(assessment).sensitivity,
    uncertainty: simulate(assessment.models.avoided!, { runs: 10_000, seed: 1 }),
    evidenceFiles,
  });
}

/** The case as `kmc new` and a recorded analysis would give it in the language. */
async function workbookIn(language: 'en' | 'ja'): Promise<WorkbookSnapshot> {
  if (language === 'ja') return snapshotOf(sampleBytes(NAME));
  const plan = planWorkbook({ language, content: exampleNamed(NAME).content, exampleSheet: false });
  const { snapshot } = await readXlsx(writeXlsx(plan));
  const done = recalculated(snapshot, await createRecalculator().recalculate(snapshot));
  const outcome = evaluate(done.snapshot, done.problems);
  const analysed = { ...outcome, analysis: analyse(outcome.assessment) };
  return withEdits(
    done.snapshot,
    await recordedAnalysis(done.snapshot, analysed, translator(language), createRecalculator()),
  );
}

describe('the complete case', () => {
  it.each(['ja', 'en'] as const)(
    'leaves no rule, reading or formula anything to ask for (%s)',
    async (language) => {
      const { findings, criteria, reasons, state } = reviewed(await workbookIn(language));
      expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
      expect([reasons, state]).toEqual([[], 'ready']);
      const rules = criteria.flatMap((criterion) => criterion.rules);
      expect(rules.map(({ rule }) => rule)).toEqual(RULES.map(({ id }) => id));
      expect(rules.filter(({ status }) => !['passes', 'info'].includes(status))).toEqual([]);
      expect(rules.filter(({ status }) => status === 'passes').length).toBeGreaterThan(rules.length - 4);
    },
    120_000,
  );

  it('is clean for kmc review, too', async () => {
    const { terminal, out } = capturedTerminal();
    const file = path.join(SAMPLE_FOLDER, `${NAME}.xlsx`);
    const code = await run(['review', file, '--json', '--evidence', path.join(SAMPLE_FOLDER, 'evidence')], terminal);
    const { findings } = JSON.parse(out()) as { findings: readonly { severity: string }[] };
    expect(code).toBe(0);
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['info']));
  }, 120_000);

  it('is offered with the other samples, everywhere', () => {
    expect(EXAMPLES.map(({ name }) => name)).toEqual([...SAMPLES]);
    expect(SAMPLES).toContain(NAME);
  });
});
