import { is, isWord, unlessBlank, type Formula } from './expressions';
import type { FormulaContext } from './types';

/**
 * Native formulas of the table cells. None of them turns a blank into 0: every number is tested before it is used, and what is
 * missing gives #N/A. Only functions that Excel, LibreOffice 7.4 and the workbench's grid calculate alike are used.
 */
export const lineCell = (c: FormulaContext, formula: string): string =>
  unlessBlank(c, ['id', 'stage', 'process', 'amount'], formula);

/** The factor of the listed id; empty where no id is named, #N/A where the id is not listed: a native look-up of a blank would give 0. */
export const factorLookup: Formula = (c) => guardedLookup(c, 'value', 'ISNUMBER');
export const factorUnitLookup: Formula = (c) => guardedLookup(c, 'unit', 'ISTEXT');

function guardedLookup(c: FormulaContext, key: string, test: string): string {
  const found = `INDEX(${c.column('KmcFactors', key)},MATCH(${c.cell('factorId')},${c.column('KmcFactors', 'id')},0))`;
  return `IF(${c.cell('factorId')}="","",IF(${test}(${found}),${found},NA()))`;
}

export const unitRatioFormula: Formula = (c) =>
  `IF(OR(${c.cell('unit')}="",${c.cell('factorUnit')}=""),"",KMC.UNIT_RATIO(${c.cell('unit')},${c.cell('factorUnit')}))`;

/** kg-CO2e of the line, for what its amount is per; #N/A unless amount, factor and ratio are numbers, and for a credit that adds. */
export const emissionFormula: Formula = (c) => {
  const [amount, factor, ratio] = [c.cell('amount'), c.cell('factor'), c.cell('unitRatio')];
  const product = `${amount}*${ratio}*${factor}`;
  const adds = `AND(${is(c, c.cell('flow'), 'flow', 'recycling-credit')},${product}>0)`;
  const numbers = `AND(ISNUMBER(${amount}),ISNUMBER(${factor}),ISNUMBER(${ratio}))`;
  return lineCell(c, `IF(${numbers},IF(${adds},NA(),${product}),NA())`);
};

/** kg-CO2e of the line per functional unit, mix weight included. */
export const perFunctionalUnitFormula: Formula = (c) => {
  const [emission, multiplier] = [c.cell('emission'), c.cell('toFunctionalUnit')];
  return lineCell(c, `IF(AND(ISNUMBER(${emission}),ISNUMBER(${multiplier})),${emission}*${multiplier},NA())`);
};

/** What enters the totals: biogenic carbon is reported apart, a segment's line by the segment's share of the functional units. */
export const countedFormula: Formula = (c) => {
  const [emission, weight] = [c.cell('perFunctionalUnit'), c.cell('segmentWeight')];
  const counted = `IF(${is(c, c.cell('flow'), 'flow', 'biogenic')},0,${emission}*${weight})`;
  return lineCell(c, `IF(AND(ISNUMBER(${emission}),ISNUMBER(${weight})),${counted},NA())`);
};

/** Share of the line that arises outside the city; #N/A where its place is not known. Biogenic lines enter no total, so their place is not asked. */
export const outsideShareFormula: Formula = (c) => {
  const place = c.cell('inCity');
  const byWord = `IF(${is(c, place, 'place', 'in')},0,IF(${is(c, place, 'place', 'out')},1,NA()))`;
  const share = `IF(ISNUMBER(${place}),1-${place},${byWord})`;
  return lineCell(c, `IF(${is(c, c.cell('flow'), 'flow', 'biogenic')},0,${share})`);
};

const CONTRIBUTION = ['id', 'partner', 'share'];

/** A partner's share: its numerator over its denominator; the whole where nothing is allocated; else for the applicant to type. */
export const shareFormula: Formula = (c) => {
  const [numerator, denominator] = [c.cell('numerator'), c.cell('denominator')];
  const whole = is(c, c.cell('method'), 'contributionMethod', 'unallocated');
  return `IF(AND(ISNUMBER(${numerator}),ISNUMBER(${denominator})),${numerator}/${denominator},IF(${whole},1,""))`;
};

/** A partner's share where the partner is in the city, else 0. */
export const countedShareFormula: Formula = (c) => {
  const share = c.cell('share');
  const counted = `IF(${is(c, c.cell('inCity'), 'place', 'in')},${share},0)`;
  return unlessBlank(c, CONTRIBUTION, `IF(AND(ISNUMBER(${share}),${isWord(c, 'inCity', 'place')}),${counted},NA())`);
};

const SALES = ['id', 'period', 'units'];

/** Units less returns; a blank cell of returns means that there were none. */
export const netUnitsFormula: Formula = (c) => {
  const [units, returns] = [c.cell('units'), c.cell('returns')];
  const net = `IF(${returns}="",${units},IF(ISNUMBER(${returns}),${units}-${returns},NA()))`;
  return unlessBlank(c, SALES, `IF(ISNUMBER(${units}),${net},NA())`);
};

/**
 * Net units that count: realized, outside the city, in the case's fiscal year. Two periods that are not both written as numbers and not
 * written alike cannot be told apart natively: #N/A.
 */
export const countedUnitsFormula: Formula = (c) => {
  const [period, year, net] = [c.cell('period'), c.field('fiscalYear'), c.cell('netUnits')];
  const outside = `AND(${is(c, c.cell('status'), 'salesStatus', 'realized')},${is(c, c.cell('inCity'), 'place', 'out')})`;
  const inYear = `IF(${period}=${year},${net},IF(AND(ISNUMBER(${period}),ISNUMBER(${year})),0,NA()))`;
  const words = `AND(${isWord(c, 'status', 'salesStatus')},${isWord(c, 'inCity', 'place')})`;
  const unit = `OR(${c.cell('unit')}="",${c.field('soldUnit')}="",${c.cell('unit')}=${c.field('soldUnit')})`;
  const sound = `AND(${unit},${segmentListed(c)})`;
  return unlessBlank(c, SALES, `IF(${words},IF(${outside},IF(${sound},${inYear},NA()),0),NA())`);
};

/** Units of a segment nobody declares, or of none where there are segments, would be lost. */
const segmentListed = (c: FormulaContext): string =>
  c.has('KmcSegments') ? `COUNTIF(${c.column('KmcSegments', 'id')},${c.cell('segment')})=1` : `${c.cell('segment')}=""`;
