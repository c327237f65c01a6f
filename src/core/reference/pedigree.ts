import { PEDIGREE } from './dataset';

export const PEDIGREE_INDICATORS = [
  'reliability',
  'completeness',
  'temporal',
  'geographical',
  'technological',
] as const;
export type PedigreeIndicator = (typeof PEDIGREE_INDICATORS)[number];

export const PEDIGREE_SETS = ['ecoinvent2', 'ciroth2016'] as const;
export type PedigreeSet = (typeof PEDIGREE_SETS)[number];

/** Uncertainty factor (contribution to GSD², that is to U95) of scores 1 to 5, decimal text; `null` where the source gives none. */
export type PedigreeFactors = Readonly<Record<PedigreeIndicator, readonly (string | null)[]>>;

export interface BasicUncertainty {
  readonly id: string;
  /** `demand`, `resources` or `air`. */
  readonly group: string;
  readonly nameJa: string;
  readonly nameEn: string;
  /** U95, a factor ≥ 1, decimal text. */
  readonly value: string;
}

/**
 * @param set `ecoinvent2`: Frischknecht et al. 2007, ecoinvent report No. 1, Tables 7.3/7.4; `ciroth2016`: Ciroth et al. 2016, empirical
 * @returns factors by indicator, element `score - 1`. Ciroth et al. found no value for score 5 of reliability, completeness and
 *   geographical correlation: those are `null`, not score 4 again
 */
export function pedigreeFactors(set: PedigreeSet): PedigreeFactors {
  return PEDIGREE.sets[set]!.factors as PedigreeFactors;
}

/** @returns basic uncertainty (U95) by kind of flow: Frischknecht et al. 2007, ecoinvent report No. 1, Table 7.2; the rows a greenhouse gas inventory needs */
export function basicUncertainty(): readonly BasicUncertainty[] {
  return PEDIGREE.basicUncertainty.rows;
}
