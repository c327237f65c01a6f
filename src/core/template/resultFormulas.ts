import { GRID_KINDS, STAGES, type Stage } from '../case/vocabulary';
import { firstOf, is } from './expressions';
import { caseCells, deliveredInTimeSense, lifetimeSources } from './serviceFormulas';
import type { FormulaContext, TableName } from './types';

/** Address of a cell of the result sheet by its id, `$B$12`. */
export type At = (id: string) => string;
export type ResultFormula = (c: FormulaContext, at: At) => string;

/** An unfilled workbook shows an empty result sheet, not a reduction of 0. */
const whenFilled =
  (formula: ResultFormula): ResultFormula =>
  (c, at) =>
    `IF(COUNTA(${c.column('KmcBaseline', 'id')},${c.column('KmcProduct', 'id')})=0,"",${formula(c, at)})`;

const SIDES: Readonly<Record<'baseline' | 'product', TableName>> = { baseline: 'KmcBaseline', product: 'KmcProduct' };
export type Side = keyof typeof SIDES;

/** Every filled line has a number: one that has none, or a word no sum would find, leaves the side without a total. */
function complete(c: FormulaContext, side: Side): string {
  const counted = c.column(SIDES[side], 'counted');
  const mixed = side === 'baseline' && c.has('KmcMix') ? `,ISNUMBER(SUM(${c.column('KmcMix', 'weight')}))` : '';
  return `AND(COUNT(${counted})>0,ISNUMBER(SUM(${counted}))${mixed})`;
}

/** kg-CO2e per functional unit. */
export const stageSum = (side: Side, stage: Stage): ResultFormula =>
  whenFilled((c) => {
    const table = SIDES[side];
    const sum = `SUMIFS(${c.column(table, 'counted')},${c.column(table, 'stage')},${c.choice('stage', stage)})`;
    return `IF(${complete(c, side)},${sum},NA())`;
  });

export const stageReduction = (stage: Stage): ResultFormula =>
  whenFilled((_, at) => `${at(`baseline.${stage}`)}-${at(`product.${stage}`)}`);

function outsideSum(c: FormulaContext, side: Side, stage: Stage | null): string {
  const table = SIDES[side];
  const ofStage = stage === null ? '' : `--(${is(c, c.column(table, 'stage'), 'stage', stage)}),`;
  const sum = `SUMPRODUCT(${ofStage}${c.column(table, 'counted')},${c.column(table, 'outsideShare')})`;
  return `IF(${complete(c, side)},${sum},NA())`;
}

export const stageOutside = (stage: Stage): ResultFormula =>
  whenFilled((c) => `${outsideSum(c, 'baseline', stage)}-${outsideSum(c, 'product', stage)}`);

/** A bar as long as the stage's part in the largest one; an increase is marked by its sign. */
export const stageBar = (stage: Stage): ResultFormula =>
  whenFilled((_, at) => {
    const value = at(`reduction.${stage}`);
    const all = `${at(`reduction.${STAGES[0]}`)}:${at(`reduction.${STAGES.at(-1)!}`)}`;
    const largest = `MAX(MAX(${all}),-MIN(${all}))`;
    const bar = `REPT("■",ROUND(ABS(${value})/${largest}*10,0))`;
    return `IF(ISNUMBER(${value}),IF(${value}=0,"",IF(${value}<0,"−","")&${bar}),"")`;
  });

/** @param column `baseline`, `product`, `reduction` or `outside` of the stage table */
export const stageTotal = (column: string): ResultFormula =>
  whenFilled((_, at) => `SUM(${at(`${column}.${STAGES[0]}`)}:${at(`${column}.${STAGES.at(-1)!}`)})`);

const isOutside = (c: FormulaContext): string => is(c, c.field('outsideReading'), 'outsideReading', 'outside-share');

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

/** Net reduction by the add-in. Over segments the rebound was taken from each one's own saving. */
const netReduction: ResultFormula = (c, at) => {
  const [baseline, product] = [at('certified.baseline'), at('certified.product')];
  if (c.has('KmcSegments')) return `KMC.REDUCTION(${baseline},${product},,${at('reboundLoss')})`;
  const rebound = c.field('rebound');
  const withRebound = `KMC.REDUCTION(${baseline},${product},${rebound},,${useSaving(c, at)})`;
  return `IF(${rebound}="",KMC.REDUCTION(${baseline},${product}),${withRebound})`;
};

export const reduction: ResultFormula = whenFilled(
  (c, at) => `KMC.CONVERT(${netReduction(c, at)},"kg-CO2e",${at('reductionUnit')})`,
);

/** kg-CO2e per functional unit from the lines themselves, not from the stage table. */
export const netReductionCheck: ResultFormula = whenFilled((c, at) => {
  if (c.has('KmcSegments')) {
    const mean = `SUMPRODUCT(${c.column('KmcSegments', 'weight')},${c.column('KmcSegments', 'reduction')})`;
    return `IF(AND(${complete(c, 'baseline')},${complete(c, 'product')}),${mean},NA())`;
  }
  const [baseline, product] = (['baseline', 'product'] as const).map((side) => {
    const all = `IF(${complete(c, side)},SUM(${c.column(SIDES[side], 'counted')}),NA())`;
    return `IF(${isOutside(c)},${outsideSum(c, side, null)},${all})`;
  });
  return `${baseline}-${product}-${at('reboundLoss')}`;
});

const PER_KILOGRAM = { 'g-CO2e': '1000', 'kg-CO2e': '1', 't-CO2e': '0.001' } as const;

export const reductionCheck: ResultFormula = whenFilled((c, at) => {
  const factor = firstOf(
    Object.entries(PER_KILOGRAM).map(([unit, value]) => ({
      test: is(c, at('reductionUnit'), 'emissionUnit', unit),
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

const productYears = (c: FormulaContext): string => c.field('productServiceYears');

/** k over a product's life; empty where only a k of one year is stated. */
export const lifetimeDelivered: ResultFormula = whenFilled((c) => {
  const found = firstOf(lifetimeSources(c, caseCells(c, 'product'), productYears(c)), '""');
  return `IFERROR(${found},"")`;
});

/** k in the case's time sense; over segments the mean by units sold. */
export const delivered: ResultFormula = whenFilled((c, at) => {
  if (!c.has('KmcSegments')) {
    return deliveredInTimeSense(c, [caseCells(c, 'product')], at('lifetimeDelivered'), productYears(c));
  }
  const units = `SUM(${c.column('KmcSegments', 'unitsOutside')})`;
  return `IF(${units}>0,SUM(${c.column('KmcSegments', 'deliveredOutside')})/${units},NA())`;
});

export const rate: ResultFormula = whenFilled(
  (c) => `KMC.CONTRIBUTION(${c.column('KmcContribution', 'share')},${c.column('KmcContribution', 'inCity')})`,
);

export const rateCheck: ResultFormula = whenFilled((c) => {
  const [share, counted] = [c.column('KmcContribution', 'share'), c.column('KmcContribution', 'counted')];
  const inCity = `COUNTIF(${c.column('KmcContribution', 'inCity')},${c.choice('place', 'in')})>0`;
  const sound = `AND(ISNUMBER(SUM(${counted})),${inCity},ROUND(SUM(${share}),12)<=1,MIN(${share})>=0)`;
  return `IF(${sound},SUM(${counted}),NA())`;
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

/** c · k · N · ΔE by the add-in, t-CO2e. Over segments Σ k·N takes the place of k · N. */
export const avoided: ResultFormula = whenFilled((c, at) => {
  const sides = `${at('certified.baseline')},${at('certified.product')}+${at('reboundLoss')},${at('rate')}`;
  const outside = `SUM(${c.has('KmcSegments') ? c.column('KmcSegments', 'deliveredOutside') : ''})`;
  return c.has('KmcSegments')
    ? `KMC.AVOIDED(${sides},${outside})`
    : `KMC.AVOIDED(${sides},${at('units')},"t-CO2e",${at('delivered')})`;
});

export const avoidedCheck: ResultFormula = whenFilled((c, at) =>
  c.has('KmcSegments')
    ? `${at('rateCheck')}*SUM(${c.column('KmcSegments', 'avoided')})`
    : `${at('rateCheck')}*${at('unitsCheck')}*${at('delivered')}*${at('netCheck')}/1000`,
);

/** Net reduction of one reading, kg-CO2e per functional unit; over segments with rebound only the certified reading is worked out. */
export const reading = (column: 'reduction' | 'outside'): ResultFormula =>
  whenFilled((c, at) => {
    const rebound = c.field('rebound');
    const loss = c.has('KmcSegments') ? 'NA()' : `${rebound}*MAX(${at(`${column}.use`)},0)`;
    return `${at(`${column}.total`)}-IF(${rebound}="",0,${loss})`;
  });

export const perProduct: ResultFormula = whenFilled((_, at) => `${at('reduction')}*${at('delivered')}`);

/** A KmcCase field as text: blank stays blank, where a native look-up would give 0. */
export const fieldText =
  (key: string): ResultFormula =>
  (c) =>
    `IF(${c.field(key)}="","",${c.field(key)})`;

/** In a Japanese workbook a year stands in the era too: `2025年度（令和7年度）`. */
export const fiscalYearText: ResultFormula = (c, at) => {
  const year = c.field('fiscalYear');
  if (c.language === 'en') return fieldText('fiscalYear')(c, at);
  return `IF(ISNUMBER(${year}),${year}&"年度（令和"&${eraYear(year)}&"年度）",${fieldText('fiscalYear')(c, at)})`;
};

/** A date typed as a date; in a Japanese workbook in the era: `令和7年11月23日`. A date typed as text stays as typed. */
export const dateText =
  (key: string): ResultFormula =>
  (c, at) => {
    const date = c.field(key);
    const japanese = `"令和"&${eraYear(`YEAR(${date})`)}&"年"&MONTH(${date})&"月"&DAY(${date})&"日"`;
    const shown = c.language === 'ja' ? japanese : `TEXT(${date},"yyyy-mm-dd")`;
    return `IF(ISNUMBER(${date}),${shown},${fieldText(key)(c, at)})`;
  };

/** Reiwa 1 is 2019 and is written 元. */
const eraYear = (year: string): string => `IF(${year}=2019,"元",${year}-2018)`;

/** Value and unit side by side: `1 kWh`. */
export const quantityText =
  (key: string): ResultFormula =>
  (c) =>
    `IF(${c.field(key)}="","",${c.field(key)}&" "&${c.fieldUnit(key)})`;

/** Result year of the first electricity factor in the list. */
export const gridYear: ResultFormula = (c) => {
  const kinds = c.column('KmcFactors', 'gridKind');
  const years = c.column('KmcFactors', 'resultYear');
  const sources = GRID_KINDS.map((kind) => {
    const wanted = c.choice('gridKind', kind);
    return { test: `COUNTIF(${kinds},${wanted})>0`, value: `INDEX(${years},MATCH(${wanted},${kinds},0))&""` };
  });
  return firstOf(sources, '""');
};

const caseText = (c: FormulaContext, column: string, key: string): string => {
  const found = `INDEX(${c.column('KmcCase', column)},MATCH("${key}",${c.column('KmcCase', 'key')},0))`;
  return `IF(${found}="","",${found})`;
};

/** The basis of a choice; a choice the workbook leaves to the method's profile says so on its own sheet. */
export const basisText =
  (key: string): ResultFormula =>
  (c) =>
    caseText(c, 'basis', key);

export const noteText =
  (key: string): ResultFormula =>
  (c) =>
    caseText(c, 'note', key);

/** Method of the first partner in the city. */
export const rateMethod: ResultFormula = (c) => {
  const place = c.column('KmcContribution', 'inCity');
  const found = `INDEX(${c.column('KmcContribution', 'method')},MATCH(${c.choice('place', 'in')},${place},0))`;
  return `IF(COUNTIF(${place},${c.choice('place', 'in')})=0,"",${found}&"")`;
};

/** @param row from 1; empty where the table has fewer rows */
export const segmentCell =
  (key: string, row: number): ResultFormula =>
  (c) => {
    const column = c.column('KmcSegments', key);
    return `IF(ROWS(${column})<${row},"",IF(INDEX(${column},${row})="","",INDEX(${column},${row})))`;
  };

/** Over the whole table, also over segments added after the block was made. */
export const segmentSum = (key: string): ResultFormula => whenFilled((c) => `SUM(${c.column('KmcSegments', key)})`);
