import { CHOICE_SETS, type ChoiceSet } from '../case/vocabulary';
import { message, type Message } from '../message';
import { normaliseText } from '../quantity/normalise';
import { TEXTS } from '../../locales/texts';

type ChoiceTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;

const LANGUAGES = [TEXTS.en.choices, TEXTS.ja.choices] as readonly ChoiceTexts[];
const comparable = (text: string): string => normaliseText(text).toLowerCase();

/**
 * The neutral word a text stands for. Upper or lower case and full or half width do not matter.
 * @param text the neutral word itself, or its English or Japanese text
 * @returns null for a text that is none of them
 */
export function wordOf(set: ChoiceSet, text: string): string | null {
  const wanted = comparable(text);
  const spellings = (word: string): string[] => [word, ...LANGUAGES.flatMap((texts) => texts[set]?.[word] ?? [])];
  return CHOICE_SETS[set].find((word) => spellings(word).some((spelling) => comparable(spelling) === wanted)) ?? null;
}

/** Every word of a vocabulary, to be said in the reader's language. */
export const choiceTexts = (set: ChoiceSet): Message[] =>
  CHOICE_SETS[set].map((word) => message(`choices.${set}.${word}`));
