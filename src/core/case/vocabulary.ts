import { ROUNDING_MODES } from '../quantity/rounding';

/**
 * The closed vocabularies of a case. Workbook texts for each word stand in `locales/<language>/choices.json`
 * under `<set>.<word>`; a dropdown holds the texts of the workbook's own language.
 */
export const STAGES = ['raw-materials', 'production', 'distribution', 'use', 'end-of-life'] as const;
export type Stage = (typeof STAGES)[number];

export const FLOWS = ['input', 'direct-gas', 'recycling-credit', 'biogenic'] as const;
export type Flow = (typeof FLOWS)[number];

/** What a line's amount is stated per. */
export const PERS = ['functional-unit', 'sold-unit', 'year'] as const;
export type Per = (typeof PERS)[number];

export const PLACES = ['in', 'out', 'unknown'] as const;
export type Place = (typeof PLACES)[number];

export const PLACE_BASES = ['installed', 'delivered', 'estimated'] as const;
export const SALES_STATUSES = ['realized', 'planned', 'potential'] as const;
export type SalesStatus = (typeof SALES_STATUSES)[number];

export const CONTRIBUTION_METHODS = [
  'unallocated',
  'cost-share',
  'value-added-share',
  'own-consumption-share',
  'input-output-share',
  'location-share',
  'agreed-share',
] as const;
/** `years-of-use`: the variants follow each other in time (early replacement) and their shares follow from `fromYear` and `toYear`. */
export const SHARE_BASES = ['service', 'pieces', 'years-of-use'] as const;
export type ShareBasis = (typeof SHARE_BASES)[number];

export const REPLACEMENTS = ['fractional', 'whole'] as const;
export const TIME_SENSES = ['lifetime', 'annual'] as const;
export const OUTSIDE_READINGS = ['all-stages', 'outside-share'] as const;
export const BASELINE_TYPES = [
  'conventional-product',
  'replaced-device',
  'market-average',
  'legal-minimum',
  'business-as-usual',
  'own-previous-model',
] as const;
export const DEMANDS = ['new', 'existing'] as const;
export const ACCOUNTING_BASES = ['flow', 'stock'] as const;
export const GWP_SETS = ['AR4', 'AR5', 'AR6'] as const;
export const GRADES = ['full', 'screening'] as const;
export const SITE_ROLES = ['research', 'manufacture', 'both'] as const;
/** How a component's contribution is found: from its own emissions, or as its share of the set product's reduction (JEITA). */
export const COMPONENT_ROUTES = ['direct', 'contribution-rate'] as const;
/** Whether the certified amount is set against the company's own emissions: never, or in the report under the city's ordinance alone. */
export const NETTINGS = ['apart', 'ordinance-form', 'netted'] as const;
export const YES_NO = ['yes', 'no'] as const;
export const GRID_KINDS = ['average', 'marginal', 'supplier', 'residual'] as const;
export const FACTOR_BOUNDARIES = ['direct', 'with-upstream'] as const;
export const HEAT_BASES = ['gross', 'net'] as const;
export const DISTRIBUTIONS = ['normal', 'lognormal', 'triangular', 'uniform'] as const;
export type Distribution = (typeof DISTRIBUTIONS)[number];
/** Profiles of the method, one JSON file each in `calculation/profiles`. */
export const PROFILES = ['kawasaki', 'value-chain-flow'] as const;
/** `rate`: multiplied by the contribution rate; `unallocated`: the value chain's whole. */
export const ATTRIBUTIONS = ['rate', 'unallocated'] as const;
export const PEDIGREE_SETS = ['ecoinvent2', 'ciroth2016'] as const;
/** Units in which the reduction per functional unit may be printed. */
export const EMISSION_UNITS = ['g-CO2e', 'kg-CO2e', 't-CO2e'] as const;
export const BASES = [
  'seed',
  'city-public',
  'guideline',
  'framework',
  'assumption',
  'published',
  'derived',
  'illustrative',
  'applicant',
] as const;

/** Every closed vocabulary by the name under which `choices.json` lists its texts. */
export const CHOICE_SETS = {
  stage: STAGES,
  flow: FLOWS,
  per: PERS,
  place: PLACES,
  placeBasis: PLACE_BASES,
  salesStatus: SALES_STATUSES,
  contributionMethod: CONTRIBUTION_METHODS,
  shareBasis: SHARE_BASES,
  replacement: REPLACEMENTS,
  timeSense: TIME_SENSES,
  outsideReading: OUTSIDE_READINGS,
  roundingMode: ROUNDING_MODES,
  baselineType: BASELINE_TYPES,
  demand: DEMANDS,
  accounting: ACCOUNTING_BASES,
  gwpSet: GWP_SETS,
  grade: GRADES,
  siteRole: SITE_ROLES,
  componentRoute: COMPONENT_ROUTES,
  netting: NETTINGS,
  yesNo: YES_NO,
  gridKind: GRID_KINDS,
  factorBoundary: FACTOR_BOUNDARIES,
  heatBasis: HEAT_BASES,
  distribution: DISTRIBUTIONS,
  profile: PROFILES,
  attribution: ATTRIBUTIONS,
  pedigreeSet: PEDIGREE_SETS,
  emissionUnit: EMISSION_UNITS,
  basis: BASES,
} as const;

export type ChoiceSet = keyof typeof CHOICE_SETS;
