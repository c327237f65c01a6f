import { BASIS } from './basisNames';
import { firstOf, ifNumber, is, unlessBlank, type Formula } from './expressions';
import {
  deliveredInTimeSense,
  statedDelivered,
  unitsNeeded,
  unlessStated,
  yearsNeeded,
  type ServiceCells,
  type Span,
  type StatedLife,
} from './serviceFormulas';
import type { Side } from './stageFormulas';
import { productYears } from './yearFormulas';
import type { FormulaContext, TableName } from './types';

const rowCell = (c: FormulaContext, formula: string): string => unlessBlank(c, ['id'], formula);

/** Columns of KmcSegments by side: what a segment states, then what its lines are multiplied by. */
export const SEGMENT_COLUMNS = {
  product: {
    table: 'KmcProduct',
    stated: { typed: 'functionalUnitsPerUnit', service: 'productService', years: 'productServiceYears' },
    years: 'years',
    perLife: 'perLife',
    perYear: 'perYear',
    unitsNeeded: 'unitsNeeded',
    yearsNeeded: 'yearsNeeded',
  },
  baseline: {
    table: 'KmcBaseline',
    stated: { typed: null, service: 'baselineService', years: 'baselineServiceYears' },
    years: 'baselineYears',
    perLife: 'baselinePerLife',
    perYear: 'baselinePerYear',
    unitsNeeded: 'baselineUnitsNeeded',
    yearsNeeded: 'baselineYearsNeeded',
  },
} as const;

const statedCells = (c: FormulaContext, side: Side): ServiceCells => {
  const { typed, service } = SEGMENT_COLUMNS[side].stated;
  return { typed: typed === null ? null : c.cell(typed), service: c.cell(service), unit: c.cell('serviceUnit') };
};

const lifeOf = (c: FormulaContext, side: Side): StatedLife => {
  const { years, perLife, perYear } = SEGMENT_COLUMNS[side];
  return { years: c.cell(years), perLife: c.cell(perLife), perYear: c.cell(perYear) };
};

/** Years of use of the segment's unit, else the case's; empty where nobody states them. The product's may be listed year by year. */
export const segmentYearsFormula =
  (side: Side): Formula =>
  (c) => {
    const { table, stated } = SEGMENT_COLUMNS[side];
    const typed = ifNumber(c.cell(stated.years));
    if (side === 'baseline' || !c.has('KmcYears')) return rowCell(c, firstOf([typed], BASIS[table].years));
    const ofCase = firstOf([ifNumber(c.field(stated.years))], '""');
    return rowCell(c, productYears(c, c.cell('yearsKey'), firstOf([typed], ofCase)));
  };

/** k of the segment's unit for one span, else the case's. */
export const segmentStatedFormula =
  (side: Side, span: Span): Formula =>
  (c) => {
    const cells = statedCells(c, side);
    return rowCell(c, unlessStated(cells, BASIS[SEGMENT_COLUMNS[side].table][span], statedDelivered(c, cells, span)));
  };

export const segmentUnitsNeededFormula =
  (side: Side): Formula =>
  (c) =>
    rowCell(c, unitsNeeded(c, lifeOf(c, side)));

export const segmentYearsNeededFormula =
  (side: Side): Formula =>
  (c) =>
    rowCell(c, yearsNeeded(lifeOf(c, side)));

/** k of the segment's product in the case's time sense. */
export const segmentDeliveredFormula: Formula = (c) =>
  rowCell(c, deliveredInTimeSense(c, c.cell('unitsNeeded'), c.cell('years'), c.cell('yearsNeeded')));

/** Units sold outside the city; #N/A while any row of the sales table cannot be counted. */
export const segmentUnitsFormula: Formula = (c) => {
  const counted = c.column('KmcSales', 'counted');
  const own = `SUMPRODUCT(--(${c.column('KmcSales', 'segment')}=${c.cell('id')}),${counted})`;
  return rowCell(c, `IF(ISNUMBER(SUM(${counted})),${own},NA())`);
};

/** Functional units delivered outside the city. */
export const segmentOutsideFormula: Formula = (c) => rowCell(c, `${c.cell('delivered')}*${c.cell('unitsOutside')}`);

/** The segment's share of the functional units delivered outside the city; #N/A where two rows have the segment's id. */
export const segmentShareFormula: Formula = (c) => {
  const [ids, all] = [c.column('KmcSegments', 'id'), c.column('KmcSegments', 'deliveredOutside')];
  const share = `IF(COUNTA(${ids})=1,1,${c.cell('deliveredOutside')}/SUM(${all}))`;
  return rowCell(c, `IF(COUNTIF(${ids},${c.cell('id')})=1,${share},NA())`);
};

const isOutside = (c: FormulaContext): string => is(c, BASIS.outsideReading, 'outsideReading', 'outside-share');

const difference = (c: FormulaContext, lines: Lines): string =>
  `${segmentSum(c, 'KmcBaseline', lines)}-${segmentSum(c, 'KmcProduct', lines)}`;

/** kg-CO2e per functional unit that rebound takes back from a use-stage saving; it never enlarges a use-stage increase. */
export const segmentReboundFormula: Formula = (c) => {
  const rebound = c.field('rebound');
  const use = difference(c, { useOnly: true });
  return rowCell(c, `IF(${rebound}="",0,IF(ISNUMBER(${rebound}),${rebound}*MAX(${use},0),NA()))`);
};

/** kg-CO2e per functional unit that the product causes elsewhere, by the certified reading. */
export const segmentSideEffectsFormula: Formula = (c) => rowCell(c, segmentSum(c, 'KmcSideEffects', {}));

/** kg-CO2e per functional unit of the segment: baseline less product, rebound and side effects, by the certified reading. */
export const segmentReductionFormula: Formula = (c) => {
  const sideEffects = c.has('KmcSideEffects') ? `-${c.cell('sideEffects')}` : '';
  return rowCell(c, `${difference(c, {})}-${c.cell('reboundLoss')}${sideEffects}`);
};

/** Which lines of a table are summed, and whether with the emission of the counted year instead of their mean over the years. */
interface Lines {
  readonly useOnly?: boolean;
  readonly inYear?: boolean;
}

/** Use-stage part of {@link segmentReductionFormula} before the rebound. */
export const segmentUseSum = (c: FormulaContext, inYear: boolean): string => {
  const lines = { useOnly: true, inYear };
  const sideEffects = c.has('KmcSideEffects') ? `-${segmentSum(c, 'KmcSideEffects', lines)}` : '';
  return `${difference(c, lines)}${sideEffects}`;
};

/** Sum over the segment's lines and those of all segments, in the certified reading. */
function segmentSum(c: FormulaContext, table: TableName, { useOnly = false, inYear = false }: Lines): string {
  const segment = c.column(table, 'segment');
  const conditions = [
    `((${segment}=${c.cell('id')})+(${segment}=""))`,
    `(${c.column(table, 'flow')}<>${c.choice('flow', 'biogenic')})`,
    ...(useOnly ? [`(${is(c, c.column(table, 'stage'), 'stage', 'use')})`] : []),
  ];
  const part = `IF(${isOutside(c)},${c.column(table, 'outsidePart')},${c.column(table, 'perFunctionalUnit')})`;
  return `SUMPRODUCT(${conditions.join('*')},${part}${inYear ? `,${c.column(table, 'pathRatio')}` : ''})`;
}
