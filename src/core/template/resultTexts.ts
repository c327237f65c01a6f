import { GRID_KINDS } from '../case/vocabulary';
import { BASIS } from './basisNames';
import { firstOf, is } from './expressions';
import { whenFilled, type ResultFormula } from './stageFormulas';
import type { FormulaContext } from './types';

/** A KmcCase field as text: blank stays blank, where a native look-up would give 0. */
export const fieldText =
  (key: string): ResultFormula =>
  (c) =>
    `IF(${c.field(key)}="","",${c.field(key)})`;

/** Unit of the reduction: `g-CO2e/kWh`, `kg-CO2e/(25000 h)`. */
export const reductionUnitText: ResultFormula = whenFilled((c) => {
  const [quantity, unit] = [c.field('functionalUnit'), c.fieldUnit('functionalUnit')];
  return `${c.field('reductionUnit')}&"/"&IF(${quantity}=1,${unit},"("&${quantity}&" "&${unit}&")")`;
});

/** Unit of the reduction of one unit sold: `kg-CO2e/台`. */
export const perProductUnitText: ResultFormula = whenFilled(
  (c) => `${c.field('reductionUnit')}&"/"&${c.field('soldUnit')}`,
);

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
    const shown =
      c.language === 'ja' ? japanese : `YEAR(${date})&"-"&RIGHT("0"&MONTH(${date}),2)&"-"&RIGHT("0"&DAY(${date}),2)`;
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

/** @returns a text of a KmcCase row, empty where there is none */
export const caseText = (c: FormulaContext, column: string, key: string): string => {
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

/** Method of the first partner in the city; the attribution itself where nothing is allocated. */
export const rateMethod: ResultFormula = (c) => {
  const place = c.column('KmcContribution', 'inCity');
  const found = `INDEX(${c.column('KmcContribution', 'method')},MATCH(${c.choice('place', 'in')},${place},0))`;
  const method = `IF(COUNTIF(${place},${c.choice('place', 'in')})=0,"",${found}&"")`;
  return `IF(${is(c, BASIS.attribution, 'attribution', 'unallocated')},${BASIS.attribution},${method})`;
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
