import type { Case, RowRef } from '../case/types';
import type { TableName } from '../template/types';

/** @returns where the rows of a table stand, in sheet order; those of adopted ranges among them; of KmcCase the filled fields */
export function rowsOf(read: Case, table: TableName): readonly RowRef[] {
  const lists: Readonly<Record<TableName, readonly { readonly ref: RowRef }[]>> = {
    KmcCase: Object.values(read.fields),
    KmcBaseline: read.baseline.lines,
    KmcProduct: read.product.lines,
    KmcFactors: read.factors,
    KmcSales: read.sales,
    KmcContribution: read.contribution,
    KmcEvidence: read.evidence,
    KmcSegments: read.segments,
    KmcMix: read.mix,
    KmcParameters: read.parameters,
    KmcExclusions: read.exclusions,
    KmcAllocation: read.allocation,
    KmcYears: read.ages,
    KmcFactorPaths: read.factorPaths,
    KmcSideEffects: read.sideEffects.lines,
    KmcVariations: read.variations,
  };
  return lists[table].map(({ ref }) => ref);
}
