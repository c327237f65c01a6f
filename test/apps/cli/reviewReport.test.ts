import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { applyEdits } from '../../../src/adapters/xlsx/write/applyEdits';
import { run } from '../../../src/apps/cli/run';
import { publishedSchemas } from '../../../src/core/package/schemas';
import { decide, decision, reason, reply } from '../../../src/core/review/decisions/decide';
import { reviewedWorkbook, sampleBytes, setCell, snapshotOf, WITHOUT_FORMULAS } from '../../support/reviewedSample';
import { capturedTerminal } from '../../support/terminal';

interface Validator {
  (document: unknown): boolean;
  readonly errors?: readonly unknown[] | null;
}

const { default: Ajv } = createRequire(require.resolve('schema-utils/package.json'))('ajv/dist/2020') as {
  default: new (options: object) => { compile(schema: object): Validator };
};
const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(publishedSchemas().get('review-report')!);

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'kmc-report-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function reviewOf(...args: readonly string[]): Promise<Record<string, unknown>> {
  const { terminal, out } = capturedTerminal();
  await run(['review', '--json', ...args], terminal);
  return JSON.parse(out()) as Record<string, unknown>;
}

const sample = (name: string) => path.resolve(__dirname, `../../../samples/${name}.xlsx`);

describe('what kmc review --json prints', () => {
  it.each(['radar', 'broken', 'water-pump'])(
    'of %s is as its schema says',
    async (name) => {
      const report = await reviewOf(sample(name));
      expect([validate(report), validate.errors]).toEqual([true, null]);
      expect(report['changes']).toBeUndefined();
    },
    60_000,
  );

  it('has decisions, reasons, replies and changes as its schema says', async () => {
    const bytes = sampleBytes('radar');
    const workbook = reviewedWorkbook(await snapshotOf(bytes), WITHOUT_FORMULAS);
    const warning = workbook.review.findings.find(({ severity }) => severity === 'warn')!;
    const written = { by: '審査 花子', date: '2026-06-01', round: 1 };
    const entries = [
      decision(workbook.bases, { ...written, on: 'A2', state: 'needs-change', text: 'なぜ' }),
      reason(workbook.bases, { ...written, on: warning.id, text: '合意済み' }),
      reply({ ...written, on: 'A2', text: '直しました' }),
    ];
    const first = path.join(folder, 'first.xlsx');
    const second = path.join(folder, 'second.xlsx');
    const decided = applyEdits(bytes, decide(workbook.snapshot, ...entries));
    writeFileSync(first, decided);
    writeFileSync(second, applyEdits(decided, [setCell(workbook, 'KmcFactors|x.aluminium|value', 9.25)]));
    const report = await reviewOf(second, '--since', first);
    expect([validate(report), validate.errors]).toEqual([true, null]);
    const count = (key: string) => (report[key] as readonly unknown[]).length;
    expect([count('decisions'), count('reasons'), count('replies')]).toEqual([1, 1, 1]);
    expect(report['changes']).toMatchObject({ contents: [{ row: 'x.aluminium', from: '9', to: '9.25' }] });
  }, 60_000);

  it('leaves nothing out, adds nothing: the schema refuses both', async () => {
    const report = await reviewOf(sample('water-pump'));
    const { state, ...rest } = report;
    expect(state).toBe('ready');
    expect(validate(rest)).toBe(false);
    expect(validate({ ...report, more: 1 })).toBe(false);
  }, 60_000);
});
