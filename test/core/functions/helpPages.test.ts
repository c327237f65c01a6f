import { helpPages } from '../../../src/core/functions/helpPages';
import { METHOD_PAGES } from '../../../src/core/functions/methodPages';
import { FUNCTIONS } from '../../../src/core/functions/registry';
import { methodPage } from '../../support/methodPages';

describe.each(['en', 'ja'] as const)('help pages, %s', (language) => {
  const titleOf = (name: string) => methodPage(language, name).title;
  const pages = helpPages(language, titleOf);
  const pageOf = (id: string): string => pages.find(({ path }) => path === `${language}/${id}.md`)!.text;

  it('are one a function and the list of them', () => {
    expect(pages.map(({ path }) => path)).toEqual(
      ['README', ...FUNCTIONS.map(({ id }) => id)].map((name) => `${language}/${name}.md`),
    );
  });

  it.each(FUNCTIONS.map((spec) => [spec.id, spec] as const))(
    '%s shows syntax, every argument and every example with its value',
    (id, spec) => {
      const text = pageOf(id);
      expect(text).toContain(`=KMC.${id}(`);
      expect(text.match(/^\| /gm)?.length ?? 0).toBe(spec.parameters.length === 0 ? 0 : spec.parameters.length + 2);
      for (const { formula, value } of spec.examples) {
        expect(text).toContain(formula);
        if (!Array.isArray(value)) expect(text).toContain(`→ ${String(value)}`);
      }
      expect(spec.examples.length).toBeGreaterThan(0);
    },
  );

  it.each(FUNCTIONS.map(({ id }) => id))('%s leads to the equations behind it, under their titles', (id) => {
    for (const page of METHOD_PAGES[id]!) {
      expect(pageOf(id)).toContain(`- [${titleOf(page)}](../../method/${language}/${page}.md)`);
    }
  });

  it.each(pages.map((page) => [page.path, page.text] as const))('%s leaves no text unfilled', (_, text) => {
    expect(text).not.toMatch(/functions\.[A-Za-z_]|choices\.|\{\{|undefined|\[object/);
  });
});

it('say in both languages which words a choice takes', () => {
  const [en, ja] = (['en', 'ja'] as const).map(
    (language) => helpPages(language, (page) => page).find(({ path }) => path.endsWith('FOOTPRINT.md'))!.text,
  );
  expect(en).toContain('Use (`use`)');
  expect(ja).toContain('使用 (`use`)');
});
