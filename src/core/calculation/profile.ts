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

/** What a rule of review measures against. None enters a number. */
const THRESHOLDS = [
  /** % of a side's emissions that must be covered. */
  'completeness',
  /** % of the sum of |e| whose lines must say source, year, region and evidence one by one. */
  'detailShare',
  /** % of the sum of |e| whose lines must be scored … */
  'qualityShare',
  /** … and no score of theirs be above this. */
  'qualityScore',
  /** % of the sum of |e| below which factors per amount of money are no more than shown. */
  'pricedShare',
  /** kg-CO2e/kWh that no grid's electricity exceeds. */
  'gridFactorMost',
  /** Years of use from which on a factor of electricity that never changes needs a reason. */
  'constantGridYears',
  /** % by which a printed total may be off before the fault is material. */
  'materiality',
  /** Years by which the baseline's data may be older than the sales counted. */
  'baselineAge',
  /** How many times as many lines one side may have as the other before the two count as modelled in unlike detail. */
  'detailRatio',
  /** Years by which results of electricity may lie before the fiscal year: they are published that much later. */
  'gridLag',
  /** Share of runs without any reduction from which on the sign is in doubt. */
  'signRisk',
] as const;
export type ThresholdKey = (typeof THRESHOLDS)[number];
export type Thresholds = { readonly [Key in ThresholdKey]: Choice };

/** The method's open choices as data. None of them is the city's rule unless its basis says so. */
export interface Profile {
  readonly id: string;
  readonly version: string;
  readonly choices: { readonly [Key in ChoiceKey]: Choice<ValueOf<Key>> };
  readonly thresholds: Thresholds;
}

/** A profile as its file holds it. */
export interface ProfileFile {
  readonly id: string;
  readonly version: string;
  readonly choices: Stated;
  readonly thresholds: Stated;
}

type Stated = Readonly<Record<string, { readonly value: string; readonly basis: string }>>;

/** @throws RangeError for a choice or threshold that is missing, unknown, of an unknown basis, or neither a word nor a number it may take */
export function loadProfile(file: ProfileFile): Profile {
  const numbers = Object.fromEntries(THRESHOLDS.map((key) => [key, null]));
  checkAll(`profile ${file.id}`, 'choice', file.choices, WORDS);
  checkAll(`profile ${file.id}`, 'threshold', file.thresholds, numbers);
  return file as Profile;
}

function checkAll(
  where: string,
  what: string,
  stated: Stated,
  allowed: Readonly<Record<string, readonly string[] | null>>,
): void {
  const unknown = Object.keys(stated).find((key) => !Object.hasOwn(allowed, key));
  if (unknown !== undefined) throw new RangeError(`${where}: unknown ${what} ${unknown}`);
  for (const [key, words] of Object.entries(allowed)) {
    const choice = stated[key];
    if (!choice) throw new RangeError(`${where}: no ${what} ${key}`);
    if (!(words === null ? isNumber(choice.value) : words.includes(choice.value)))
      throw new RangeError(`${where}: ${key} cannot be ${choice.value}`);
    if (!(BASES as readonly string[]).includes(choice.basis))
      throw new RangeError(`${where}: ${key} has the unknown basis ${choice.basis}`);
  }
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
