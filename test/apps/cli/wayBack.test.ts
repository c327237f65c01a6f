import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../../src/apps/cli/run';
import { applyEdits } from '../../../src/adapters/xlsx/write/applyEdits';
import { readXlsx } from '../../../src/adapters/xlsx/read/readXlsx';
import { capturedTerminal } from '../../support/terminal';

jest.setTimeout(300_000);

const ROOT = path.resolve(__dirname, '../../..');
const sample = (name: string) => path.join(ROOT, 'samples', `${name}.xlsx`);
const EVIDENCE = path.join(ROOT, 'samples/evidence');
const untold = /\b(package|decisions|report|rules)\.[a-z]+[.-]|\{\{/;

let folder: string;
const at = (name: string) => path.join(folder, name);
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'kmc-way-back-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function kmc(...args: readonly string[]) {
  const { terminal, out, err } = capturedTerminal();
  const code = await run([...args, '--lang', 'en'], terminal);
  return { code, out: out(), err: err() };
}

/** The letter with the first remark's answer written into it. */
async function fill(letter: string, to: string, text: string): Promise<void> {
  const bytes = new Uint8Array(readFileSync(letter));
  const { snapshot } = await readXlsx(bytes);
  const [sheet] = snapshot.sheets;
  let column = -1;
  sheet!.forEachCell((_row, each, value) => {
    if (value === 'Author’s reply') column = each;
  });
  expect(column).toBeGreaterThan(0);
  writeFileSync(
    to,
    applyEdits(bytes, [{ kind: 'set-value', cell: { sheet: sheet!.name, row: 4, column }, value: text }]),
  );
}

describe('the way back on the command line', () => {
  let id: string;
  beforeAll(async () => {
    const { code, out } = await kmc('pack', sample('photovoltaics'), '--evidence', EVIDENCE, '--out', at('first.zip'));
    expect(code).toBe(0);
    id = /[0-9a-f]{64}/.exec(out)![0];
  });

  it('a reviewer decides on a package, and writes the answer, the letter and the opinion', async () => {
    const { code, out } = await kmc(
      ...['review', at('first.zip'), '--by', 'R. Viewer', '--date', '2026-05-01'],
      ...[
        '--decide',
        'B3=needs-change:Show the ledger.',
        '--decide',
        'A3=open:What is unique?',
        '--decide',
        'A1=accepted',
      ],
      ...['--out-review', at('review.json'), '--letter', at('letter.xlsx'), '--opinion-document', at('opinion.html')],
      ...['--opinion', 'with-remarks', '--assurance', 'limited', '--materiality', '5', '--sampled', 'P1,S1'],
      ...['--scope', 'Both numbers', '--grounds', 'The ledger was not shown.'],
    );
    expect([code, out]).toEqual([0, expect.stringContaining('Remarks without an answer: 2')]);
    expect(out).not.toMatch(untold);
    const file = JSON.parse(readFileSync(at('review.json'), 'utf8'));
    expect(file).toMatchObject({ package: id, round: 1, state: 'needs-change' });
    expect(file.entries.map(({ on, state, by }: Record<string, string>) => [on, state, by])).toEqual([
      ['B3', 'needs-change', 'R. Viewer'],
      ['A3', 'open', 'R. Viewer'],
      ['A1', 'accepted', 'R. Viewer'],
    ]);
    expect(readFileSync(at('opinion.html'), 'utf8')).toContain(id);
  });

  it('the author takes it over, answers, packs the next one, and both hold', async () => {
    await fill(at('letter.xlsx'), at('filled.xlsx'), 'The ledger is document E3.');
    const answered = await kmc(
      ...['review', sample('photovoltaics'), '--decisions', at('review.json'), '--answers', at('filled.xlsx')],
      ...[
        '--reply',
        '2=Two patents were added.',
        '--by',
        'A. Pplicant',
        '--date',
        '2026-06-01',
        '--out',
        at('next.xlsx'),
      ],
    );
    expect(answered.err).toBe('');
    expect(answered.out).toContain('Answer: The ledger is document E3. (A. Pplicant, 2026-06-01)');
    expect(answered.out).not.toContain('Remarks without an answer');
    expect(answered.out).toContain(
      'Verification opinion: With remarks (qualified) (Limited assurance, materiality 5 %',
    );
    const packed = await kmc(
      ...['pack', at('next.xlsx'), '--evidence', EVIDENCE, '--previous', at('first.zip')],
      ...['--review', at('review.json'), '--out', at('next.zip')],
    );
    expect([packed.code, packed.out]).toEqual([
      0,
      expect.stringContaining('Remarks: 2, answered 2, without an answer 0'),
    ]);
    expect(packed.out).not.toMatch(untold);
    const verified = await kmc(
      ...['verify', at('next.zip'), '--previous', at('first.zip'), '--review', at('review.json'), '--json'],
    );
    const { state, checks } = JSON.parse(verified.out) as { state: string; checks: { check: string; state: string }[] };
    expect([verified.code, state]).toEqual([0, 'passed']);
    expect(checks.filter((check) => check.state !== 'passed')).toEqual([]);
  });

  it('the next round is reviewed with the record of the one before, in whatever file it is', async () => {
    const goesOn = await kmc('review', at('next.zip'), '--decisions', at('review.json'));
    expect([goesOn.err, goesOn.out]).toEqual(['', expect.stringContaining('Show the ledger.')]);
    const ofPackage = await kmc('review', sample('photovoltaics'), '--decisions', at('next.zip'));
    expect([ofPackage.err, ofPackage.out]).toEqual(['', expect.stringContaining('Show the ledger.')]);
  });

  it('the report of the next package tells the answers, in the workbook’s language', async () => {
    const { terminal } = capturedTerminal();
    await run(['report', at('next.zip'), '--out', at('report.html'), '--uses', at('uses')], terminal);
    const html = readFileSync(at('report.html'), 'utf8');
    for (const text of ['審査での指摘と回答', 'The ledger is document E3.', `第2回提出（前回のパッケージ ${id}）`])
      expect(html).toContain(text);
    expect(readFileSync(at('uses/ordinance-entry.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(readFileSync(at('uses/logo-checklist.html'), 'utf8')).toContain('もとの提出パッケージのID：');
  });

  it.each<[string, () => string[], RegExp]>([
    [
      'a review of another application',
      () => ['review', sample('slag-cement'), '--decisions', at('review.json')],
      /another application/,
    ],
    [
      'a review without the package before',
      () => ['pack', sample('photovoltaics'), '--review', at('review.json')],
      /--previous/,
    ],
    [
      'a package before that is none',
      () => ['pack', sample('photovoltaics'), '--previous', sample('photovoltaics')],
      /cannot be opened/,
    ],
    ['a decision on nothing', () => ['review', at('first.zip'), '--decide', 'Z9=accepted', '--by', 'R'], /Z9/],
    ['a decision without a name', () => ['review', at('first.zip'), '--decide', 'B3=accepted'], /--by/],
    ['a decision of no kind', () => ['review', at('first.zip'), '--decide', 'B3=good', '--by', 'R'], /B3=good/],
    ['an answer to no remark', () => ['review', sample('photovoltaics'), '--reply', '1=done', '--by', 'A'], /no\. 1/],
    [
      'a letter that is none',
      () => ['review', sample('photovoltaics'), '--answers', sample('photovoltaics'), '--by', 'A'],
      /no letter/,
    ],
    ['an opinion of no kind', () => ['review', at('first.zip'), '--opinion', 'fine', '--by', 'R'], /unmodified/],
    ['a round that is none', () => ['review', at('first.zip'), '--round', '0'], /999/],
    ['a date that is none', () => ['review', at('first.zip'), '--date', '1.5.2026'], /YYYY-MM-DD/],
    ['to write into a package', () => ['review', at('first.zip'), '--out', at('x.xlsx')], /workbook in it/],
  ])('refuses %s with one sentence and exit code 2', async (_, args, said) => {
    const { code, out, err } = await kmc(...args());
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(said);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).not.toMatch(untold);
  });
});
