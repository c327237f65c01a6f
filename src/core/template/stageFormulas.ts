import { STAGES, type Stage } from '../case/vocabulary';
import { is } from './expressions';
import type { FormulaContext, TableName } from './types';

/** Address of a cell of the result sheet by its id, `$B$12`. */
export type At = (id: string) => string;
export type ResultFormula = (c: FormulaContext, at: At) => string;

/** An unfilled workbook shows an empty result sheet, not a reduction of 0. */
export const whenFilled =
  (formula: ResultFormula): ResultFormula =>
  (c, at) =>
    `IF(COUNTA(${c.column('KmcBaseline', 'id')},${c.column('KmcProduct', 'id')})=0,"",${formula(c, at)})`;

export const SIDES: Readonly<Record<'baseline' | 'product', TableName>> = {
  baseline: 'KmcBaseline',
  product: 'KmcProduct',
};
export type Side = keyof typeof SIDES;

type Part = 'perFunctionalUnit' | 'outsidePart';

/** Every filled line has a number: one that has none, or a word no sum would find, leaves the side without a total. */
export function complete(c: FormulaContext, side: Side): string {
  const lines = c.column(SIDES[side], 'perFunctionalUnit');
  const mixed = side === 'baseline' && c.has('KmcMix') ? `,ISNUMBER(SUM(${c.column('KmcMix', 'weight')}))` : '';
  return `AND(COUNT(${lines})>0,ISNUMBER(SUM(${lines}))${mixed})`;
}

/**
 * Sum of a table's lines; biogenic carbon is reported apart. Over segments each one's lines count by its share of the functional units, and
 * lines of all segments in full.
 */
function lineSum(c: FormulaContext, table: TableName, part: Part, stage: Stage | null): string {
  const [lines, flow] = [c.column(table, part), c.column(table, 'flow')];
  const ofStage = stage === null ? '' : `,${c.column(table, 'stage')},${c.choice('stage', stage)}`;
  const criteria = `${flow},"<>"&${c.choice('flow', 'biogenic')}${ofStage}`;
  if (!c.has('KmcSegments')) return `SUMIFS(${lines},${criteria})`;
  const [segment, ids] = [c.column(table, 'segment'), c.column('KmcSegments', 'id')];
  const weighted = `SUMPRODUCT(${c.column('KmcSegments', 'weight')},SUMIFS(${lines},${segment},${ids},${criteria}))`;
  const inStage = stage === null ? '' : `*(${is(c, c.column(table, 'stage'), 'stage', stage)})`;
  const ofAll = `(${segment}="")*(${flow}<>${c.choice('flow', 'biogenic')})${inStage}`;
  return `${weighted}+SUMPRODUCT(${ofAll},${lines})`;
}

/** kg-CO2e per functional unit of a side. @param stage `null` for all stages */
export const wholeSum = (c: FormulaContext, side: Side, stage: Stage | null): string =>
  `IF(${complete(c, side)},${lineSum(c, SIDES[side], 'perFunctionalUnit', stage)},NA())`;

/** kg-CO2e per functional unit that arise outside the city. @param stage `null` for all stages */
export const outsideSum = (c: FormulaContext, side: Side, stage: Stage | null): string =>
  `IF(AND(${complete(c, side)},ISNUMBER(SUM(${c.column(SIDES[side], 'outsidePart')}))),${lineSum(c, SIDES[side], 'outsidePart', stage)},NA())`;

/** kg-CO2e per functional unit that the product causes elsewhere; nothing where no line is listed. @param stage `null` for all stages */
export function sideEffectsSum(c: FormulaContext, part: Part, stage: Stage | null): string {
  const table = 'KmcSideEffects';
  const numbers = ['perFunctionalUnit', part].map((key) => `ISNUMBER(SUM(${c.column(table, key)}))`);
  return `IF(AND(${numbers.join(',')}),${lineSum(c, table, part, stage)},NA())`;
}

/** kg-CO2e per functional unit. */
export const stageSum = (side: Side, stage: Stage): ResultFormula => whenFilled((c) => wholeSum(c, side, stage));

export const stageReduction = (stage: Stage): ResultFormula =>
  whenFilled((_, at) => `${at(`baseline.${stage}`)}-${at(`product.${stage}`)}`);

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
