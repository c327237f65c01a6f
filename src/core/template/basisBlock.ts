import { FLOWS } from '../case/vocabulary';
import * as basis from './basisFormulas';
import { BASIS } from './basisNames';
import { headers, headingRow, shown, text, unrounded, type ResultCell, type ResultRow } from './resultCells';
import { effective } from './profileTexts';
import { fieldText } from './resultTexts';
import type { ResultFormula } from './stageFormulas';
import * as stock from './stockFormulas';
import type { TableName } from './types';

const bothSides = (key: string, formula: (side: 'product' | 'baseline') => ResultFormula): readonly ResultCell[] =>
  (['product', 'baseline'] as const).map((side, index) => unrounded(1 + index, formula(side), `${side}.${key}`));

const settingCells = (field: string, formula: ResultFormula): readonly ResultCell[] => [
  { column: 3, style: 'label', field },
  shown(4, formula, 'computed', `setting.${field}`),
];

const flowCell = (index: number): ResultCell => ({
  column: 5,
  style: 'computed',
  id: `flow.${FLOWS[index]!}`,
  word: { set: 'flow', word: FLOWS[index]! },
});

const perRow = (word: string, multipliers: readonly ResultCell[]): readonly ResultCell[] => [
  { column: 0, style: 'label', id: `per.${word}`, word: { set: 'per', word } },
  ...multipliers,
];

/** What every line and row refers to by name instead of working it out again. Words stand here so that formulas can look them up. */
export const BASIS_BLOCK: readonly ResultRow[] = [
  headingRow('basis'),
  headers('oneUnit', 'product', 'baseline', 'item', 'choice', 'serviceUnit'),
  [
    text(0, 'yearsOfUse'),
    ...bothSides('years', basis.caseYears),
    ...settingCells('functionalUnit', basis.fieldNumber('functionalUnit')),
    shown(5, basis.fieldUnitText('functionalUnit'), 'computed', 'serviceUnit'),
  ],
  [
    text(0, 'statedPerLife'),
    ...bothSides('perLife', (side) => basis.caseDelivered(side, 'perLife')),
    ...settingCells('timeSense', fieldText('timeSense')),
  ],
  [
    text(0, 'statedPerYear'),
    ...bothSides('perYear', (side) => basis.caseDelivered(side, 'perYear')),
    ...settingCells('replacement', fieldText('replacement')),
    text(5, 'flows', 'header'),
  ],
  [
    text(0, 'multiplied', 'header'),
    text(1, 'product', 'header'),
    text(2, 'baseline', 'header'),
    ...settingCells('outsideReading', fieldText('outsideReading')),
    flowCell(0),
  ],
  [
    ...perRow(
      'functional-unit',
      bothSides('functional-unit', () => () => '1'),
    ),
    ...settingCells('fiscalYear', fieldText('fiscalYear')),
    flowCell(1),
  ],
  [
    ...perRow('sold-unit', bothSides('sold-unit', basis.caseUnitsNeeded)),
    ...settingCells('soldUnit', fieldText('soldUnit')),
    flowCell(2),
  ],
  [
    ...perRow('year', bothSides('year', basis.caseYearsNeeded)),
    ...settingCells('attribution', effective('attribution')),
    flowCell(3),
  ],
  [text(0, 'none', 'plain'), ...settingCells('accounting', effective('accounting'))],
];

/**
 * What the contribution on the stock basis is worked out from, where the years of use are listed and there are no segments, which have
 * columns of their own for it.
 */
export const stockBlock = (tables: ReadonlySet<TableName>): readonly ResultRow[] =>
  !tables.has('KmcYears') || tables.has('KmcSegments')
    ? []
    : [
        [text(0, 'inUse'), unrounded(1, stock.caseInUse, 'inUse')],
        [text(0, 'use'), unrounded(1, stock.caseUse, 'use')],
        ...(tables.has('KmcFactorPaths') ? [[text(0, 'useNow'), unrounded(1, stock.caseUseNow, 'useNow')]] : []),
        [text(0, 'stock'), unrounded(1, stock.caseStock, 'stock')],
      ];

/** Defined names of the basis by the id of their cell, or of the first and last of their cells. */
export const BASIS_IDS: Readonly<Record<string, readonly [string] | readonly [string, string]>> = {
  [BASIS.functionalUnit]: ['setting.functionalUnit'],
  [BASIS.serviceUnit]: ['serviceUnit'],
  [BASIS.timeSense]: ['setting.timeSense'],
  [BASIS.replacement]: ['setting.replacement'],
  [BASIS.outsideReading]: ['setting.outsideReading'],
  [BASIS.attribution]: ['setting.attribution'],
  [BASIS.accounting]: ['setting.accounting'],
  [BASIS.fiscalYear]: ['setting.fiscalYear'],
  [BASIS.soldUnit]: ['setting.soldUnit'],
  [BASIS.stages]: ['stage.raw-materials', 'stage.end-of-life'],
  [BASIS.flows]: [`flow.${FLOWS[0]}`, `flow.${FLOWS.at(-1)!}`],
  [BASIS.per]: ['per.functional-unit', 'per.year'],
  ...sideIds('KmcProduct', 'product'),
  ...sideIds('KmcBaseline', 'baseline'),
};

function sideIds(table: 'KmcProduct' | 'KmcBaseline', side: string): Record<string, [string] | [string, string]> {
  const { years, perLife, perYear, multipliers } = BASIS[table];
  return {
    [years]: [`${side}.years`],
    [perLife]: [`${side}.perLife`],
    [perYear]: [`${side}.perYear`],
    [multipliers]: [`${side}.functional-unit`, `${side}.year`],
  };
}
