import { firstOf, is, unlessBlank, type Formula } from './expressions';
import {
  caseCells,
  caseYears,
  deliveredInTimeSense,
  lifetimeSources,
  segmentCells,
  segmentYears,
} from './serviceFormulas';
import type { FormulaContext, TableName } from './types';

const rowCell = (c: FormulaContext, formula: string): string => unlessBlank(c, ['id'], formula);

/** Years of use of the segment's product; empty where nobody states them. */
export const segmentYearsFormula: Formula = (c) =>
  rowCell(c, firstOf([segmentYears('product', c.cell), caseYears(c, 'product')], '""'));

const levels = (c: FormulaContext) => [segmentCells('product', c.cell), caseCells(c, 'product')];

/** k of the segment's product over its life; empty where only a k of one year is stated. */
export const segmentLifetimeFormula: Formula = (c) => {
  const sources = levels(c).flatMap((cells) => lifetimeSources(c, cells, c.cell('years')));
  return rowCell(c, `IFERROR(${firstOf(sources, '""')},"")`);
};

/** k of the segment's product in the case's time sense. */
export const segmentDeliveredFormula: Formula = (c) =>
  rowCell(c, deliveredInTimeSense(c, levels(c), c.cell('lifetimeDelivered'), c.cell('years')));

/** Units sold outside the city; #N/A while any row of the sales table cannot be counted. */
export const segmentUnitsFormula: Formula = (c) => {
  const counted = c.column('KmcSales', 'counted');
  const own = `SUMPRODUCT(--(${c.column('KmcSales', 'segment')}=${c.cell('id')}),${counted})`;
  return rowCell(c, `IF(ISNUMBER(SUM(${counted})),${own},NA())`);
};

/** Functional units delivered outside the city. */
export const segmentOutsideFormula: Formula = (c) => rowCell(c, `${c.cell('delivered')}*${c.cell('unitsOutside')}`);

/** The segment's share of the functional units delivered outside the city. */
export const segmentShareFormula: Formula = (c) => {
  const all = c.column('KmcSegments', 'deliveredOutside');
  return rowCell(c, `IF(COUNTA(${c.column('KmcSegments', 'id')})=1,1,${c.cell('deliveredOutside')}/SUM(${all}))`);
};

const isOutside = (c: FormulaContext): string => is(c, c.field('outsideReading'), 'outsideReading', 'outside-share');

const difference = (c: FormulaContext, outside: boolean, useOnly: boolean): string =>
  `${sideSum(c, 'KmcBaseline', outside, useOnly)}-${sideSum(c, 'KmcProduct', outside, useOnly)}`;

/** kg-CO2e per functional unit that rebound takes back from a use-stage saving; it never enlarges a use-stage increase. */
export const segmentReboundFormula: Formula = (c) => {
  const rebound = c.field('rebound');
  const use = `IF(${isOutside(c)},${difference(c, true, true)},${difference(c, false, true)})`;
  return rowCell(c, `IF(${rebound}="",0,IF(ISNUMBER(${rebound}),${rebound}*MAX(${use},0),NA()))`);
};

/** kg-CO2e per functional unit of the segment: baseline less product, less the rebound, by the certified reading. */
export const segmentReductionFormula: Formula = (c) =>
  rowCell(
    c,
    `IF(${isOutside(c)},${difference(c, true, false)},${difference(c, false, false)})-${c.cell('reboundLoss')}`,
  );

function sideSum(c: FormulaContext, table: TableName, outside: boolean, useOnly: boolean): string {
  const segment = c.column(table, 'segment');
  const conditions = [
    `((${segment}=${c.cell('id')})+(${segment}=""))`,
    `(${c.column(table, 'flow')}<>${c.choice('flow', 'biogenic')})`,
    ...(useOnly ? [`(${is(c, c.column(table, 'stage'), 'stage', 'use')})`] : []),
  ];
  const factors = [c.column(table, 'perFunctionalUnit'), ...(outside ? [c.column(table, 'outsideShare')] : [])];
  return `SUMPRODUCT(${conditions.join('*')},${factors.join(',')})`;
}

/** t-CO2e of the segment before the contribution rate. */
export const segmentAvoidedFormula: Formula = (c) =>
  rowCell(c, `${c.cell('deliveredOutside')}*${c.cell('reduction')}/1000`);
