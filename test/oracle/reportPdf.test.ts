import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { documentsOf } from '../../src/adapters/documents/documentBuilder';
import { fonts } from '../support/fonts';
import { reviewedSample } from '../support/reportInput';

/** What a tool of the system says of a file. */
function told(tool: string, ...args: string[]): string {
  const run = spawnSync(tool, args, { encoding: 'utf8' });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`${tool} ended with ${run.status}: ${run.stderr}`);
  expect(run.stderr).toBe('');
  return run.stdout;
}

describe('report.pdf, read by poppler', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kmc-pdf-'));
  const file = path.join(folder, 'report.pdf');
  beforeAll(async () => {
    const made = await documentsOf({ ...(await reviewedSample('heat-pump')), language: 'ja', draft: true }, fonts());
    writeFileSync(file, made.find(({ path: name }) => name === 'data/report.pdf')!.bytes);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is an A4 document with a title and its language', () => {
    const info = told('pdfinfo', file);
    expect(info).toMatch(/Title:\s+域外貢献量 算定報告書/);
    expect(info).toMatch(/Page size:\s+595\.28 x 841\.89 pts \(A4\)/);
    expect(info).toMatch(/JavaScript:\s+no/);
    expect(info).toMatch(/Encrypted:\s+no/);
  });

  it('has its fonts inside, as subsets with Unicode', () => {
    const rows = told('pdffonts', file).trim().split('\n').slice(2);
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+NotoSansJP-(Bold|Regular) .* yes yes yes /);
  });

  it('gives its Japanese text back, with both numbers, and a number on each page', () => {
    const text = told('pdftotext', '-raw', file, '-');
    for (const words of [
      '下書き（事前確認用）',
      '機能単位当たりの削減量',
      '域外貢献量',
      '比較対象製品',
      '貢献度（寄与率）',
    ])
      expect(text.includes(words)).toBe(true);
    expect(text).toMatch(/27\.10\s?kg-CO2e\/GJ/);
    expect(text).toMatch(/26,826\s?t-CO2e/);
    const pages = text.split('\f').filter((page) => page !== '');
    pages.forEach((page, at) => expect(page).toMatch(new RegExp(`\\b${at + 1} / ${pages.length}\\b`)));
  });

  it('draws charts as vectors, not as pictures', () => {
    expect(told('pdfimages', '-list', file).trim().split('\n').slice(2)).toEqual([]);
  });

  it('renders every page with something on it', () => {
    told('pdftoppm', '-r', '20', '-gray', file, path.join(folder, 'page'));
    const pages = readdirSync(folder).filter((name) => name.endsWith('.pgm'));
    expect(pages).toHaveLength(Number(/Pages:\s+(\d+)/.exec(told('pdfinfo', file))![1]));
    const darkest = pages.map((name) => Math.min(...readFileSync(path.join(folder, name)).subarray(15)));
    expect(darkest.filter((shade) => shade > 120)).toEqual([]);
  });
});
