import { CHOICE_SETS, type ChoiceSet } from '../case/vocabulary';
import { failure, success, type Outcome } from '../message';
import { Decimal } from '../quantity/decimal';
import { choiceOf, choiceText } from '../template/headers';
import type { Language } from '../template/types';

/**
 * A dropdown's text as its neutral word. Only the workbook's own spelling will do, since its native formulas compare the text itself.
 * @param language `null` where the workbook's language is not known: then either spelling will do
 */
export function readChoice(set: ChoiceSet, text: string, language: Language | null): Outcome<string> {
  const found = choiceOf(set, text);
  if (!found) return failure('reader.choice-unknown', { found: text, allowed: allowedTexts(set, language) });
  const spellings = languages(language).map((one) => choiceText(set, found.word, one));
  if (spellings.includes(text)) return success(found.word);
  const otherLanguage = language !== null && choiceText(set, found.word, other(language)) === text;
  const code = otherLanguage ? 'choice-other-language' : 'choice-spelling';
  return failure(`reader.${code}`, { found: text, expected: spellings[0]! });
}

const PLACE_SHARES: Readonly<Record<string, Decimal | 'unknown'>> = {
  in: new Decimal(1),
  out: new Decimal(0),
  unknown: 'unknown',
};

/** @returns the share of a line inside the city that a word stands for: 1, 0 or unknown */
export function readPlaceWord(text: string, language: Language | null): Outcome<Decimal | 'unknown'> {
  const word = readChoice('place', text, language);
  if (word.ok) return success(PLACE_SHARES[word.value]!);
  if (word.message.code !== 'reader.choice-unknown') return word;
  return failure('reader.place-unknown', word.message.params);
}

function allowedTexts(set: ChoiceSet, language: Language | null): string[] {
  return CHOICE_SETS[set].map((word) => choiceText(set, word, language ?? 'en'));
}

const languages = (language: Language | null): readonly Language[] => (language === null ? ['en', 'ja'] : [language]);
const other = (language: Language): Language => (language === 'en' ? 'ja' : 'en');
