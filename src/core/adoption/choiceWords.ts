import { CHOICE_SETS, type ChoiceSet } from '../case/vocabulary';
import { choiceOf } from '../template/headers';
import values from './data/values.json';
import { comparable } from './cellText';

const SYNONYMS = new Map<string, string>();
for (const [set, words] of Object.entries(
  values as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
))
  for (const [word, texts] of Object.entries(words))
    for (const text of texts) SYNONYMS.set(`${set} ${comparable(text)}`, word);

/** `1.`, `(2)`, `③`, `A)`, `■`, `第1`: what numbers or marks a heading. */
const MARK = /^(?:[■□●○◆◇▼▽・#<【[〔(]+|第?\d+[.)、:-]?(?:\d+[.)]?)*|[a-z][.)]|[ivx]+[.)])\s*/i;
const END = /[】\]〕)>:]+$/;

/** @returns a heading without its number, marks and brackets, normalised */
export function headingText(text: string): string {
  return text.normalize('NFKC').trim().replace(MARK, '').replace(MARK, '').replace(END, '').trim();
}

/**
 * The word of a vocabulary that a user's text stands for: the template's own spelling in either language, or a known synonym.
 * Numbering, `段階` / `stage` at the end and remarks in brackets are overlooked.
 * @returns `null` where no word is meant for certain
 */
export function wordOf(set: ChoiceSet, text: string): string | null {
  const plain = headingText(text);
  if (plain === '') return null;
  const short = headingText(
    text
      .normalize('NFKC')
      .trim()
      .replace(/(?<=[^(])\([^()]*\)$/, ''),
  );
  for (const form of [text, plain, short, withoutEnding(short)]) {
    const word = choiceOf(set, form)?.word ?? SYNONYMS.get(`${set} ${comparable(form)}`);
    if (word !== undefined && (CHOICE_SETS[set] as readonly string[]).includes(word)) return word;
  }
  return null;
}

const withoutEnding = (text: string): string => text.replace(/(?:段階|ステージ|工程|\s*(?:stage|phase))$/i, '').trim();
