import { BASIS } from './basisNames';
import { unlessBlank, type Formula } from './expressions';
import type { FormulaContext } from './types';

/**
 * Native formulas of the years of use. S·u of each year stands in its own row; the sum over a segment's years, by which every line is
 * converted, exists only while the whole table is sound.
 */
const STATED = ['id', 'segment', 'age', 'survival', 'use'];

const column = (c: FormulaContext, key: string): string => c.column('KmcYears', key);

const rowCell = (c: FormulaContext, formula: string): string => unlessBlank(c, STATED, formula);

/** Matches no segment's id: what stands in the scope of an untouched row. */
export const NO_SCOPE = '"|"';

/** The row's segment as a text, empty for all segments. */
export const yearScopeFormula: Formula = (c) => `IF(${c.cell('age')}="",${NO_SCOPE},${c.cell('segment')}&"")`;

/** `A|0`: what the year of a segment is looked up by; `|0` for all segments. */
export const yearRowKeyFormula: Formula = (c) => `IF(${c.cell('age')}="","",${c.cell('segment')}&"|"&${c.cell('age')})`;

/** S·u of the year. #N/A for a year that stands twice, for one of a segment nobody declares and for a survival above 1. */
export const servedFormula: Formula = (c) => {
  const [age, survival, use] = ['age', 'survival', 'use'].map((key) => c.cell(key));
  const numbers = [age, survival, use].join(',');
  const once = `SUMPRODUCT(--(${column(c, 'rowKey')}=${c.cell('rowKey')}))=1`;
  const sound = [`MIN(${numbers})>=0`, `${survival}<=1`, `${age}=ROUND(${age},0)`, once, declared(c)];
  return rowCell(c, `IF(COUNT(${numbers})=3,IF(AND(${sound.join(',')}),${survival}*${use},NA()),NA())`);
};

function declared(c: FormulaContext): string {
  const none = `${c.cell('segment')}=""`;
  return c.has('KmcSegments') ? `OR(${none},COUNTIF(${c.column('KmcSegments', 'id')},${c.cell('segment')})=1)` : none;
}

/** 1 for every year of a segment, as an array. @param key the segment's id as a text, empty for the years of all segments */
export const yearsOf = (c: FormulaContext, key: string): string => `(${column(c, 'scope')}=${key})`;

const ownYears = (c: FormulaContext): string => `--${yearsOf(c, c.cell('scope'))}`;

/** How many years the row's segment states. */
export const wholeYearsFormula: Formula = (c) => rowCell(c, `SUMPRODUCT(${ownYears(c)})`);

/** Σ S·u over the segment's years. Ages that differ and sum to n(n−1)/2 are 0, 1, … n−1; any others leave a gap: #N/A. */
export const effectiveYearsFormula: Formula = (c) => {
  const count = c.cell('wholeYears');
  const ages = `SUMPRODUCT(${ownYears(c)},${column(c, 'age')})=${count}*(${count}-1)/2`;
  const sound = `AND(ISNUMBER(SUM(${column(c, 'served')})),${ages})`;
  return rowCell(c, `IF(${sound},SUMPRODUCT(${ownYears(c)},${column(c, 'served')}),NA())`);
};

/** Fiscal year in which a unit sold in the counted year is that old. */
export const calendarYearFormula: Formula = (c) => {
  const [age, year] = [c.cell('age'), BASIS.fiscalYear];
  return rowCell(c, `IF(COUNT(${age},${year})=2,${year}+${age},NA())`);
};

/** Which years hold for a segment: its own where it states any, else those of all. @param segment a cell */
export const yearsKey = (c: FormulaContext, segment: string): string =>
  c.has('KmcSegments') ? `IF(COUNTIF(${column(c, 'segment')},${segment})>0,${segment},"")&""` : '""';

/** {@link yearsKey} of the row's own segment. @param key of the column that names it */
export const yearsKeyFormula =
  (key: string): Formula =>
  (c) =>
    yearsKey(c, c.cell(key));

/** No year of the table is incomplete, doubtful or missing. */
export const yearsSound = (c: FormulaContext): string => `ISNUMBER(SUM(${column(c, 'effectiveYears')}))`;

/** Position of the first year that holds for a key; no number where the table has none. */
export const firstYear = (c: FormulaContext, key: string): string => `MATCH(${key}&"|0",${column(c, 'rowKey')},0)`;

/** A number of the segment's first year: `wholeYears` or `effectiveYears`. */
export const ofFirstYear = (c: FormulaContext, what: 'wholeYears' | 'effectiveYears', key: string): string =>
  `INDEX(${column(c, what)},${firstYear(c, key)})`;

/**
 * Years of use of a product: Σ S·u where its years are listed, else as stated. Years that are stated, too, have to be as many as are listed.
 * @param stated cell expression, empty where nobody states any
 */
export function productYears(c: FormulaContext, key: string, stated: string): string {
  if (!c.has('KmcYears')) return stated;
  const agrees = `OR(${stated}="",${stated}=${ofFirstYear(c, 'wholeYears', key)})`;
  const listed = `IF(${agrees},${ofFirstYear(c, 'effectiveYears', key)},NA())`;
  return `IF(${yearsSound(c)},IF(ISNUMBER(${firstYear(c, key)}),${listed},${stated}),NA())`;
}
