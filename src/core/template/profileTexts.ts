import { PROFILES } from '../case/vocabulary';
import { firstOf, is } from './expressions';
import { caseText } from './resultTexts';
import type { ResultFormula } from './stageFormulas';
import type { FormulaContext } from './types';

type Profile = (typeof PROFILES)[number];
type Key = 'attribution' | 'accounting' | 'outsideReading' | 'replacement' | 'pedigreeSet';

/** A word of the choice's vocabulary and one of `basis`. */
interface Choice {
  readonly value: string;
  readonly basis: string;
}

const ofOurs = (value: string): Choice => ({ value, basis: 'assumption' });
const ofFramework = (value: string): Choice => ({ value, basis: 'framework' });

/**
 * What each profile chooses where the workbook does not, as `calculation/profiles` has it: native formulas cannot ask there. A test holds
 * the two together.
 */
export const PROFILE_CHOICES: Readonly<Record<Profile, Readonly<Record<Key, Choice>>>> = {
  kawasaki: {
    attribution: { value: 'rate', basis: 'seed' },
    accounting: ofOurs('flow'),
    outsideReading: ofOurs('all-stages'),
    replacement: ofOurs('fractional'),
    pedigreeSet: ofOurs('ecoinvent2'),
  },
  'value-chain-flow': {
    attribution: ofFramework('unallocated'),
    accounting: ofFramework('flow'),
    outsideReading: ofFramework('all-stages'),
    replacement: ofOurs('fractional'),
    pedigreeSet: ofOurs('ecoinvent2'),
  },
};

const DEFAULT: Profile = 'kawasaki';

/** One source a profile; a blank field is the default one, any other text none. */
function byProfile(c: FormulaContext, of: (profile: Profile) => string): string {
  const field = c.field('profile');
  const texts = PROFILES.map(of);
  if (new Set(texts).size === 1) return texts[0]!;
  const sources = PROFILES.map((profile, index) => {
    const chosen = is(c, field, 'profile', profile);
    return { test: profile === DEFAULT ? `OR(${field}="",${chosen})` : chosen, value: texts[index]! };
  });
  return firstOf(sources, 'NA()');
}

/** The choice in force: the workbook's, else the profile's. */
export const effective =
  (key: Key): ResultFormula =>
  (c) => {
    const ofProfile = byProfile(c, (profile) => c.choice(key, PROFILE_CHOICES[profile][key].value));
    return `IF(${c.field(key)}="",${ofProfile},${c.field(key)})`;
  };

/** The basis of the choice in force. */
export const effectiveBasis =
  (key: Key): ResultFormula =>
  (c) => {
    const ofProfile = byProfile(c, (profile) => c.choice('basis', PROFILE_CHOICES[profile][key].basis));
    return `IF(${c.field(key)}="",${ofProfile},${caseText(c, 'basis', key)})`;
  };

/** The profile in force with its id. */
export const profileText: ResultFormula = (c) => byProfile(c, (id) => `${c.choice('profile', id)}&" (${id})"`);

/** Why this profile, where the workbook says so. */
export const profileBasis: ResultFormula = (c) =>
  `IF(${c.field('profile')}="",${c.choice('basis', 'assumption')},${caseText(c, 'basis', 'profile')})`;
