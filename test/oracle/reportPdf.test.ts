import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { documentsOf } from '../../src/adapters/documents/documentBuilder';
import { pdfOf } from '../../src/adapters/pdf/pdfOf';
import { body, group, heading, text, type Section, type TableBlock } from '../../src/core/report/document';
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

describe('a PDF of many tables, read by poppler', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kmc-pdf-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const tall = (lines: number): string => Array.from({ length: lines }, () => '文').join('\n');
  const table = (at: number): TableBlock => ({
    kind: 'table',
    caption: at % 3 === 0 ? `CAPTION${at}` : null,
    columns: ['HEAD', '二'].map((header) => ({ header, align: 'left', width: 1 })),
    rows: Array.from({ length: 3 + (at % 5) }, (_, row) => [
      group(`GROUP${at}.${row}`),
      ...Array.from({ length: 1 + (row % 3) }, () => body(['文', tall(1 + ((at + row) % 6))])),
    ]).flat(),
  });
  const sections = Array.from({ length: 18 }, (_, at): Section => ({
    id: `s${at}`,
    title: `SECTION${at}`,
    blocks: [...(at % 2 === 0 ? [heading(`UNDER${at}`)] : []), table(at), text(tall(at))],
  }));

  it('leaves no heading, caption, head of a table or row of a group alone at the foot of a page', async () => {
    const file = path.join(folder, 'tables.pdf');
    const document = { language: 'ja', title: '題', stamp: null, running: '', cover: [], sections } as const;
    writeFileSync(file, await pdfOf(document, fonts(), { missingGlyphs: '' }));
    const pages = told('pdftotext', '-raw', file, '-').split('\f').slice(1, -1);
    expect(pages.length).toBeGreaterThan(8);
    const lastLines = pages.map((page) => page.trim().split('\n').at(-2));
    expect(lastLines.filter((line) => /SECTION|UNDER|CAPTION|GROUP|HEAD/.test(line!))).toEqual([]);
    // Each group's row stands once, and right above a row of the table.
    const lines = told('pdftotext', '-raw', file, '-').split(/[\n\f]/);
    const after = lines.flatMap((line, at) => (line.startsWith('GROUP') ? [lines[at + 1]] : []));
    expect(after).toHaveLength(
      sections.flatMap((_, at) => table(at).rows.filter(({ look }) => look === 'group')).length,
    );
    expect(after.every((line) => line!.startsWith('文'))).toBe(true);
  }, 120_000);

  it('loses no line of a text that is longer than a page', async () => {
    const file = path.join(folder, 'long.pdf');
    const lines = Array.from({ length: 150 }, (_, at) => `L${at}.`);
    const long: TableBlock = { ...table(1), rows: [body(['一', 'あ'.repeat(8000)]), body([lines.join('\n'), '二'])] };
    const facts = { kind: 'facts', rows: [{ label: 'FACT', value: 'い'.repeat(8000) }] } as const;
    const of = [{ id: 's', title: 'SECTION', blocks: [long] }];
    const document = { language: 'ja', title: '題', stamp: null, running: '', cover: [facts], sections: of } as const;
    writeFileSync(file, await pdfOf(document, fonts(), { missingGlyphs: '' }));
    const found = told('pdftotext', '-raw', file, '-');
    expect(lines.filter((line) => !found.includes(line))).toEqual([]);
    expect([found.match(/あ/g)?.length, found.match(/い/g)?.length]).toEqual([8000, 8000]);
  }, 120_000);
});
