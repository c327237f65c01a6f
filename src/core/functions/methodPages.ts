/**
 * Pages of the method handbook (`docs/method/<language>/<page>.md`) behind each function, the nearest first. A function missing here is
 * an error of the help pages' generator.
 */
export const METHOD_PAGES: Readonly<Record<string, readonly string[]>> = {
  EMISSION: ['line-emission', 'end-of-life'],
  UNIT_RATIO: ['line-emission', 'units'],
  CONVERT: ['units'],
  AMOUNT: ['amounts-per', 'units'],
  GWP: ['gases'],
  CO2E: ['gases'],
  FACTOR: ['line-emission'],
  FACTOR_SEARCH: ['line-emission'],
  FOOTPRINT: ['footprint', 'end-of-life', 'numbers'],
  STAGES: ['stage-reduction', 'footprint'],
  MIX: ['baseline-mix', 'early-replacement', 'factor-path'],
  REDUCTION: ['net-reduction', 'stage-reduction', 'side-effects', 'net-outside-reduction'],
  CONTRIBUTION: ['contribution-rate', 'contribution-agreed-share'],
  UNITS_OUTSIDE: ['units-outside', 'sales-status'],
  AVOIDED: ['avoided-emissions', 'service-chain', 'segments', 'flow-basis'],
  AVOIDED_YEARS: ['flow-basis', 'stock-basis', 'years-of-use', 'factor-path'],
  BREAKEVEN: ['break-even', 'sensitivity'],
  PEDIGREE: ['pedigree', 'uncertainty'],
  UNCERTAINTY: ['uncertainty'],
  SENSITIVITY: ['sensitivity', 'break-even'],
  ROUND: ['rounding'],
  EXPLAIN: ['avoided-emissions'],
  VERSION: ['profiles'],
};
