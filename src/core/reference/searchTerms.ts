import { normaliseText } from '../quantity/normalise';
import { namesOfGas } from './gasNames';
import { canonicalGas } from './gwp';
import { SYNONYM_GROUPS } from './synonyms';

/** One thing looked for: any of the words will do. */
export interface SearchTerm {
  readonly words: readonly string[];
  /** Words of the dictionary match whole words only (petrol is not petroleum); what a user typed matches beginnings too. */
  readonly whole: boolean;
}

/** @returns text as it is compared in a search: NFKC, lower case */
export function foldText(text: string): string {
  return normaliseText(text).toLowerCase();
}

/** @returns the terms of a query; phrases the dictionary knows (`city gas`) stay together, other words stand alone */
export function searchTerms(text: string): readonly SearchTerm[] {
  const terms: SearchTerm[] = [];
  const rest = PHRASES.reduce((left, { phrase, group }) => {
    if (!containsWord(left, phrase, true)) return left;
    terms.push({ words: group, whole: true });
    return left.replaceAll(phrase, ' ');
  }, foldText(text));
  return [...terms, ...rest.split(' ').filter(Boolean).map(termOf)];
}

/** @param text folded; @param word folded; Latin words must begin at a word boundary, and end at one when `whole` */
export function containsWord(text: string, word: string, whole: boolean): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const begins = !joins(text[at - 1], word[0]);
    const ends = !whole || !joins(word.at(-1), text[at + word.length]);
    if (begins && ends) return true;
  }
  return false;
}

/** Phrases with a space inside, longest first, so that `coke oven gas` is not read as `coke` and the rest. */
const PHRASES = SYNONYM_GROUPS.flatMap((group) =>
  group.filter((word) => word.includes(' ')).map((phrase) => ({ phrase, group })),
).sort((a, b) => b.phrase.length - a.phrase.length || (a.phrase < b.phrase ? -1 : 1));

const ALPHANUMERIC = /[a-z0-9]/;

function joins(left: string | undefined, right: string | undefined): boolean {
  return left !== undefined && right !== undefined && ALPHANUMERIC.test(left) && ALPHANUMERIC.test(right);
}

function termOf(word: string): SearchTerm {
  const group = SYNONYM_GROUPS.find((words) => words.includes(word));
  if (group) return { words: group, whole: true };
  const gas = canonicalGas(word);
  return gas === undefined ? { words: [word], whole: false } : { words: namesOfGas(gas).map(foldText), whole: true };
}
