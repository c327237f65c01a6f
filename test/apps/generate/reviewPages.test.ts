import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { formulaPage } from '../../../src/apps/generate/formulaPage';
import { reviewPages } from '../../../src/apps/generate/reviewPages';
import { RULES } from '../../../src/core/review/criteria/registry';
import { MORE_TEXTS } from '../../../src/locales/moreTexts';
import { addTexts } from '../../../src/locales/translator';

addTexts(MORE_TEXTS);
const manual = path.resolve(__dirname, '../../../docs/review');

describe.each(['en', 'ja'] as const)('the manual of the rules, %s', (language) => {
  const pages = reviewPages(language);

  it('has a page of each rule, an index, and nothing else', () => {
    const wanted = [...RULES.map(({ id }) => `${id}.md`), 'README.md'].sort();
    // The review of formulas has one page of its own beside those of the rules.
    expect(readdirSync(path.join(manual, language)).sort()).toEqual([...wanted, 'formulas.md'].sort());
    expect(pages.map((page) => page.path).sort()).toEqual(wanted.map((name) => `${language}/${name}`));
  });

  it('says everything in words: no key, no place left open, no cell that breaks a table', () => {
    for (const { text } of pages) {
      expect(text).not.toMatch(/rules\.[a-z]|choices\.|\{\{/);
      const columns = text
        .split('\n')
        .filter((line) => line.startsWith('| '))
        .map((line) => line.split(' | ').length);
      expect(columns.every((count) => count >= 2 && count <= 4)).toBe(true);
    }
  });

  it('leads to the page of the formula review, which is there', () => {
    const index = pages.find((page) => page.path.endsWith('README.md'))!.text;
    expect(index).toContain('](formulas.md)');
    expect(formulaPage(language).text).toBe(readFileSync(path.join(manual, language, 'formulas.md'), 'utf8'));
  });

  it('says of each rule where it stands, in Japanese pages in Japanese and in the words of the source', () => {
    for (const { id, source } of RULES) {
      const { text } = pages.find((page) => page.path === `${language}/${id}.md`)!;
      expect(text).toContain(`| ${source} |`);
      if (language === 'ja') expect(text).toMatch(/\| 出典 \| [^|]*[ぁ-んァ-ン一-龠]{2}[^|]* \|/);
    }
  });

  it('is what stands in the folder', () => {
    for (const page of pages) expect(readFileSync(path.join(manual, page.path), 'utf8')).toBe(page.text);
  });
});
