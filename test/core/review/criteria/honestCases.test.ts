import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { readXlsx } from '../../../../src/adapters/xlsx/read/readXlsx';
import { analyse } from '../../../../src/core/analysis';
import { recordState } from '../../../../src/core/analysisRecord';
import { evaluate } from '../../../../src/core/pipeline';
import { applyRules, type RuleReport } from '../../../../src/core/review/criteria/applyRules';
import { reportedTotals } from '../../../../src/core/review/criteria/reportedTotals';
import type { RuleInput } from '../../../../src/core/review/criteria/rule';
import { ruleInput } from '../../../../src/core/review/criteria/ruleInput';
import { simulate } from '../../../../src/core/uncertainty/simulation';
import { ILLUSTRATIVE_DOCUMENT } from '../../../../src/core/template/examples/illustrativeDocument';

const samples = path.resolve(__dirname, '../../../../samples');
const evidence = readFileSync(path.join(samples, 'evidence', ILLUSTRATIVE_DOCUMENT.file));
const hash = createHash('sha256').update(evidence).digest('hex');

/** A sample as it ships, reviewed with all that there is to know of it. */
async function reviewed(name: string): Promise<RuleInput> {
  const { snapshot } = await readXlsx(readFileSync(path.join(samples, `${name}.xlsx`)));
  const outcome = evaluate(snapshot);
  const input = ruleInput(outcome, {
    record: recordState(snapshot, outcome.assessment),
    evidenceFiles: new Map([[ILLUSTRATIVE_DOCUMENT.file, hash]]),
    reported: reportedTotals(snapshot, outcome.assessment),
    sensitivity: analyse(outcome.assessment).sensitivity,
  });
  return { ...input, uncertainty: input.model && simulate(input.model, { runs: 2000, seed: 1 }) };
}

const worse = (reports: readonly RuleReport[], statuses: readonly string[]) =>
  reports.flatMap(({ findings }) =>
    findings.filter(({ severity }) => statuses.includes(severity)).map(({ id, severity }) => `${severity} ${id}`),
  );

it('the document of made-up figures is the one whose hash the samples state', () => {
  expect(hash).toBe(ILLUSTRATIVE_DOCUMENT.sha256);
});

const CASES = ['heat-pump', 'radar', 'led-lighting', 'cement-uses', 'service'];

it.each(CASES)(
  '%s, filled honestly, is held up by no rule, and none is at a loss',
  async (name) => {
    expect(worse(applyRules(await reviewed(name)), ['block', 'unknown'])).toEqual([]);
  },
  60_000,
);

it.each(CASES)(
  '%s passes every rule once each warning has its reason',
  async (name) => {
    const input = await reviewed(name);
    const owed = worse(applyRules(input), ['warn']).map((finding) => finding.replace('warn ', ''));
    const reasons = new Map(owed.map((id) => [id, 'as agreed with the secretariat']));
    const statuses = new Set(applyRules({ ...input, reasons }).map(({ status }) => status));
    expect([...statuses].sort()).toEqual(['info', 'passes']);
  },
  60_000,
);
