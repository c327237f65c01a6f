import { choice, computed, id, number, reference, text, unit, when } from './columns';
import { countedShareFormula, countedUnitsFormula, netUnitsFormula, shareFormula } from './formulas';
import { inventory } from './inventoryTable';
import { salesInUseFormula } from './stockFormulas';
import type { TableSpec } from './types';
import { OPTIONAL_TABLES } from './optionalTables';

/** Every table of the workbook. The reader, the plans of new workbooks and the later formula review all read this one list. */
export const TABLES: readonly TableSpec[] = [
  {
    name: 'KmcCase',
    sheet: 'case',
    presence: 'always',
    columns: [
      text('group', 18),
      text('item', 34),
      text('value', 40),
      text('unit', 12),
      choice('basis', 'basis', 'optional', 18),
      text('note', 44),
      { key: 'key', kind: 'id', need: 'required', width: 30 },
    ],
  },
  inventory('KmcBaseline', 'baseline'),
  inventory('KmcProduct', 'product'),
  {
    name: 'KmcFactors',
    sheet: 'factors',
    presence: 'always',
    columns: [
      id(16),
      text('nameJa', 24),
      text('nameEn', 24),
      number('value', 12, 'required'),
      unit('unit', 'required', 16),
      text('gases', 10),
      choice('gwp', 'gwpSet'),
      choice('gridKind', 'gridKind'),
      choice('boundary', 'factorBoundary'),
      choice('heatBasis', 'heatBasis'),
      text('region', 8, 'expected'),
      text('validFrom', 12),
      text('validTo', 12),
      text('resultYear', 10),
      text('source', 40, 'expected'),
      text('version', 24, 'expected'),
      text('licence', 24),
      text('redistribution', 16),
      choice('distribution', 'distribution'),
      number('u95', 8),
      number('low', 10),
      number('high', 10),
      text('note', 30),
    ],
  },
  {
    name: 'KmcSales',
    sheet: 'sales',
    presence: 'always',
    columns: [
      id(),
      reference('segment', 'KmcSegments'),
      { key: 'period', kind: 'period', need: 'required', width: 12 },
      text('place', 20, 'expected'),
      choice('placeBasis', 'placeBasis', 'expected'),
      choice('inCity', 'place', 'required'),
      number('units', 12, 'required'),
      text('unit', 10, 'expected'),
      number('returns', 10),
      choice('status', 'salesStatus', 'required'),
      computed('netUnits', netUnitsFormula, 12),
      computed('counted', countedUnitsFormula, 12),
      when(['KmcYears'], computed('inUse', salesInUseFormula, 12)),
      reference('evidence', 'KmcEvidence', 'expected'),
      choice('distribution', 'distribution'),
      number('low', 12),
      number('high', 12),
    ],
  },
  {
    name: 'KmcContribution',
    sheet: 'contribution',
    presence: 'always',
    columns: [
      id(),
      text('partner', 24, 'required'),
      text('role', 24),
      choice('inCity', 'place', 'required'),
      choice('method', 'contributionMethod', 'required', 20),
      number('numerator', 14),
      number('denominator', 14),
      unit('unit'),
      number('year', 8),
      { key: 'share', kind: 'share', need: 'required', formula: shareFormula, formulaKind: 'default', width: 12 },
      computed('counted', countedShareFormula, 12),
      reference('evidence', 'KmcEvidence', 'expected'),
      choice('distribution', 'distribution'),
      number('low', 12),
      number('high', 12),
    ],
  },
  {
    name: 'KmcEvidence',
    sheet: 'evidence',
    presence: 'always',
    columns: [
      id(),
      text('kind', 16),
      text('title', 40, 'required'),
      text('file', 28, 'expected'),
      text('sha256', 24),
      { key: 'date', kind: 'date', need: 'optional', numberFormat: 'yyyy-mm-dd', width: 12 },
      text('pages', 8),
      choice('confidential', 'yesNo'),
    ],
  },
  ...OPTIONAL_TABLES,
];

/** @returns the declaration of a table; every {@link TableName} that a workbook can hold has one */
export function tableSpec(name: string): TableSpec | undefined {
  return TABLES.find((table) => table.name.toLowerCase() === name.toLowerCase());
}
