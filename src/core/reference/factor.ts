/** What a row states: a quantity of gas per activity, or a property that a factor is made of. */
export const FACTOR_KINDS = ['emission-factor', 'heat-value', 'carbon-content', 'gwp', 'primary-energy'] as const;
export type FactorKind = (typeof FACTOR_KINDS)[number];

export const FAMILIES = [
  'gwp',
  'fuels-jp',
  'city-gas-jp',
  'heat-jp',
  'electricity-jp',
  'transport',
  'waste-water',
  'fuels-ipcc',
  'fuels-uk',
  'fuels-us',
  'grid-world',
] as const;
export type Family = (typeof FAMILIES)[number];

/** What a user of the row must know before using it; texts under `warnings.<code>` in `locales/<language>/reference.json`. */
export const FACTOR_WARNINGS = [
  'direct-only',
  'life-cycle-not-direct',
  'upstream-only',
  'losses-only',
  'tank-to-wheel',
  'charging-not-counted',
  'radiative-forcing',
  'market-based',
  'average-not-marginal',
  'residual-not-average',
  'company-wide-reference',
  'default-not-average',
  'credits-inside',
  'not-comparable-across-2023-break',
  'gross-heat',
  'net-heat',
  'gas-volume-unstated',
  'scf-condition',
  'biogenic-separate',
  'biogenic-share-excluded',
  'energy-only',
  'sewerage-excluded',
  'statutory-AR4',
  'fossil-methane-process',
  'blend-derived',
  'single-reading',
  'secondary-reading',
] as const;
export type FactorWarning = (typeof FACTOR_WARNINGS)[number];

export const ASSESSMENTS = ['AR4', 'AR5', 'AR6'] as const;
export type Assessment = (typeof ASSESSMENTS)[number];

/** One published figure with where it comes from. `null` in any field: the source does not say, or the field does not apply. */
export interface ReferenceFactor {
  readonly id: string;
  readonly family: Family;
  readonly nameJa: string;
  readonly nameEn: string;
  /** The source's own word for the figure, e.g. `basic-factor`, `adjusted-factor`, `gross-heat-value`. */
  readonly parameter: string;
  readonly kind: FactorKind;
  /** Decimal text, digit for digit as published: trailing zeros are part of the statement. */
  readonly value: string;
  /** A unit `core/quantity` parses. */
  readonly unit: string;
  /** `CO2`, `CO2e`, `CH4`, `N2O`; of a GWP the gas it is for. */
  readonly gases: string | null;
  /** The assessment behind a GWP. */
  readonly gwpSet: Assessment | null;
  /** ISO 3166-1 alpha-2 (`JP`), a part of it (`JP-13`, `US-CAMX`), or `GLO`. */
  readonly region: string;
  /** ISO dates of the activity the source prescribes the figure for. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Fiscal year (Japan) or calendar year that was measured. */
  readonly resultYear: number | null;
  /** Fiscal year of the activity the figure is applied to. */
  readonly activityYear: number | null;
  /** Fiscal year in which that activity is reported. */
  readonly reportYear: number | null;
  readonly gridKind: 'average' | 'residual' | 'supplier' | null;
  /** `direct`: at the point of combustion or generation. `with-upstream`: life cycle. */
  readonly boundary: 'direct' | 'with-upstream' | null;
  /** Basis of the heat in the unit (or of the heat value itself): gross = higher, net = lower heating value. */
  readonly heatBasis: 'gross' | 'net' | null;
  readonly warnings: readonly FactorWarning[];
  readonly tableRef: string | null;
  readonly edition: string | null;
  /** Year of the edition, for sorting. */
  readonly editionYear: number | null;
  readonly sourceTitle: string;
  readonly publisher: string;
  /** What was read. */
  readonly sourceUrl: string | null;
  /** Where the publisher keeps it. */
  readonly officialUrl: string | null;
  readonly licence: string;
  readonly redistribution: string;
  /** Id of a row of `data/attributions.json`. */
  readonly attribution: string;
}
