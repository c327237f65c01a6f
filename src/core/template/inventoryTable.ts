import { choice, computed, computedText, id, number, PEDIGREE, reference, text, unit, when } from './columns';
import {
  emissionFormula,
  factorLookup,
  factorUnitLookup,
  outsidePartFormula,
  perFunctionalUnitFormula,
  unitRatioFormula,
} from './formulas';
import { toFunctionalUnitFormula } from './lineFormulas';
import {
  lineYearsKeyFormula,
  pathFactorFormula,
  pathRatioFormula,
  servedTotalFormula,
  windowFormula,
} from './pathFormulas';
import type { ColumnSpec, TableSpec } from './types';

type Side = 'KmcBaseline' | 'KmcProduct';

/** The inventory of one side: what is stated and printed first, then what is worked out from it, then what refines it. */
export const inventory = (name: Side, sheet: string): TableSpec => ({
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
    ...pathColumns(name),
    ...PEDIGREE.map((key): ColumnSpec => ({ key, kind: 'score', need: 'optional', width: 8 })),
    number('basicU', 8),
    choice('distribution', 'distribution'),
    number('low', 10),
    number('high', 10),
    reference('parameter', 'KmcParameters'),
  ],
});

/** What a line's factor is over the years of use; the variants of a baseline may each have years of their own. */
function pathColumns(name: Side): readonly ColumnSpec[] {
  const ofYears = (column: ColumnSpec): ColumnSpec => when(['KmcFactorPaths', 'KmcYears'], column);
  const ofVariant = (column: ColumnSpec): ColumnSpec => when(['KmcFactorPaths', 'KmcYears', 'KmcMix'], column);
  const windows = [
    ofVariant(computed('windowStart', windowFormula('fromYear'), 10)),
    ofVariant(computed('windowEnd', windowFormula('toYear'), 10)),
  ];
  return [
    ofYears(computedText('yearsKey', lineYearsKeyFormula, 10)),
    ...(name === 'KmcBaseline' ? windows : []),
    ofYears(computed('servedTotal', servedTotalFormula(name === 'KmcBaseline'), 12)),
    when(['KmcFactorPaths'], computed('pathFactor', pathFactorFormula(name === 'KmcBaseline'), 12)),
    ofYears(computed('pathRatio', pathRatioFormula, 12)),
  ];
}

/** Emissions the product causes elsewhere, as lines of their own. */
export const sideEffects: TableSpec = {
  ...inventory('KmcProduct', 'sideEffects'),
  name: 'KmcSideEffects',
  presence: 'optional',
};
