import { BASES } from '../../../../src/core/case/vocabulary';
import { CRITERIA } from '../../../../src/core/review/finding';
import { RULES } from '../../../../src/core/review/criteria/registry';
import en from '../../../../src/locales/en/rules.json';
import ja from '../../../../src/locales/ja/rules.json';

type Texts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
const texts: Readonly<Record<string, Texts>> = { en, ja };
const named = RULES.map((rule) => [rule.id, rule] as const);

it('holds each rule once, in the order of the criteria', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  const order = RULES.map(({ criterion }) => CRITERIA.indexOf(criterion));
  expect(order).toEqual([...order].sort((one, other) => one - other));
});

it('is all that the texts speak of', () => {
  for (const language of ['en', 'ja']) {
    const spoken = Object.keys(texts[language]!).filter((key) => !['common', 'manual'].includes(key));
    expect(spoken.filter((id) => !RULES.some((rule) => rule.id === id))).toEqual([]);
  }
});

describe.each(named)('%s', (id, rule) => {
  it('has a title, what it checks and what settles it in both languages', () => {
    for (const language of ['en', 'ja'])
      for (const key of ['title', 'check', 'settle']) expect(texts[language]![id]?.[key]).toMatch(/\S/);
  });

  it('has texts for its examples and for no others', () => {
    const names = rule.examples.map(({ name }) => name).sort();
    expect(new Set(names).size).toBe(names.length);
    for (const language of ['en', 'ja'])
      expect(Object.keys(texts[language]![id]!['examples'] as object).sort()).toEqual(names);
  });

  it('says what the requirement rests on, and where it stands', () => {
    expect(BASES).toContain(rule.basis);
    expect(rule.source).toMatch(/\S/);
  });

  it('has an example that passes and one that does not', () => {
    const says = new Set(rule.examples.map((example) => example.says));
    expect(says.has('passes') || says.has('info')).toBe(true);
    expect([...says].some((status) => status !== 'passes')).toBe(true);
  });
});
