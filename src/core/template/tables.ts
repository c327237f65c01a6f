import type { ChoiceSet } from '../case/vocabulary';
import type { ColumnSpec, TableName, TableSpec } from './types';
import {
  emissionFormula,
  factorLookup,
  factorUnitLookup,
  perFunctionalUnitFormula,
  shareFormula,
  unitRatioFormula,
} from './formulas';
import { deliveredFormula, toFunctionalUnitFormula, weightFormula } from './lineFormulas';
import { mixWeightFormula, rowKeyFormula } from './mixFormulas';

type Need = ColumnSpec['need'];

const id = (width = 8): ColumnSpec => ({ key: 'id', kind: 'id', need: 'required', width });
const text = (key: string, width: number, need: Need = 'optional'): ColumnSpec => ({ key, kind: 'text', need, width });
const number = (key: string, width = 12, need: Need = 'optional'): ColumnSpec => ({ key, kind: 'number', need, width });
const unit = (key: string, need: Need = 'optional', width = 12): ColumnSpec => ({ key, kind: 'unit', need, width });
const choice = (key: string, choices: ChoiceSet, need: Need = 'optional', width = 14): ColumnSpec => ({
  key,
  kind: 'choice',
  choices,
  need,
  width,
});
const reference = (key: string, references: TableName, need: Need = 'optional', width = 12): ColumnSpec => ({
  key,
  kind: 'reference',
  references,
  need,
  width,
});
const computed = (key: string, formula: ColumnSpec['formula'], numberFormat: string, width = 14): ColumnSpec => ({
  key,
  kind: 'number',
  need: 'optional',
  formula,
  formulaKind: 'computed',
  numberFormat,
  width,
});
const scores = ['reliability', 'completeness', 'temporal', 'geographical', 'technological'];

const FULL = '#,##0.######';

const inventory = (name: 'KmcBaseline' | 'KmcProduct', sheet: string): TableSpec => ({
  name,
  sheet,
  presence: 'always',
  columns: [
    id(),
    text('variant', 12),
    reference('segment', 'KmcSegments'),
    choice('stage', 'stage', 'required', 16),
    text('process', 28, 'required'),
    choice('flow', 'flow', 'required'),
    { key: 'inCity', kind: 'place', need: 'expected', width: 10 },
    number('amount', 12, 'required'),
    unit('unit', 'required'),
    choice('per', 'per', 'required'),
    reference('factorId', 'KmcFactors', 'expected'),
    { ...number('factor', 12, 'required'), formula: factorLookup, formulaKind: 'default', numberFormat: FULL },
    { ...unit('factorUnit', 'required', 16), formula: factorUnitLookup, formulaKind: 'default' },
    computed('unitRatio', unitRatioFormula, 'General', 10),
    computed('emission', emissionFormula, FULL),
    computed('delivered', deliveredFormula(name), 'General', 12),
    ...(name === 'KmcBaseline' ? [computed('weight', weightFormula, '0.0000%', 10)] : []),
    computed('toFunctionalUnit', toFunctionalUnitFormula(name), 'General', 14),
    computed('perFunctionalUnit', perFunctionalUnitFormula, FULL),
    reference('evidence', 'KmcEvidence', 'expected'),
    number('year', 8, 'expected'),
    text('region', 10, 'expected'),
    ...scores.map((key): ColumnSpec => ({ key, kind: 'score', need: 'optional', width: 6 })),
    number('basicU', 8),
    choice('distribution', 'distribution'),
    number('low', 10),
    number('high', 10),
    text('note', 30),
  ],
});

/** Every table of the workbook. The reader, the plans of new workbooks and the later formula review all read this one list. */
export const TABLES: readonly TableSpec[] = [
  {
    name: 'KmcCase',
    sheet: 'case',
    presence: 'always',
    columns: [
      { key: 'key', kind: 'id', need: 'required', width: 26 },
      text('item', 30),
      text('value', 36),
      text('unit', 12),
      choice('basis', 'basis', 'optional', 16),
      text('note', 44),
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
      { ...number('value', 12, 'required'), numberFormat: FULL },
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
      reference('evidence', 'KmcEvidence', 'expected'),
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
      reference('evidence', 'KmcEvidence', 'expected'),
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
      { key: 'date', kind: 'date', need: 'optional', width: 12 },
      text('pages', 8),
      choice('confidential', 'yesNo'),
    ],
  },
  {
    name: 'KmcSegments',
    sheet: 'segments',
    presence: 'optional',
    columns: [
      id(12),
      text('description', 36, 'expected'),
      number('functionalUnitsPerUnit', 14),
      number('productService', 14),
      number('baselineService', 14),
      unit('serviceUnit'),
      number('productServiceYears', 12),
      number('baselineServiceYears', 12),
    ],
  },
  {
    name: 'KmcMix',
    sheet: 'mix',
    presence: 'optional',
    columns: [
      id(),
      text('variant', 16, 'required'),
      reference('segment', 'KmcSegments'),
      { key: 'share', kind: 'share', need: 'required', width: 10 },
      choice('shareBasis', 'shareBasis', 'required'),
      number('service', 12),
      unit('serviceUnit'),
      number('serviceYears', 12),
      computed('weight', mixWeightFormula, '0.0000%', 12),
      { ...text('rowKey', 16), formula: rowKeyFormula, formulaKind: 'computed' },
      number('year', 8, 'expected'),
      text('source', 30, 'expected'),
      reference('evidence', 'KmcEvidence', 'expected'),
    ],
  },
  {
    name: 'KmcParameters',
    sheet: 'parameters',
    presence: 'optional',
    columns: [
      { key: 'symbol', kind: 'id', need: 'required', width: 12 },
      text('item', 30, 'expected'),
      number('value', 14, 'required'),
      unit('unit'),
      number('low', 12),
      number('high', 12),
      text('kind', 14),
      text('period', 12),
      reference('evidence', 'KmcEvidence'),
    ],
  },
  {
    name: 'KmcExclusions',
    sheet: 'exclusions',
    presence: 'optional',
    columns: [
      id(),
      text('side', 14, 'required'),
      choice('stage', 'stage', 'required', 16),
      text('process', 28, 'required'),
      text('reason', 40, 'required'),
      { key: 'share', kind: 'share', need: 'expected', width: 10 },
      reference('evidence', 'KmcEvidence'),
    ],
  },
  {
    name: 'KmcAllocation',
    sheet: 'allocation',
    presence: 'optional',
    columns: [
      id(),
      text('process', 28, 'required'),
      text('coProduct', 24, 'required'),
      text('method', 20, 'required'),
      text('key', 20),
      { key: 'share', kind: 'share', need: 'expected', width: 10 },
      reference('evidence', 'KmcEvidence'),
    ],
  },
];

/** @returns the declaration of a table; every {@link TableName} that a workbook can hold has one */
export function tableSpec(name: string): TableSpec | undefined {
  return TABLES.find((table) => table.name.toLowerCase() === name.toLowerCase());
}
