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

/** Every filled line has a number: one that has none, or a word no sum would find, leaves the side without a total. */
export function complete(c: FormulaContext, side: Side): string {
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

export function outsideSum(c: FormulaContext, side: Side, stage: Stage | null): string {
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
