/**
 * Defined names of the calculation basis: what is the same for every line is worked out once on the result sheet, and row formulas refer
 * to it by these names.
 */
export const BASIS = {
  /** Value and unit of the functional unit. */
  functionalUnit: 'KmcFunctionalUnit',
  serviceUnit: 'KmcServiceUnit',
  timeSense: 'KmcTimeSense',
  replacement: 'KmcReplacement',
  outsideReading: 'KmcOutsideReading',
  attribution: 'KmcAttribution',
  accounting: 'KmcAccounting',
  fiscalYear: 'KmcFiscalYear',
  soldUnit: 'KmcSoldUnit',
  /** Lists of the words that a line may hold. */
  stages: 'KmcStages',
  flows: 'KmcFlows',
  per: 'KmcAmountPer',
  KmcProduct: {
    /** Years of use of one unit; functional units that one unit delivers as stated: over its life, or in one year. */
    years: 'KmcProductYears',
    perLife: 'KmcProductPerLife',
    perYear: 'KmcProductPerYear',
    /** What a line is multiplied by, in the order of `per`. */
    multipliers: 'KmcProductMultipliers',
  },
  KmcBaseline: {
    years: 'KmcBaselineYears',
    perLife: 'KmcBaselinePerLife',
    perYear: 'KmcBaselinePerYear',
    multipliers: 'KmcBaselineMultipliers',
  },
} as const;
