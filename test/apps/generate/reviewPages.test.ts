import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
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

  it('is what stands in the folder', () => {
    for (const page of pages) expect(readFileSync(path.join(manual, page.path), 'utf8')).toBe(page.text);
  });
});
