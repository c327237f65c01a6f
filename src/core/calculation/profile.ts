import type { OUTSIDE_READINGS, REPLACEMENTS } from '../case/vocabulary';

interface Choice<T> {
  readonly value: T;
  /** seed, city-public, guideline, framework:<name>, assumption */
  readonly basis: string;
}

/** The method's open choices as data. None of them is the city's rule unless its basis says so. */
export interface Profile {
  readonly id: string;
  readonly version: string;
  /** Which reading of "net outside reduction" the two numbers use. */
  readonly outsideReading: Choice<(typeof OUTSIDE_READINGS)[number]>;
  /** Whether a product that needs replacing within the functional unit counts in fractions or in whole pieces. */
  readonly replacement: Choice<(typeof REPLACEMENTS)[number]>;
  /** Largest distance from 1 at which shares count as summing to 1. */
  readonly shareTolerance: Choice<string>;
}

/**
 * The default profile. The city's calculation guideline (May 2012) is not public to us, so what the city's pages do not say stands as an
 * assumption of ours.
 */
export const KAWASAKI: Profile = {
  id: 'kawasaki',
  version: '1',
  outsideReading: { value: 'all-stages', basis: 'assumption' },
  replacement: { value: 'fractional', basis: 'assumption' },
  shareTolerance: { value: '1e-12', basis: 'assumption' },
};
