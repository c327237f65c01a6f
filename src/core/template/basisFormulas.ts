import { firstOf, ifNumber } from './expressions';
import {
  statedDelivered,
  unitsNeeded,
  yearsNeeded,
  type Needed,
  type ServiceCells,
  type Span,
  type StatedLife,
} from './serviceFormulas';
import { whenFilled, type At, type ResultFormula, type Side } from './stageFormulas';
import type { FormulaContext } from './types';
import { productYears } from './yearFormulas';

const CASE_KEYS = {
  product: { typed: 'functionalUnitsPerUnit', service: 'productService', years: 'productServiceYears' },
  baseline: { typed: 'baselineFunctionalUnitsPerUnit', service: 'baselineService', years: 'baselineServiceYears' },
} as const;

const caseCells = (c: FormulaContext, side: Side): ServiceCells => ({
  typed: c.field(CASE_KEYS[side].typed),
  service: c.field(CASE_KEYS[side].service),
  unit: c.fieldUnit(CASE_KEYS[side].service),
});

/** The number of a KmcCase field, or nothing. */
export const fieldNumber =
  (key: string): ResultFormula =>
  (c) =>
    firstOf([ifNumber(c.field(key))], '""');

/** The unit of a KmcCase field, or nothing. */
export const fieldUnitText =
  (key: string): ResultFormula =>
  (c) =>
    `IF(${c.fieldUnit(key)}="","",${c.fieldUnit(key)})`;

/** Years of use as stated; the product's may be listed year by year. */
export const caseYears = (side: Side): ResultFormula => {
  const stated = fieldNumber(CASE_KEYS[side].years);
  return side === 'baseline' ? stated : (c, at) => productYears(c, '""', stated(c, at));
};

export const caseDelivered =
  (side: Side, span: Span): ResultFormula =>
  (c) =>
    statedDelivered(c, caseCells(c, side), span);

/** The cells of the basis that say how long the case's unit of a side lives and what it delivers. */
export const caseLife = (at: At, side: Side): StatedLife => ({
  years: at(`${side}.years`),
  perLife: at(`${side}.perLife`),
  perYear: at(`${side}.perYear`),
});

/** Columns in which a segment states its own k, and its own years. */
const SEGMENT_KEYS = {
  product: { k: ['functionalUnitsPerUnit', 'productService'], years: ['productServiceYears'] },
  baseline: { k: ['baselineService'], years: ['baselineServiceYears'] },
} as const;

/** Once a segment states its own number, a line for all segments has no one number. */
const noSegmentStates = (c: FormulaContext, side: Side, what: 'k' | 'years'): readonly string[] => {
  if (!c.has('KmcSegments')) return [];
  const columns: string[] = SEGMENT_KEYS[side][what].map((key) => c.column('KmcSegments', key));
  if (side === 'product' && what === 'years' && c.has('KmcYears')) columns.push(c.column('KmcYears', 'segment'));
  return [`COUNTA(${columns.join(',')})=0`];
};

/** What a line for all segments is multiplied by. */
const forAll = (side: Side, formula: (c: FormulaContext, life: StatedLife, needed: Needed) => string) =>
  whenFilled((c, at) => {
    const needed = formula(c, caseLife(at, side), { more: noSegmentStates(c, side, 'years') });
    const [condition] = noSegmentStates(c, side, 'k');
    return condition === undefined ? needed : `IF(${condition},${needed},"")`;
  });

export const caseUnitsNeeded = (side: Side): ResultFormula => forAll(side, unitsNeeded);

export const caseYearsNeeded = (side: Side): ResultFormula =>
  forAll(side, (_, life, needed) => yearsNeeded(life, needed));
