import { readdirSync } from 'node:fs';
import path from 'node:path';
import { reviewedBook } from '../../../../src/core/review/formulas/book';
import { CHECKS } from '../../../../src/core/review/formulas/registry';
import { cellAddress } from '../../../../src/core/workbook/a1';
import { MORE_TEXTS } from '../../../../src/locales/moreTexts';
import { addTexts, translator } from '../../../../src/locales/translator';
import { exampleBook } from './exampleBook';

addTexts(MORE_TEXTS);
const FOLDER = path.resolve(__dirname, '../../../../src/core/review/formulas/checks');

describe('checks of formulas', () => {
  it('are all registered, one a file, each under the name of its file', () => {
    const files = readdirSync(FOLDER).map((file) => file.replace('.ts', ''));
    const camel = (id: string) => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    expect(CHECKS.map(({ id }) => camel(id)).sort()).toEqual(files.sort());
  });

  it.each(CHECKS.map((check) => [check.id, check] as const))(
    '%s has an example that passes and one that fails',
    (_, { examples }) => {
      expect(examples.some(({ finds }) => finds.length === 0)).toBe(true);
      expect(examples.some(({ finds }) => finds.length > 0)).toBe(true);
    },
  );

  const examples = CHECKS.flatMap((check) =>
    check.examples.map((example) => [check.id, example.name, check, example] as const),
  );
  it.each(examples)('%s: %s', (_id, _name, check, example) => {
    const found = check.find(reviewedBook(exampleBook(example)));
    expect(found.map(cellAddress).sort()).toEqual([...example.finds].sort());
    for (const language of ['en', 'ja'] as const) {
      const say = translator(language);
      expect(say(`review.checks.${check.id}.title`)).not.toContain('review.');
      expect(say(`review.checks.${check.id}.about`)).not.toContain('review.');
      for (const { message } of found) expect(say(message)).not.toMatch(/review\.|\{\{/);
    }
  });
});
