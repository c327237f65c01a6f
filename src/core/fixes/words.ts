import { CHOICE_SETS, type ChoiceSet } from '../case/vocabulary';
import { normaliseText } from '../quantity/normalise';
import { choiceText, LANGUAGES } from '../template/headers';

/** Signs that part words and mean nothing by themselves. */
const SEPARATORS = /[\s\-_/・,、.。:()「」]+/g;

/** `使用段階` and `Use phase` name the stage and nothing else. */
const STAGE_ENDING = /(?:段階|ステージ|stage|phase)$/;

const loose = (text: string): string => normaliseText(text).toLowerCase().replace(SEPARATORS, '');

/**
 * @param content what stands in a dropdown's cell
 * @returns position in the vocabulary of the one word meant, by its texts in either language or its neutral form, separators and letter
 * case aside; `null` for none and for several
 */
export function wordMeant(set: ChoiceSet, content: string | boolean): number | null {
  const words = CHOICE_SETS[set] as readonly string[];
  if (typeof content === 'boolean') return set === 'yesNo' ? words.indexOf(content ? 'yes' : 'no') : null;
  const plain = loose(content);
  const wanted = set === 'stage' ? plain.replace(STAGE_ENDING, '') : plain;
  if (wanted === '') return null;
  const spellings = (word: string) => [word, ...LANGUAGES.map((language) => choiceText(set, word, language))];
  const found = words.flatMap((word, position) =>
    spellings(word).some((text) => loose(text) === wanted) ? [position] : [],
  );
  return found.length === 1 ? found[0]! : null;
}
