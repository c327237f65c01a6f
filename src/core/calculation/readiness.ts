import type { Problem } from '../case/types';
import { tableSpec } from '../template/tables';
import { message, type Message } from '../message';

/** The tables each number is made from. */
export const REDUCTION_TABLES = ['KmcCase', 'KmcBaseline', 'KmcProduct', 'KmcFactors', 'KmcSegments', 'KmcMix'];
export const RATE_TABLES = ['KmcContribution'];
export const UNITS_TABLES = ['KmcCase', 'KmcSegments', 'KmcSales'];
export const AVOIDED_TABLES = [...REDUCTION_TABLES, 'KmcSales', 'KmcContribution'];

/** Tables whose problems leave every number as it is: they are documents, not inputs. */
const DOCUMENTS = ['KmcEvidence', 'KmcParameters', 'KmcExclusions', 'KmcAllocation', 'KmcReview'];

/**
 * Why a number made from `tables` cannot be given, one sentence a table.
 * A blocking problem that belongs to no known table (a missing or unsupported one) blocks every number.
 */
export function blockedBy(problems: readonly Problem[], tables: readonly string[]): Message[] {
  const counts = new Map<string, number>();
  for (const { severity, table } of problems) {
    if (severity !== 'block') continue;
    const everyNumber = table === null || ![...AVOIDED_TABLES, ...DOCUMENTS].includes(table);
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
