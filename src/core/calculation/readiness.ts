import type { Problem } from '../case/types';
import { tableSpec } from '../template/tables';
import { message, type Message } from '../message';

/** The tables each number is made from. */
export const REDUCTION_TABLES = [
  'KmcCase',
  'KmcBaseline',
  'KmcProduct',
  'KmcFactors',
  'KmcSegments',
  'KmcMix',
  'KmcYears',
  'KmcFactorPaths',
  'KmcSideEffects',
];
export const RATE_TABLES = ['KmcContribution'];
export const UNITS_TABLES = ['KmcCase', 'KmcSegments', 'KmcSales'];
/** Of the avoided emissions before any rate. */
export const WHOLE_TABLES = [...REDUCTION_TABLES, 'KmcSales'];
export const AVOIDED_TABLES = [...WHOLE_TABLES, ...RATE_TABLES];
/** Of the uncertainty and the sensitivity, beside those of the numbers. */
export const MODEL_TABLES = ['KmcParameters'];
/** Of the named variations. */
export const VARIATION_TABLES = ['KmcVariations'];

/** Tables whose problems leave every certified number as it is: documents, and inputs of an analysis of its own. */
const BESIDE = ['KmcEvidence', 'KmcExclusions', 'KmcAllocation', 'KmcReview', ...MODEL_TABLES, ...VARIATION_TABLES];

/**
 * Why a number made from `tables` cannot be given, one sentence a table.
 * A blocking problem that belongs to no known table (a missing or unsupported one) blocks every number.
 */
export function blockedBy(problems: readonly Problem[], tables: readonly string[]): Message[] {
  const counts = new Map<string, number>();
  for (const { severity, table } of problems) {
    if (severity !== 'block') continue;
    const everyNumber = table === null || ![...AVOIDED_TABLES, ...BESIDE].includes(table);
    if (everyNumber || tables.includes(table)) counts.set(table ?? '', (counts.get(table ?? '') ?? 0) + 1);
  }
  return [...counts].map(([table, count]) =>
    table === ''
      ? message('calculation.blocked-workbook', { count })
      : message('calculation.blocked-table', { table: sheetName(table), count }),
  );
}

/** A table as people know it: by its sheet. */
export function sheetName(table: string): Message | string {
  const spec = tableSpec(table);
  return spec ? message(`template.sheets.${spec.sheet}`) : table;
}
