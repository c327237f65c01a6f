import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../../src/apps/cli/run';
import { capturedTerminal } from '../../support/terminal';

const SAMPLES = path.resolve(__dirname, '../../../samples');
const sample = (name: string) => path.join(SAMPLES, `${name}.xlsx`);

describe('kmc report', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kmc-report-'));
  const place = (name: string) => path.join(folder, name);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('writes the report and drafts of what the city does with the number', async () => {
    const { terminal, out } = capturedTerminal();
    await run(
      ['report', sample('slag-cement'), '--lang', 'ja', '--out', place('report.html'), '--uses', place('uses')],
      terminal,
    );
    expect(readFileSync(place('report.html'), 'utf8')).toContain('<html lang="ja">');
    const names = ['brand-comparison', 'logo-checklist', 'ordinance-entry', 'pre-registration', 'register-line'];
    expect(readdirSync(place('uses')).sort()).toEqual(names.flatMap((name) => [`${name}.html`, `${name}.pdf`]));
    expect(out()).toContain('report.html');
  }, 60_000);

  it('marks a case with open blocks as a draft, and ends with 1', async () => {
    const { terminal } = capturedTerminal();
    expect(await run(['report', sample('broken'), '--lang', 'en', '--out', place('broken.html')], terminal)).toBe(1);
    expect(readFileSync(place('broken.html'), 'utf8')).toContain('<div class="stamp">Draft (for pre-check)</div>');
  }, 60_000);

  it('writes PDF and workbook by the ending of their name', async () => {
    const { terminal } = capturedTerminal();
    await run(['report', sample('slag-cement'), '--public', '--out', place('public.pdf')], terminal);
    await run(['report', sample('slag-cement'), '--out', place('result.xlsx')], terminal);
    expect(readFileSync(place('public.pdf')).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(readFileSync(place('result.xlsx')).subarray(0, 2).toString('latin1')).toBe('PK');
  }, 60_000);

  it.each([[['--out', 'report.docx']], [['--public', '--out', 'public.xlsx']]])(
    'refuses %j before it reads',
    async (options) => {
      const { terminal, err } = capturedTerminal();
      expect(await run(['report', place('nothing.xlsx'), ...options], terminal)).toBe(2);
      expect(err()).toMatch(/\.html/);
      expect(existsSync('report.docx')).toBe(false);
    },
  );
});
