import { firstOf, is } from './expressions';
import { BASIS } from './basisNames';
import { caseLife } from './basisFormulas';
import { deliveredInTimeSense, lifetimeDelivered } from './serviceFormulas';
import {
  complete,
  outsideSum,
  sideEffectsSum,
  whenFilled,
  wholeSum,
  type At,
  type ResultFormula,
  type Side,
} from './stageFormulas';
import { isStock } from './stockFormulas';
import type { FormulaContext } from './types';

const isOutside = (c: FormulaContext): string => is(c, BASIS.outsideReading, 'outsideReading', 'outside-share');

/** The footprint in the certified reading. */
export const certifiedFootprint = (side: Side): ResultFormula =>
  whenFilled((c, at) => `IF(${isOutside(c)},${outsideSum(c, side, null)},${at(`${side}.total`)})`);

const useSaving = (c: FormulaContext, at: At): string =>
  `IF(${isOutside(c)},${at('outside.use')},${at('reduction.use')})`;

/** r · max(ΔE_use, 0), kg-CO2e per functional unit. */
export const reboundLoss: ResultFormula = whenFilled((c, at) => {
  if (c.has('KmcSegments')) {
    return `SUMPRODUCT(${c.column('KmcSegments', 'weight')},${c.column('KmcSegments', 'reboundLoss')})`;
  }
  const rebound = c.field('rebound');
  return `IF(${rebound}="",0,IF(ISNUMBER(${rebound}),${rebound}*MAX(${useSaving(c, at)},0),NA()))`;
});

/** Side effects in the certified reading, kg-CO2e per functional unit. */
export const sideEffects: ResultFormula = whenFilled(
  (c) =>
    `IF(${isOutside(c)},${sideEffectsSum(c, 'outsidePart', null)},${sideEffectsSum(c, 'perFunctionalUnit', null)})`,
);

/** A term for the side effects where the workbook has their sheet. */
const sideEffectsTerm = (c: FormulaContext, at: At, sign: '+' | '-'): string =>
  c.has('KmcSideEffects') ? `${sign}${at('sideEffects')}` : '';

/** Net reduction by the add-in. Over segments the rebound was taken from each one's own saving. */
const netReduction: ResultFormula = (c, at) => {
  const [baseline, product] = [at('certified.baseline'), at('certified.product')];
  if (c.has('KmcSegments')) {
    return `KMC.REDUCTION(${baseline},${product},,${at('reboundLoss')}${sideEffectsTerm(c, at, '+')})`;
  }
  const rebound = c.field('rebound');
  const elsewhere = c.has('KmcSideEffects') ? at('sideEffects') : '';
  const withRebound = `KMC.REDUCTION(${baseline},${product},${rebound},${elsewhere},${useSaving(c, at)})`;
  const without = `KMC.REDUCTION(${baseline},${product}${elsewhere === '' ? '' : `,,${elsewhere}`})`;
  return `IF(${rebound}="",${without},${withRebound})`;
};

export const reduction: ResultFormula = whenFilled(
  (c, at) => `KMC.CONVERT(${netReduction(c, at)},"kg-CO2e",${c.field('reductionUnit')})`,
);

/** kg-CO2e per functional unit from the lines themselves, not from the stage table. */
export const netReductionCheck: ResultFormula = whenFilled((c, at) => {
  if (c.has('KmcSegments')) {
    const mean = `SUMPRODUCT(${c.column('KmcSegments', 'weight')},${c.column('KmcSegments', 'reduction')})`;
    return `IF(AND(${complete(c, 'baseline')},${complete(c, 'product')}),${mean},NA())`;
  }
  const [baseline, product] = (['baseline', 'product'] as const).map(
    (side) => `IF(${isOutside(c)},${outsideSum(c, side, null)},${wholeSum(c, side, null)})`,
  );
  return `${baseline}-${product}-${at('reboundLoss')}${sideEffectsTerm(c, at, '-')}`;
});

const PER_KILOGRAM = { 'g-CO2e': '1000', 'kg-CO2e': '1', 't-CO2e': '0.001' } as const;

export const reductionCheck: ResultFormula = whenFilled((c, at) => {
  const factor = firstOf(
    Object.entries(PER_KILOGRAM).map(([unit, value]) => ({
      test: is(c, c.field('reductionUnit'), 'emissionUnit', unit),
      value,
    })),
    'NA()',
  );
  return `${at('netCheck')}*${factor}`;
});

/** The printed number. @param digits a KmcCase field */
export const rounded = (value: string, digits: string): ResultFormula =>
  whenFilled((c, at) => `KMC.ROUND(${at(value)},${c.field('roundingMode')},${c.field(digits)})`);

export const difference = (id: string): ResultFormula => whenFilled((_, at) => `${at(id)}-${at(`${id}Check`)}`);

/** k over a product's life; empty where only a k of one year is stated. */
export const productLifetime: ResultFormula = whenFilled((_, at) => lifetimeDelivered(caseLife(at, 'product')));

/** k in the case's time sense; over segments the mean by units sold. */
export const delivered: ResultFormula = whenFilled((c, at) => {
  if (!c.has('KmcSegments')) {
    return deliveredInTimeSense(c, at('product.sold-unit'), at('product.years'), at('product.year'));
  }
  const units = `SUM(${c.column('KmcSegments', 'unitsOutside')})`;
  return `IF(${units}>0,SUM(${c.column('KmcSegments', 'deliveredOutside')})/${units},NA())`;
});

/** 1 where the whole is not divided among partners. */
const unlessUnallocated = (c: FormulaContext, rate: string): string =>
  `IF(${is(c, BASIS.attribution, 'attribution', 'unallocated')},1,${rate})`;

export const rate: ResultFormula = whenFilled((c) => {
  const [share, place] = [c.column('KmcContribution', 'share'), c.column('KmcContribution', 'inCity')];
  return unlessUnallocated(c, `KMC.CONTRIBUTION(${share},${place})`);
});

export const rateCheck: ResultFormula = whenFilled((c) => {
  const [share, counted] = [c.column('KmcContribution', 'share'), c.column('KmcContribution', 'counted')];
  const inCity = `COUNTIF(${c.column('KmcContribution', 'inCity')},${c.choice('place', 'in')})>0`;
  const sound = `AND(ISNUMBER(SUM(${counted})),${inCity},ROUND(SUM(${share}),12)<=1,MIN(${share})>=0)`;
  return unlessUnallocated(c, `IF(${sound},SUM(${counted}),NA())`);
});

export const units: ResultFormula = whenFilled((c) => {
  const [net, place, status, period] = ['netUnits', 'inCity', 'status', 'period'].map((key) =>
    c.column('KmcSales', key),
  );
  const year = c.field('fiscalYear');
  return `KMC.UNITS_OUTSIDE(${net},${place},${status},${period},${year},${year})`;
});

export const unitsCheck: ResultFormula = whenFilled((c) => {
  const counted = c.column('KmcSales', 'counted');
  return `IF(AND(COUNT(${counted})>0,ISNUMBER(SUM(${counted}))),SUM(${counted}),NA())`;
});

/** kg-CO2e on the stock basis before the rate; #N/A where the years of use are not listed. */
const stock = (c: FormulaContext, at: At): string => {
  if (!c.has('KmcYears')) return 'NA()';
  return c.has('KmcSegments') ? `SUM(${c.column('KmcSegments', 'avoided')})*1000` : at('stock');
};

/** c · k · N · ΔE by the add-in, t-CO2e. Over segments Σ k·N takes the place of k · N; on the stock basis the whole is worked out natively. */
export const avoided: ResultFormula = whenFilled((c, at) => {
  const product = `${at('certified.product')}+${at('reboundLoss')}${sideEffectsTerm(c, at, '+')}`;
  const sides = `${at('certified.baseline')},${product},${at('rate')}`;
  const flow = c.has('KmcSegments')
    ? `KMC.AVOIDED(${sides},SUM(${c.column('KmcSegments', 'deliveredOutside')}))`
    : `KMC.AVOIDED(${sides},${at('units')},"t-CO2e",${at('delivered')})`;
  return `IF(${isStock(c)},KMC.AVOIDED(${stock(c, at)},0,${at('rate')},1),${flow})`;
});

export const avoidedCheck: ResultFormula = whenFilled((c, at) => {
  if (c.has('KmcSegments')) return `${at('rateCheck')}*SUM(${c.column('KmcSegments', 'avoided')})`;
  const flow = `${at('unitsCheck')}*${at('delivered')}*${at('netCheck')}`;
  return `${at('rateCheck')}*IF(${isStock(c)},${stock(c, at)},${flow})/1000`;
});

/** Net reduction of one reading, kg-CO2e per functional unit; over segments with rebound only the certified reading is worked out. */
export const reading = (column: 'reduction' | 'outside'): ResultFormula =>
  whenFilled((c, at) => {
    const rebound = c.field('rebound');
    const loss = c.has('KmcSegments') ? 'NA()' : `${rebound}*MAX(${at(`${column}.use`)},0)`;
    const part = column === 'reduction' ? 'perFunctionalUnit' : 'outsidePart';
    const elsewhere = c.has('KmcSideEffects') ? `-${sideEffectsSum(c, part, null)}` : '';
    return `${at(`${column}.total`)}-IF(${rebound}="",0,${loss})${elsewhere}`;
  });

export const perProduct: ResultFormula = whenFilled((_, at) => `${at('reduction')}*${at('delivered')}`);
