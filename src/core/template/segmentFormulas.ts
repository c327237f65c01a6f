import { firstOf, is, unlessBlank, type Formula } from './expressions';
import {
  caseCells,
  caseYears,
  deliveredInTimeSense,
  deliveredSources,
  segmentCells,
  segmentYears,
  type Span,
} from './serviceFormulas';
import type { FormulaContext, TableName } from './types';

const rowCell = (c: FormulaContext, formula: string): string => unlessBlank(c, ['id'], formula);

const years = (c: FormulaContext): string => firstOf([segmentYears('product', c.cell), caseYears(c, 'product')], '""');

const sources = (c: FormulaContext, span: Span) => [
  ...deliveredSources(c, segmentCells('product', c.cell), years(c), span),
  ...deliveredSources(c, caseCells(c, 'product'), years(c), span),
];

/** k of the segment's product over its life. */
export const segmentLifetimeFormula: Formula = (c) => rowCell(c, firstOf(sources(c, 'lifetime'), 'NA()'));

/** k of the segment's product in the case's time sense. */
export const segmentDeliveredFormula: Formula = (c) =>
  rowCell(c, deliveredInTimeSense(c, sources(c, 'time-sense'), c.cell('lifetimeDelivered')));

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

/** kg-CO2e per functional unit of the segment: baseline less product, less the rebound on a use-stage saving, by the certified reading. */
export const segmentReductionFormula: Formula = (c) => {
  const reading = c.field('outsideReading');
  const net = (outside: boolean): string => {
    const use = `(${sideSum(c, 'KmcBaseline', outside, true)}-${sideSum(c, 'KmcProduct', outside, true)})`;
    const all = `${sideSum(c, 'KmcBaseline', outside, false)}-${sideSum(c, 'KmcProduct', outside, false)}`;
    return `IF(${c.field('rebound')}="",${all},IF(ISNUMBER(${c.field('rebound')}),${all}-${c.field('rebound')}*MAX(${use},0),NA()))`;
  };
  return rowCell(c, `IF(${is(c, reading, 'outsideReading', 'outside-share')},${net(true)},${net(false)})`);
};

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
