import { choice, computed, id, number, PEDIGREE, reference, text, unit } from './columns';
import {
  emissionFormula,
  factorLookup,
  factorUnitLookup,
  outsidePartFormula,
  perFunctionalUnitFormula,
  unitRatioFormula,
} from './formulas';
import { toFunctionalUnitFormula } from './lineFormulas';
import type { ColumnSpec, TableSpec } from './types';

/** The inventory of one side: what is stated and printed first, then what is worked out from it, then what refines it. */
export const inventory = (name: 'KmcBaseline' | 'KmcProduct', sheet: string): TableSpec => ({
  name,
  sheet,
  presence: 'always',
  lastPrinted: 'note',
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
    { ...number('factor', 12, 'required'), formula: factorLookup, formulaKind: 'default' },
    { ...unit('factorUnit', 'required', 16), formula: factorUnitLookup, formulaKind: 'default' },
    computed('emission', emissionFormula),
    computed('perFunctionalUnit', perFunctionalUnitFormula),
    reference('evidence', 'KmcEvidence', 'expected'),
    number('year', 8, 'expected'),
    text('region', 10, 'expected'),
    text('note', 30),
    computed('unitRatio', unitRatioFormula, 10),
    computed('toFunctionalUnit', toFunctionalUnitFormula(name), 14),
    computed('outsidePart', outsidePartFormula),
    ...PEDIGREE.map((key): ColumnSpec => ({ key, kind: 'score', need: 'optional', width: 8 })),
    number('basicU', 8),
    choice('distribution', 'distribution'),
    number('low', 10),
    number('high', 10),
    reference('parameter', 'KmcParameters'),
  ],
});

/** Emissions the product causes elsewhere, as lines of their own. */
export const sideEffects: TableSpec = {
  ...inventory('KmcProduct', 'sideEffects'),
  name: 'KmcSideEffects',
  presence: 'optional',
};
