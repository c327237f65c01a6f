import { BASIS } from './basisNames';
import { is, unlessBlank, type Formula } from './expressions';
import { yearsKey, yearsOf, yearsSound } from './yearFormulas';
import type { FormulaContext } from './types';

/** Native formulas of emission factors that change from year to year. Years are compared as numbers; one written otherwise gives #N/A. */
const column = (c: FormulaContext, key: string): string => c.column('KmcFactorPaths', key);

/** `grid|2030`: what the factor of a year is looked up by. */
export const pathRowKeyFormula: Formula = (c) =>
  `IF(OR(${c.cell('factorId')}="",${c.cell('year')}=""),"",${c.cell('factorId')}&"|"&${c.cell('year')})`;

/** The year's factor; #N/A for a year that stands twice, or whose factor is not listed. */
export const countedPathFormula: Formula = (c) => {
  const once = `SUMPRODUCT(--(${column(c, 'rowKey')}=${c.cell('rowKey')}))=1`;
  const listed = `COUNTIF(${c.column('KmcFactors', 'id')},${c.cell('factorId')})=1`;
  const sound = `AND(COUNT(${c.cell('year')},${c.cell('value')})=2,${once},${listed})`;
  return unlessBlank(c, ['id', 'factorId', 'year', 'value'], `IF(${sound},${c.cell('value')},NA())`);
};

/** Whether the factor of the line changes over the years: only in the use stage does it count so. */
const onPath = (c: FormulaContext): string =>
  `AND(${c.cell('factorId')}<>"",${is(c, c.cell('stage'), 'stage', 'use')},COUNTIF(${column(c, 'factorId')},${c.cell('factorId')})>0)`;

const lineCell = (c: FormulaContext, formula: string): string =>
  `IF(COUNTA(${c.cells('id', 'amount')})=0,"",${formula})`;

/** Key of the years over which the line is used. A line for all segments has no one number once a segment lists its own years. */
export const lineYearsKeyFormula: Formula = (c) => {
  const segment = c.cell('segment');
  const key = yearsKey(c, segment);
  if (!c.has('KmcSegments')) return lineCell(c, key);
  const ofAll = `IF(COUNTA(${c.column('KmcYears', 'segment')})=0,"",NA())`;
  return lineCell(c, `IF(${segment}="",${ofAll},${key})`);
};

/** First year in which a variant of the baseline serves, and the year in which it no longer does. */
export const windowFormula =
  (end: 'fromYear' | 'toYear'): Formula =>
  (c) => {
    const segment = `IF(COUNTA(${c.column('KmcMix', 'segment')})=0,"",${c.cell('segment')})`;
    const row = `MATCH(${c.cell('variant')}&"|"&${segment},${c.column('KmcMix', 'rowKey')},0)`;
    const limit = end === 'fromYear' ? '0' : FOREVER;
    const byYears = is(c, `INDEX(${c.column('KmcMix', 'shareBasis')},${row})`, 'shareBasis', 'years-of-use');
    const ofVariant = `IF(${byYears},INDEX(${c.column('KmcMix', end)},${row}),${limit})`;
    return lineCell(c, `IF(${c.cell('variant')}="",${limit},${ofVariant})`);
  };

/** Later than any year of use. */
const FOREVER = '9999';

/**
 * The factor that the line counts with: over the years of use the mean Σ S·u·f ÷ Σ S·u where its factor changes, else the factor itself.
 * Nothing is carried forward: see {@link servedTotalFormula}.
 */
export const pathFactorFormula =
  (windowed: boolean): Formula =>
  (c) => {
    const factor = `IF(ISNUMBER(${c.cell('factor')}),${c.cell('factor')},NA())`;
    const mean = c.has('KmcYears') ? meanFactor(c, windowed && c.has('KmcMix')) : 'NA()';
    return lineCell(c, `IF(${onPath(c)},${mean},${factor})`);
  };

function meanFactor(c: FormulaContext, windowed: boolean): string {
  const factors = `SUMIFS(${column(c, 'counted')},${column(c, 'rowKey')},${yearKeys(c)})`;
  return `SUMPRODUCT(${lineYears(c, windowed)},${c.column('KmcYears', 'served')},${factors})/${c.cell('servedTotal')}`;
}

/** The keys of the line's factor in every year of the table, as an array. */
const yearKeys = (c: FormulaContext): string => `${c.cell('factorId')}&"|"&${c.column('KmcYears', 'calendarYear')}`;

/** 1 for every year in which the line counts, as an array. */
function lineYears(c: FormulaContext, windowed: boolean): string {
  const years = yearsOf(c, c.cell('yearsKey'));
  const age = c.column('KmcYears', 'age');
  return windowed ? `${years}*(${age}>=${c.cell('windowStart')})*(${age}<${c.cell('windowEnd')})` : `1*${years}`;
}

/** Σ S·u of the years in which a line counts whose factor changes; #N/A unless the table of factors has each year of service once. */
export const servedTotalFormula =
  (windowed: boolean): Formula =>
  (c) => {
    const years = lineYears(c, windowed && c.has('KmcMix'));
    const served = c.column('KmcYears', 'served');
    const complete = `SUMPRODUCT(${years}*(${served}<>0)*(COUNTIF(${column(c, 'rowKey')},${yearKeys(c)})<>1))=0`;
    const sound = `AND(ISNUMBER(SUM(${column(c, 'counted')})),${yearsSound(c)},${complete})`;
    const total = `IF(${sound},SUMPRODUCT(${years},${served}),NA())`;
    return `IF(${onPath(c)},${total},"")`;
  };

/** Factor of the counted year ÷ {@link pathFactorFormula}: what brings the line to the emission of that one year. */
export const pathRatioFormula: Formula = (c) => {
  const key = `${c.cell('factorId')}&"|"&${BASIS.fiscalYear}`;
  const [mean, rows] = [c.cell('pathFactor'), column(c, 'rowKey')];
  const now = `SUMIFS(${column(c, 'counted')},${rows},${key})`;
  const ratio = `IF(${mean}=0,IF(${now}=0,0,NA()),${now}/${mean})`;
  return lineCell(c, `IF(${onPath(c)},IF(COUNTIF(${rows},${key})=1,${ratio},NA()),1)`);
};
