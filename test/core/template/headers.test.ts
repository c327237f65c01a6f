import { CHOICE_SETS, type ChoiceSet } from '../../../src/core/case/vocabulary';
import { FIELDS } from '../../../src/core/template/fields';
import {
  choiceOf,
  choiceText,
  fieldLabel,
  groupLabel,
  headerOf,
  keyOfHeader,
  LANGUAGES,
  sheetTitle,
} from '../../../src/core/template/headers';
import { TABLES } from '../../../src/core/template/tables';
import { TEXTS } from '../../../src/locales/texts';

const COLUMNS = TABLES.flatMap((table) => table.columns.map(({ key }) => ({ table: table.name, key })));
const words = Object.entries(CHOICE_SETS).flatMap(([set, list]) =>
  list.map((word) => ({ set: set as ChoiceSet, word })),
);

describe('headers', () => {
  it.each(LANGUAGES)('name every column with letters, digits and single spaces alone (%s)', (language) => {
    const illegal = COLUMNS.map(({ table, key }) => headerOf(table, key, language)).filter(
      (header) => !/^[\p{L}\p{N}]+( [\p{L}\p{N}]+)*$/u.test(header),
    );
    expect(illegal).toEqual([]);
  });

  it.each(LANGUAGES)('differ within a table, whatever the case (%s)', (language) => {
    for (const { name, columns } of TABLES) {
      const headers = columns.map(({ key }) => headerOf(name, key, language).toLowerCase());
      expect(new Set(headers).size).toBe(headers.length);
    }
  });

  it('are found again in either language', () => {
    for (const { table, key } of COLUMNS) {
      for (const language of LANGUAGES) expect(keyOfHeader(table, headerOf(table, key, language))).toBe(key);
    }
  });

  it.each([
    ['KmcProduct', '  Factor  ID ', 'factorId'],
    ['kmcproduct', 'ＦＡＣＴＯＲ　ｉｄ', 'factorId'],
    ['KmcProduct', '原単位ＩＤ', 'factorId'],
    ['KmcProduct', '原単位', 'factor'],
    ['KmcProduct', 'Partner', undefined],
    ['KmcNothing', 'Amount', undefined],
  ])('%s %s is %s', (table, header, key) => expect(keyOfHeader(table, header)).toBe(key));

  it('have no text for a column that is not declared, and every declared one has a text', () => {
    for (const language of LANGUAGES) {
      const texts: Readonly<Record<string, object>> = TEXTS[language].template.columns;
      expect(Object.keys(texts).sort()).toEqual(TABLES.map(({ name }) => name).sort());
      for (const { name, columns } of TABLES) {
        expect(Object.keys(texts[name]!).sort()).toEqual(columns.map(({ key }) => key).sort());
      }
    }
  });
});

describe('choices', () => {
  it('are found again in either language, and say in which', () => {
    for (const { set, word } of words) {
      const alike = choiceText(set, word, 'en') === choiceText(set, word, 'ja');
      for (const language of LANGUAGES) {
        expect(choiceOf(set, choiceText(set, word, language))).toEqual({ word, language: alike ? null : language });
      }
    }
  });

  it('differ within a vocabulary across both languages', () => {
    for (const [set, list] of Object.entries(CHOICE_SETS)) {
      const found = list.flatMap((word) =>
        LANGUAGES.map((language) => choiceOf(set as ChoiceSet, choiceText(set as ChoiceSet, word, language))?.word),
      );
      expect(found).toEqual(list.flatMap((word) => [word, word]));
    }
  });

  it.each([
    ['stage', '使用', 'use', 'ja'],
    ['stage', ' USE ', 'use', 'en'],
    ['place', 'ｕｎｋｎｏｗｎ', 'unknown', 'en'],
  ] as const)('%s %s', (set, text, word, language) => expect(choiceOf(set, text)).toEqual({ word, language }));

  it.each([
    ['stage', ''],
    ['stage', '使'],
    ['stage', 'raw-materials'],
  ] as const)('%s does not know %p', (set, text) => expect(choiceOf(set, text)).toBeUndefined());

  it('have texts for exactly the declared words', () => {
    for (const language of LANGUAGES) {
      const texts: Readonly<Record<string, object>> = TEXTS[language].choices;
      expect(Object.keys(texts).sort()).toEqual(Object.keys(CHOICE_SETS).sort());
      for (const [set, list] of Object.entries(CHOICE_SETS))
        expect(Object.keys(texts[set]!).sort()).toEqual([...list].sort());
    }
  });
});

describe('fields, groups and sheets', () => {
  it.each(LANGUAGES)('have labels of their own (%s)', (language) => {
    const labels = FIELDS.map(({ key }) => fieldLabel(key, language));
    expect(new Set(labels).size).toBe(FIELDS.length);
    expect(new Set(FIELDS.map(({ key }) => key)).size).toBe(FIELDS.length);
    for (const { group } of FIELDS) expect(groupLabel(group, language)).not.toBe('');
  });

  it.each(LANGUAGES)('title every sheet within Excel’s rules (%s)', (language) => {
    for (const { sheet } of [...TABLES, { sheet: 'result' }, { sheet: 'example' }]) {
      expect(sheetTitle(sheet, language)).toMatch(/^[^[\]:*?/\\']{1,31}$/);
    }
  });
});
