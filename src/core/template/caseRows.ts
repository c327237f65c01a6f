import type { Case, RowRef } from '../case/types';
import type { TableName } from './types';

/** @returns where the rows of every table stand that say something, in sheet order, those of adopted ranges among them; of KmcCase the filled fields */
export function caseRows(read: Case): Readonly<Record<TableName, readonly RowRef[]>> {
  const rows = (list: readonly { readonly ref: RowRef }[]): readonly RowRef[] => list.map(({ ref }) => ref);
  return {
    KmcCase: rows(Object.values(read.fields)),
    KmcBaseline: rows(read.baseline.lines),
    KmcProduct: rows(read.product.lines),
    KmcFactors: rows(read.factors),
    KmcSales: rows(read.sales),
    KmcContribution: rows(read.contribution),
    KmcEvidence: rows(read.evidence),
    KmcSegments: rows(read.segments),
    KmcMix: rows(read.mix),
    KmcParameters: rows(read.parameters),
    KmcExclusions: rows(read.exclusions),
    KmcAllocation: rows(read.allocation),
    KmcYears: rows(read.ages),
    KmcFactorPaths: rows(read.factorPaths),
    KmcSideEffects: rows(read.sideEffects.lines),
    KmcVariations: rows(read.variations),
  };
}

/** @returns the rows of one table, as `caseRows` */
export const rowsOf = (read: Case, table: TableName): readonly RowRef[] => caseRows(read)[table];
