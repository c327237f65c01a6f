import {
  ACCOUNTING_BASES,
  ATTRIBUTIONS,
  BASES,
  OUTSIDE_READINGS,
  PEDIGREE_SETS,
  REPLACEMENTS,
  type PROFILES,
} from '../case/vocabulary';
import kawasaki from './profiles/kawasaki.json';
import valueChainFlow from './profiles/value-chain-flow.json';

export type Basis = (typeof BASES)[number];

export interface Choice<T extends string = string> {
  readonly value: T;
  readonly basis: Basis;
}

/** The words a choice may take; `null` for a number in plain digits. */
const WORDS = {
  /** Which reading of "net outside reduction" the two numbers use. */
  outsideReading: OUTSIDE_READINGS,
  /** Whether a product that needs replacing within the functional unit counts in fractions or in whole pieces. */
  replacement: REPLACEMENTS,
  /** Whether a unit's savings are booked when it is sold or while it is used. */
  accounting: ACCOUNTING_BASES,
  /** Whether the avoided emissions are multiplied by the contribution rate. */
  attribution: ATTRIBUTIONS,
  pedigreeSet: PEDIGREE_SETS,
  uncertaintyRuns: null,
  uncertaintySeed: null,
  /** %, up and down, for an input without an interval of its own. */
  sensitivityChange: null,
  /** Largest distance from 1 at which shares count as summing to 1. */
  shareTolerance: null,
} as const;

export type ChoiceKey = keyof typeof WORDS;
type ValueOf<Key extends ChoiceKey> = (typeof WORDS)[Key] extends readonly (infer Word extends string)[]
  ? Word
  : string;

/** The method's open choices as data. None of them is the city's rule unless its basis says so. */
export interface Profile {
  readonly id: string;
  readonly version: string;
  readonly choices: { readonly [Key in ChoiceKey]: Choice<ValueOf<Key>> };
}

/** A profile as its file holds it. */
export interface ProfileFile {
  readonly id: string;
  readonly version: string;
  readonly choices: Readonly<Record<string, { readonly value: string; readonly basis: string }>>;
}

/** @throws RangeError for a choice that is missing, unknown, of an unknown basis, or neither a word nor a number it may take */
export function loadProfile(file: ProfileFile): Profile {
  const unknown = Object.keys(file.choices).find((key) => !Object.hasOwn(WORDS, key));
  if (unknown !== undefined) throw new RangeError(`profile ${file.id}: unknown choice ${unknown}`);
  for (const [key, words] of Object.entries(WORDS)) {
    const choice = file.choices[key];
    if (!choice) throw new RangeError(`profile ${file.id}: no choice ${key}`);
    const allowed = words === null ? isNumber(choice.value) : (words as readonly string[]).includes(choice.value);
    if (!allowed) throw new RangeError(`profile ${file.id}: ${key} cannot be ${choice.value}`);
    if (!(BASES as readonly string[]).includes(choice.basis))
      throw new RangeError(`profile ${file.id}: ${key} has the unknown basis ${choice.basis}`);
  }
  return file as Profile;
}

const isNumber = (text: string) => text !== '' && Number.isFinite(Number(text));

/**
 * The default profile. The city's calculation guideline (May 2012) is not public, so what the city's pages do not say stands as an
 * assumption of ours.
 */
export const KAWASAKI = loadProfile(kawasaki);

/** Every profile a workbook may choose, by the word of the field `profile`. */
export const PROFILE_OF: Readonly<Record<(typeof PROFILES)[number], Profile>> = {
  kawasaki: KAWASAKI,
  'value-chain-flow': loadProfile(valueChainFlow),
};
