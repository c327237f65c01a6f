import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { helpHtml } from '../../../src/apps/excel/build/helpHtml.cjs';
import { functionsJson } from '../../../src/core/functions/metadata';

const DOCS = path.resolve(__dirname, '../../../docs');
const PAGES = path.join(DOCS, 'functions');

/** What is left of Markdown in a page outside its code. */
const markdownIn = (html: string) =>
  /```|\]\(|^#|\| ---|`/m.exec(html.replace(/<style>[\s\S]*<\/style>|<pre>[\s\S]*?<\/pre>/g, ''))?.[0] ?? null;

describe('a help page as Excel opens it', () => {
  it('has headings, tables, code and links of the Markdown', () => {
    const html = helpHtml(
      '# A & B\n\nSee [KMC.X](X.md) and `=KMC.X(1)`.\n\n| a | b |\n| --- | --- |\n| 1 | <2> |\n\n```\n=1\n\n→ 2\n```\n',
      'en',
    );
    expect(html).toContain('<h1>A &amp; B</h1>');
    expect(html).toContain('<p>See <a href="X.html">KMC.X</a> and <code>=KMC.X(1)</code>.</p>');
    expect(html).toContain('<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>&lt;2&gt;</td></tr></table>');
    expect(html).toContain('<pre>=1\n\n→ 2</pre>');
  });

  it.each(['en', 'ja'] as const)('exists for every function that Excel offers help for: %s', (language) => {
    const base = 'https://localhost:3000/help/functions';
    for (const { helpUrl } of functionsJson(language, base).functions) {
      const file = path.join(PAGES, helpUrl.slice(base.length).replace('.html', '.md'));
      const html = helpHtml(readFileSync(file, 'utf8'), language);
      expect(html).toContain(`<html lang="${language}">`);
      expect(markdownIn(html)).toBeNull();
    }
  });

  const shipped = ['functions/en', 'functions/ja', 'method/en', 'method/ja'].flatMap((folder) =>
    readdirSync(path.join(DOCS, folder)).map((file) => [`${folder}/${file}`]),
  );
  it.each(shipped)('%s is whole as HTML, and its links lead to pages that are shipped', (file) => {
    const html = helpHtml(readFileSync(path.join(DOCS, file), 'utf8'), path.basename(path.dirname(file)));
    expect(markdownIn(html)).toBeNull();
    const targets = [...html.matchAll(/href="([^"]+)"/g)].map(([, target]) => target!);
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) {
      const page = path.join(path.dirname(file), target.replace(/\.html$/, '.md'));
      expect([target, /^(functions|method)\//.test(page) && existsSync(path.join(DOCS, page))]).toEqual([target, true]);
    }
  });
});
