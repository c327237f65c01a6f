import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../../src/apps/cli/run';
import { basisText } from '../../../src/core/review/decisions/basis';
import type { Entry } from '../../../src/core/review/decisions/entries';
import { reviewFile } from '../../../src/core/review/decisions/reviewFile';
import { reviewedWorkbook, snapshotOf, WITHOUT_FORMULAS } from '../../support/reviewedSample';
import { capturedTerminal } from '../../support/terminal';

const sample = (name: string) => path.resolve(__dirname, `../../../samples/${name}.xlsx`);

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'kmc-review-cli-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function kmc(...args: readonly string[]) {
  const { terminal, out, err } = capturedTerminal();
  const code = await run(['review', ...args], terminal);
  return { code, out: out(), err: err() };
}

describe('kmc review', () => {
  it.each([
    ['en', /^.*photovoltaics\.xlsx: Ready for review\n\d+ must fix/, 'A1 Type of contribution'],
    ['ja', /^.*photovoltaics\.xlsx：審査を受けられます\n要修正 0件/, 'A1 域外貢献活動の類型'],
  ])('tells the city’s items in their order, in %s, in whole sentences', async (language, title, first) => {
    const { code, out } = await kmc(sample('photovoltaics'), '--lang', language);
    expect(code).toBe(0);
    expect(out).toMatch(title);
    const items = [...out.matchAll(/^([A-Z]\d?) \S/gm)].map(([, item]) => item);
    expect(items).toEqual(['A1', 'A2', 'A3', 'B1', 'B2', 'B3', 'G']);
    expect(out).toContain(first);
    // No key without a text, no place without a value.
    expect(out).not.toMatch(/\{\{|(?:decisions|rules|report|review|reader|template)\.[a-z-]+\./);
  });

  it('stops with 1 where something blocks, each finding at its cell', async () => {
    const { code, out } = await kmc(sample('broken'), '--json', '--lang', 'en');
    const { state, findings } = JSON.parse(out) as {
      state: string;
      findings: { severity: string; cells: string[]; id: string; message: string }[];
    };
    expect([code, state]).toEqual([1, 'draft']);
    const order = ['A1', 'A2', 'A3', 'B1', 'B2', 'B3', 'G'];
    const criteria = (findings as unknown as { criterion: string }[]).map(({ criterion }) => order.indexOf(criterion));
    expect(criteria).toEqual([...criteria].sort((a, b) => a - b));
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
    const at = (cell: string) => findings.filter(({ cells, severity }) => cells[0] === cell && severity === 'block');
    expect(at('比較対象製品!H5')).toHaveLength(1);
    // One cause is told once: formulas that fail for a refused input are no findings of their own.
    expect(findings.filter(({ id }) => id.startsWith('formula.error-value|Kmc'))).toEqual([]);
  });

  it('takes an earlier round’s decisions from review.json', async () => {
    const { bases } = reviewedWorkbook(
      await snapshotOf(new Uint8Array(readFileSync(sample('photovoltaics')))),
      WITHOUT_FORMULAS,
    );
    const entry: Entry = {
      ...{ kind: 'decision', on: 'B3', state: 'needs-change', text: 'Show the ledger.', by: 'R', date: '2026-04-01' },
      round: 1,
      basis: basisText(bases.of('B3')!),
    } as Entry;
    const file = path.join(folder, 'review.json');
    writeFileSync(file, JSON.stringify(reviewFile({ package: null, state: 'needs-change', entries: [entry] })));
    const { code, out } = await kmc(sample('photovoltaics'), '--decisions', file, '--json');
    const { state, decisions } = JSON.parse(out) as { state: string; decisions: unknown[] };
    expect([code, state]).toEqual([0, 'needs-change']);
    expect(decisions).toEqual([expect.objectContaining({ on: 'B3', status: 'stands', text: 'Show the ledger.' })]);
    const text = (await kmc(sample('photovoltaics'), '--decisions', file, '--lang', 'en')).out;
    expect(text).toContain('Change needed (R, 2026-04-01, round 1)');
  });

  it('says that nothing changed since the same workbook', async () => {
    const { out } = await kmc(sample('photovoltaics'), '--since', sample('photovoltaics'), '--lang', 'en');
    expect(out).toContain('Nothing has changed.');
  });

  it.each<[string, () => string[]]>([
    ['no workbook', () => [__filename]],
    ['no file', () => [path.join(folder, 'none.xlsx')]],
    ['decisions that are none', () => [sample('photovoltaics'), '--decisions', __filename]],
    ['an earlier workbook that is none', () => [sample('photovoltaics'), '--since', __filename]],
    ['no folder of evidence', () => [sample('photovoltaics'), '--evidence', path.join(folder, 'none')]],
  ])('refuses %s with one sentence and exit code 2', async (_, args) => {
    const { code, out, err } = await kmc(...args(), '--lang', 'en');
    expect([code, out]).toEqual([2, '']);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).not.toMatch(/Something in KMC failed/);
  });
});
