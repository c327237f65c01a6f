import { fieldSpec } from '../template/fields';
import type { TableName } from '../template/types';
import type { Criterion } from './finding';

const OF_TABLE: Readonly<Record<Exclude<TableName, 'KmcCase'>, Criterion>> = {
  KmcBaseline: 'A2',
  KmcProduct: 'A2',
  KmcFactors: 'A2',
  KmcSegments: 'A2',
  KmcParameters: 'A2',
  KmcExclusions: 'A2',
  KmcAllocation: 'A2',
  KmcMix: 'B1',
  KmcYears: 'B1',
  KmcFactorPaths: 'B1',
  KmcSideEffects: 'B1',
  KmcVariations: 'B1',
  KmcContribution: 'B2',
  KmcSales: 'B3',
  KmcEvidence: 'G',
};

/** By the group under which the sheet shows a field. */
const OF_GROUP: Readonly<Record<string, Criterion>> = {
  workbook: 'G',
  applicant: 'A1',
  product: 'A1',
  functionalUnit: 'A2',
  baseline: 'B1',
  method: 'B1',
  output: 'G',
  uncertainty: 'B1',
  claims: 'G',
};

/** Fields that belong elsewhere than their group. */
export const OF_FIELD: Readonly<Record<string, Criterion>> = {
  expandability: 'A3',
  uniqueness: 'A3',
  innovation: 'A3',
  expandabilityEvidence: 'A3',
  uniquenessEvidence: 'A3',
  innovationEvidence: 'A3',
  soldUnit: 'B3',
  unitsTotal: 'B3',
  fiscalYear: 'B3',
  gwpSet: 'A2',
  coProducts: 'A2',
  completeness: 'A2',
  identicalLeftOut: 'A2',
  recyclingMethod: 'A2',
  creditsInside: 'A2',
  attribution: 'B2',
  isComponent: 'B2',
  setProduct: 'B2',
  componentRoute: 'B2',
};

/**
 * The city's review item under which something is looked at.
 * @param table name of a template table; `null` for what stands in none
 * @param field key of a KmcCase field
 * @returns `G` for what belongs to no item, such as a result or a sheet of the user's own
 */
export function criterionOf(table: string | null, field: string | null = null): Criterion {
  if (table === 'KmcCase') return criterionOfField(field);
  return table !== null && Object.hasOwn(OF_TABLE, table) ? OF_TABLE[table as keyof typeof OF_TABLE] : 'G';
}

function criterionOfField(field: string | null): Criterion {
  const group = field === null ? undefined : fieldSpec(field)?.group;
  return (field !== null ? OF_FIELD[field] : undefined) ?? (group === undefined ? 'A1' : (OF_GROUP[group] ?? 'G'));
}

/** Tables that a reviewer looks at under a criterion: its own, and both inventories also for the net reduction. */
export function tablesOf(criterion: Criterion): readonly string[] {
  const own = Object.entries(OF_TABLE).flatMap(([table, of]) => (of === criterion ? [table] : []));
  return criterion === 'B1' ? ['KmcBaseline', 'KmcProduct', ...own] : own;
}
