import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DRAFT_STAMP } from '../../src/core/package/documents/info';
import { MORE_TEXTS } from '../../src/locales/moreTexts';
import { REVIEWER_TEXTS } from '../../src/locales/reviewerTexts';
import { START_TEXTS } from '../../src/locales/startTexts';
import { SUBMIT_TEXTS } from '../../src/locales/submitTexts';
import { TEMPLATE_TEXTS } from '../../src/locales/templateTexts';
import { TEXTS } from '../../src/locales/texts';

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : leaves(value, `${prefix}${key}.`),
  );
}

const textsOf = (language: 'en' | 'ja') =>
  new Map(
    leaves({
      ...TEXTS[language],
      ...MORE_TEXTS[language],
      templateSheets: TEMPLATE_TEXTS[language],
      ...START_TEXTS[language],
      ...REVIEWER_TEXTS[language],
      ...SUBMIT_TEXTS[language],
    } as unknown as Tree),
  );
const texts = { en: textsOf('en'), ja: textsOf('ja') };
/** A value with a name of its own in one language (`labelEn`) need not be in the other. */
const variables = (text: string) =>
  [...new Set([...text.matchAll(/\{\{\s*([\w.]+)\s*\}\}/g)].map((match) => match[1]!))]
    .filter((name) => !/(En|Ja)$/.test(name))
    .sort();

/** Words, units, names and formulas that are the same in both languages. */
const NEUTRAL = /^[\s\d\p{P}\p{S}A-Za-z]*$/u;

describe('texts', () => {
  it('stand in both languages, key for key', () => {
    expect([...texts.en.keys()].filter((key) => !texts.ja.has(key))).toEqual([]);
    expect([...texts.ja.keys()].filter((key) => !texts.en.has(key))).toEqual([]);
  });

  it('name the same values in both languages', () => {
    const differing = [...texts.en].filter(
      // English says one in a word, where Japanese writes the number.
      ([key, text]) => !key.endsWith('_one') && variables(text).join() !== variables(texts.ja.get(key) ?? '').join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('are never blank', () => {
    const blank = (['en', 'ja'] as const).flatMap((language) =>
      [...texts[language]].filter(([, text]) => text.trim() === ''),
    );
    expect(blank).toEqual([]);
  });

  it('have no Japanese in English', () => {
    const units = /[年月日人台個泊円千万百億㎥℃回本枚基機]/gu;
    const mixed = [...texts.en].filter(([, text]) =>
      /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text.replace(DRAFT_STAMP, '').replace(units, '')),
    );
    expect(mixed.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  it('have no English sentence where Japanese is due', () => {
    const english = [...texts.ja].filter(
      ([key, text]) => NEUTRAL.test(text) && /[a-z]{3,} [a-z]{2,} [a-z]{2,}/.test(text) && text === texts.en.get(key),
    );
    expect(english.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });
});

describe('codes', () => {
  const source = path.resolve(__dirname, '../../src');
  const files = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const full = path.join(folder, entry.name);
      return entry.isDirectory() ? files(full) : /\.tsx?$/.test(entry.name) ? [full] : [];
    });

  it('written out in the code all have a text', () => {
    const missing = files(source).flatMap((file) => {
      const code = readFileSync(file, 'utf8');
      const keys = [...code.matchAll(/(?:message|failure|say|translate)\(\s*'([a-z][\w]*(?:\.[\w-]+)+)'/g)].map(
        (match) => match[1]!,
      );
      return keys
        .filter((key) => !texts.en.has(key) && ![...texts.en.keys()].some((known) => known.startsWith(`${key}_`)))
        .map((key) => `${path.relative(source, file)}: ${key}`);
    });
    expect(missing).toEqual([]);
  });
});
