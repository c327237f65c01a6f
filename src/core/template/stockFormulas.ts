import { BASIS } from './basisNames';
import { is, isWord, unlessBlank, type Formula } from './expressions';
import { SALES_CELLS, soundSale } from './formulas';
import { segmentUseSum } from './segmentFormulas';
import { sideEffectsSum, whenFilled, type ResultFormula } from './stageFormulas';
import type { FormulaContext, TableName } from './types';
import { firstYear, yearsKey } from './yearFormulas';

/**
 * Native formulas of the stock basis: AE_Y = c · Σ_g { N_Y · k · (ΔE_g − ΔU_g) + Σ_{v≤Y} N_v · S(Y−v) · u(Y−v) · a · ΔU_g,Y }, where k is of a
 * life and a of one year at full use, ΔE the net reduction per functional unit and ΔU its use-stage part.
 */
export const isStock = (c: FormulaContext): string => is(c, BASIS.accounting, 'accounting', 'stock');

/** Net units × S·u of their age in the counted year; of sales after it nothing. Years not both written as numbers give #N/A. */
export const salesInUseFormula: Formula = (c) => {
  const [period, year] = [c.cell('period'), BASIS.fiscalYear];
  const key = `(${yearsKey(c, c.cell('segment'))})`;
  const served = `SUMIFS(${c.column('KmcYears', 'served')},${c.column('KmcYears', 'rowKey')},${key}&"|"&(${year}-${period}))`;
  const listed = `AND(COUNT(${period},${year})=2,ISNUMBER(${firstYear(c, key)}))`;
  const inUse = `IF(${listed},IF(${period}>${year},0,${c.cell('netUnits')}*${served}),NA())`;
  const outside = `AND(${is(c, c.cell('status'), 'salesStatus', 'realized')},${is(c, c.cell('inCity'), 'place', 'out')})`;
  const words = `AND(${isWord(c, 'status', 'salesStatus')},${isWord(c, 'inCity', 'place')})`;
  const counted = `IF(${words},IF(${outside},IF(${soundSale(c)},${inUse},NA()),0),NA())`;
  return unlessBlank(c, SALES_CELLS, counted);
};

const rowCell = (c: FormulaContext, formula: string): string => unlessBlank(c, ['id'], formula);

export const segmentInUseFormula: Formula = (c) => {
  const inUse = c.column('KmcSales', 'inUse');
  const own = `SUMPRODUCT(--(${c.column('KmcSales', 'segment')}=${c.cell('id')}),${inUse})`;
  return rowCell(c, `IF(ISNUMBER(SUM(${inUse})),${own},NA())`);
};

/** Use-stage part of the segment's net reduction, with the mean factors of its years. */
export const segmentUseFormula: Formula = (c) => rowCell(c, `${segmentUseSum(c, false)}-${c.cell('reboundLoss')}`);

/** The same with the factors of the counted year. With a rebound it would need the saving of every earlier sale: #N/A. */
export const segmentUseNowFormula: Formula = (c) => rowCell(c, `IF(${noRebound(c)},${segmentUseSum(c, true)},NA())`);

export const noRebound = (c: FormulaContext): string => `OR(${c.field('rebound')}="",${c.field('rebound')}=0)`;

/** What one basis needs of a segment, or of the case where there are none: cell expressions. */
export interface StockCells {
  readonly units: string;
  readonly inUse: string;
  /** Functional units of one unit in one year, and its years of use. */
  readonly perYear: string;
  readonly years: string;
  readonly reduction: string;
  readonly use: string;
  readonly useNow: string;
}

/** kg-CO2e before the contribution rate. #N/A unless the time sense is one year, and for variants that follow each other in time. */
export function stockKilograms(c: FormulaContext, cells: StockCells): string {
  const other = `${cells.units}*${cells.years}*(${cells.reduction}-${cells.use})`;
  const kilograms = `${cells.perYear}*(${other}+${cells.inUse}*${cells.useNow})`;
  const annual = is(c, BASIS.timeSense, 'timeSense', 'annual');
  const byYears = c.has('KmcMix')
    ? [`COUNTIF(${c.column('KmcMix', 'shareBasis')},${c.choice('shareBasis', 'years-of-use')})=0`]
    : [];
  return `IF(AND(${[annual, ...byYears].join(',')}),${kilograms},NA())`;
}

const segmentStock = (c: FormulaContext): string =>
  stockKilograms(c, {
    units: c.cell('unitsOutside'),
    inUse: c.cell('inUse'),
    perYear: c.cell('delivered'),
    years: c.cell('years'),
    reduction: c.cell('reduction'),
    use: c.cell('useReduction'),
    useNow: c.cell(c.has('KmcFactorPaths') ? 'useReductionNow' : 'useReduction'),
  });

/** t-CO2e of the segment before the contribution rate. The stock basis needs the years of use listed. */
export const segmentAvoidedFormula: Formula = (c) => {
  const stock = c.has('KmcYears') ? `${segmentStock(c)}/1000` : 'NA()';
  return rowCell(c, `IF(${isStock(c)},${stock},${c.cell('deliveredOutside')}*${c.cell('reduction')}/1000)`);
};

/** Unit years in use in the counted year, of the whole case. */
export const caseInUse: ResultFormula = whenFilled((c) => {
  const inUse = `SUM(${c.column('KmcSales', 'inUse')})`;
  return `IF(ISNUMBER(${inUse}),${inUse},NA())`;
});

const SIDE_EFFECTS = 'KmcSideEffects';

/** Use-stage part of the net reduction in the certified reading, with the mean factors of the years of use. */
export const caseUse: ResultFormula = whenFilled((c, at) => {
  const outside = is(c, BASIS.outsideReading, 'outsideReading', 'outside-share');
  const elsewhere = (part: 'perFunctionalUnit' | 'outsidePart'): string =>
    c.has(SIDE_EFFECTS) ? `-${sideEffectsSum(c, part, 'use')}` : '';
  const whole = `${at('reduction.use')}${elsewhere('perFunctionalUnit')}`;
  return `IF(${outside},${at('outside.use')}${elsewhere('outsidePart')},${whole})-${at('reboundLoss')}`;
});

/** The same with the factors of the counted year; under a rebound #N/A, as it would need the saving of every earlier sale. */
export const caseUseNow: ResultFormula = whenFilled((c) => {
  const sum = (table: TableName): string => {
    const outside = is(c, BASIS.outsideReading, 'outsideReading', 'outside-share');
    const conditions = `(${c.column(table, 'flow')}<>${c.choice('flow', 'biogenic')})*(${is(c, c.column(table, 'stage'), 'stage', 'use')})`;
    const part = `IF(${outside},${c.column(table, 'outsidePart')},${c.column(table, 'perFunctionalUnit')})`;
    return `SUMPRODUCT(${conditions},${part},${c.column(table, 'pathRatio')})`;
  };
  const elsewhere = c.has(SIDE_EFFECTS) ? `-${sum(SIDE_EFFECTS)}` : '';
  return `IF(${noRebound(c)},${sum('KmcBaseline')}-${sum('KmcProduct')}${elsewhere},NA())`;
});

/** kg-CO2e before the contribution rate, of a case without segments. */
export const caseStock: ResultFormula = whenFilled((c, at) =>
  stockKilograms(c, {
    units: at('unitsCheck'),
    inUse: at('inUse'),
    perYear: at('delivered'),
    years: at('product.years'),
    reduction: at('netCheck'),
    use: at('use'),
    useNow: at(c.has('KmcFactorPaths') ? 'useNow' : 'use'),
  }),
);
