import { CHOICE_SETS, type ChoiceSet } from '../case/vocabulary';
import { normaliseText } from '../quantity/normalise';
import { TEXTS } from '../../locales/texts';
import { TABLES } from './tables';
import type { Language, TableName } from './types';

export const LANGUAGES: readonly Language[] = ['ja', 'en'];

type Texts = Readonly<Record<string, string>>;
type TextsByName = Readonly<Record<string, Texts>>;

const columns = (language: Language): TextsByName => TEXTS[language].template.columns;
const choices = (language: Language): TextsByName => TEXTS[language].choices;

/** One form for what people type alike: width, letter case and spaces make no difference. */
const comparable = (text: string): string => normaliseText(text).toLowerCase().replace(/\s+/g, '');

function required(text: string | undefined, what: string): string {
  if (text === undefined) throw new Error(`no text for ${what}`);
  return text;
}

/**
 * @returns the header text of a column in a workbook of that language
 * @throws where the template declares no such column
 */
export function headerOf(table: TableName, key: string, language: Language): string {
  return required(columns(language)[table]?.[key], `${language} column ${table}.${key}`);
}

/** @returns the dropdown text of a word, e.g. `use` of `stage` → `使用` */
export function choiceText(set: ChoiceSet, word: string, language: Language): string {
  return required(choices(language)[set]?.[word], `${language} choice ${set}.${word}`);
}

/** @returns the sheet's title, which is also its name in a new workbook */
export function sheetTitle(key: string, language: Language): string {
  const titles: Texts = TEXTS[language].template.sheets;
  return required(titles[key], `${language} sheet ${key}`);
}

/** @returns the item label of a KmcCase field */
export function fieldLabel(key: string, language: Language): string {
  const labels: Texts = TEXTS[language].template.fields;
  return required(labels[key], `${language} field ${key}`);
}

/** @returns the heading of a group of KmcCase fields */
export function groupLabel(group: string, language: Language): string {
  const labels: Texts = TEXTS[language].template.groups;
  return required(labels[group], `${language} group ${group}`);
}

const KEYS = new Map<string, string>();
for (const table of TABLES)
  for (const language of LANGUAGES)
    for (const column of table.columns)
      KEYS.set(`${table.name.toLowerCase()} ${comparable(headerOf(table.name, column.key, language))}`, column.key);

/**
 * @param headerText a header as it stands in a sheet, in either language; width, letter case and spaces make no difference
 * @returns the column's key, or `undefined` for a header the table does not know
 */
export function keyOfHeader(table: string, headerText: string): string | undefined {
  return KEYS.get(`${table.toLowerCase()} ${comparable(headerText)}`);
}

/** A vocabulary word as someone typed it. `language` is `null` where both languages write it alike (`AR5`). */
export interface ChosenWord {
  readonly word: string;
  readonly language: Language | null;
}

const WORDS = new Map<string, ChosenWord>();
for (const [set, words] of Object.entries(CHOICE_SETS))
  for (const word of words)
    for (const language of LANGUAGES) {
      const at = `${set} ${comparable(choiceText(set as ChoiceSet, word, language))}`;
      WORDS.set(at, { word, language: WORDS.has(at) ? null : language });
    }

/** @returns the word that a cell's text stands for, in either language, or `undefined` */
export function choiceOf(set: ChoiceSet, text: string): ChosenWord | undefined {
  return WORDS.get(`${set} ${comparable(text)}`);
}
