import { TEXTS } from '../../locales/texts';
import { CHOICE_SETS, type ChoiceSet } from '../case/vocabulary';
import { message, type Message } from '../message';
import { normaliseText } from '../quantity/normalise';

type ChoiceTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;

const LANGUAGES = [TEXTS.en.choices, TEXTS.ja.choices] as readonly ChoiceTexts[];
const comparable = (text: string): string => normaliseText(text).toLowerCase();

const indices = new Map<ChoiceSet, ReadonlyMap<string, string>>();

/**
 * The neutral word a text stands for. Upper or lower case and full or half width do not matter.
 * @param text the neutral word itself, or its English or Japanese text
 * @returns null for a text that is none of them
 */
export function wordOf(set: ChoiceSet, text: string): string | null {
  const index = indices.get(set) ?? indexOf(set);
  indices.set(set, index);
  return index.get(comparable(text)) ?? null;
}

/** Neutral words last, so that no translated text can take their place. */
function indexOf(set: ChoiceSet): ReadonlyMap<string, string> {
  const words: readonly string[] = CHOICE_SETS[set];
  const translated = LANGUAGES.flatMap((texts) => words.map((word) => [texts[set]?.[word] ?? word, word] as const));
  return new Map(
    [...translated, ...words.map((word) => [word, word] as const)].map(([text, word]) => [comparable(text), word]),
  );
}

/** Every word of a vocabulary, to be said in the reader's language. */
export const choiceTexts = (set: ChoiceSet): Message[] =>
  CHOICE_SETS[set].map((word) => message(`choices.${set}.${word}`));
