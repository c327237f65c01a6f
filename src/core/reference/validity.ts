import type { ReferenceFactor } from './factor';

export type Validity = 'asked-year' | 'other-years' | 'not-stated';

/**
 * Whether a factor is meant for activity of a year: a fiscal year from 1 April in Japan, a calendar year elsewhere.
 * A year that was measured (`resultYear`) without a prescribed period of use rules nothing out.
 * @param year four digits
 */
export function validity(factor: ReferenceFactor, year: number): Validity {
  const { validFrom, validTo } = factor;
  if (validFrom === null && validTo === null) return factor.resultYear === year ? 'asked-year' : 'not-stated';
  const japan = factor.region === 'JP' || factor.region.startsWith('JP-');
  const start = `${year}-${japan ? '04' : '01'}-01`;
  // ISO dates of four-digit years compare as text.
  return (validFrom === null || validFrom <= start) && (validTo === null || start <= validTo)
    ? 'asked-year'
    : 'other-years';
}
