/** What the analysis sheet records, by the defined name of the cells that hold it. */
export const ANALYSIS_BLOCKS = {
  /** The two numbers that stood when the analysis was made; whatever differs from them now is out of date. */
  KmcAnalysisFor: { rows: 2, columns: ['recorded'] },
  /** Text that changes with every input of the analysis. */
  KmcAnalysisKey: { rows: 1, columns: ['recorded'] },
  KmcAnalysisRuns: { rows: 1, columns: ['runs', 'seed', 'drawn', 'inputs'] },
  KmcAnalysisUncertainty: {
    rows: 2,
    columns: ['unit', 'low', 'median', 'mean', 'high', 'deviation', 'closedMean', 'closedDeviation', 'notPositive'],
  },
  KmcAnalysisSensitivity: {
    rows: 15,
    columns: ['input', 'unit', 'central', 'from', 'to', 'avoidedFrom', 'avoidedTo', 'varianceShare', 'signFlip'],
  },
  KmcAnalysisVariations: { rows: 10, columns: ['variation', 'reduction', 'avoided', 'changes'] },
  KmcAnalysisSales: { rows: 12, columns: ['status', 'year', 'units', 'avoided'] },
  KmcAnalysisYears: { rows: 40, columns: ['year', 'units', 'saleYear', 'calendarYear'] },
} as const;

export type AnalysisBlock = keyof typeof ANALYSIS_BLOCKS;
