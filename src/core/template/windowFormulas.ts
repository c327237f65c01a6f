import { BASIS } from './basisNames';
import { is, unlessBlank, type Formula } from './expressions';
import { rowsThat, sameSegment, scopesHold } from './mixRows';
import { firstYear, ofFirstYear, yearsOf } from './yearFormulas';
import type { FormulaContext } from './types';

/** Native formulas of baseline variants that follow each other in time (early replacement). */
const column = (c: FormulaContext, key: string): string => c.column('KmcMix', key);

const rowCell = (c: FormulaContext, formula: string): string => unlessBlank(c, ['variant'], formula);

/** Years of use of the product the variants are compared with. A mix for all segments has no one number where they differ. */
export const mixProductYearsFormula: Formula = (c) => {
  const ofCase = BASIS.KmcProduct.years;
  if (!c.has('KmcSegments')) return rowCell(c, ofCase);
  const own = [
    c.column('KmcSegments', 'productServiceYears'),
    ...(c.has('KmcYears') ? [c.column('KmcYears', 'segment')] : []),
  ];
  const found = `MATCH(${c.cell('segment')},${c.column('KmcSegments', 'id')},0)`;
  const ofSegment = `INDEX(${c.column('KmcSegments', 'years')},${found})`;
  return rowCell(c, `IF(${c.cell('segment')}="",IF(COUNTA(${own.join(',')})=0,${ofCase},NA()),${ofSegment})`);
};

/** Share of the product's service that falls into the variant's years: Σ S·u of them ÷ Σ S·u; empty for shares that are stated. */
export const windowShareFormula: Formula = (c) => {
  const served = c.has('KmcYears') ? `IF(${isListed(c)},${fromTable(c)},${partOfLife(c)})` : partOfLife(c);
  const sound = `AND(COUNT(${c.cell('productYears')},${c.cell('windowFits')})=2,${c.cell('share')}="")`;
  return rowCell(c, `IF(${isByYears(c)},IF(${sound},${served}/${c.cell('productYears')},NA()),"")`);
};

const isByYears = (c: FormulaContext): string => is(c, c.cell('shareBasis'), 'shareBasis', 'years-of-use');

const isListed = (c: FormulaContext): string => `ISNUMBER(${firstYear(c, c.cell('yearsKey'))})`;

/** Years that the variants have to cover: as many as are listed, else the product's years, a part of one counting as one. */
export const wholeYearsToCoverFormula: Formula = (c) => {
  const years = c.cell('productYears');
  const rounded = `IF(ISNUMBER(${years}),ROUNDUP(ROUND(${years},9),0),"")`;
  if (!c.has('KmcYears')) return rowCell(c, rounded);
  return rowCell(c, `IF(${isListed(c)},${ofFirstYear(c, 'wholeYears', c.cell('yearsKey'))},${rounded})`);
};

/** The last year may be a part of one. */
const partOfLife = (c: FormulaContext): string =>
  `(MIN(${c.cell('toYear')},${c.cell('productYears')})-${c.cell('fromYear')})`;

function fromTable(c: FormulaContext): string {
  const age = c.column('KmcYears', 'age');
  const within = `(${age}>=${c.cell('fromYear')})*(${age}<${c.cell('toYear')})`;
  return `SUMPRODUCT(${yearsOf(c, c.cell('yearsKey'))}*${within},${c.column('KmcYears', 'served')})`;
}

/**
 * 1 where the variants of the segment follow each other from 0 to the last year without gap or overlap, else #N/A. First years that differ,
 * each 0 or the end of exactly one other variant, make one chain from 0; its length says whether it reaches the last year.
 */
export const windowFitsFormula: Formula = (c) => rowCell(c, `IF(${isByYears(c)},IF(${tiles(c)},1,NA()),"")`);

function tiles(c: FormulaContext): string {
  const [from, to] = [c.cell('fromYear'), c.cell('toYear')];
  const [starts, ends] = [column(c, 'fromYear'), column(c, 'toYear')];
  const numeric = `ISNUMBER(${starts})*ISNUMBER(${ends})*(${column(c, 'shareBasis')}=${c.cell('shareBasis')})`;
  const conditions = [
    `${rowsThat(c, numeric)}=SUMPRODUCT(${sameSegment(c)})`,
    `${from}<${to}`,
    `${from}=ROUND(${from},0)`,
    `${to}=ROUND(${to},0)`,
    `${rowsThat(c, `(${starts}=${from})`)}=1`,
    `OR(${from}=0,${rowsThat(c, `(${ends}=${from})`)}=1)`,
    `SUMPRODUCT(${sameSegment(c)},${ends})-SUMPRODUCT(${sameSegment(c)},${starts})=${c.cell('wholeYears')}`,
    scopesHold(c),
  ];
  return `AND(${conditions.join(',')})`;
}
