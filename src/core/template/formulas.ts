import { is, isWord, unlessBlank, type Formula } from './expressions';
import type { FormulaContext } from './types';

/**
 * Native formulas of the table cells. None of them turns a blank into 0: every number is tested before it is used, and what is
 * missing gives #N/A. Only functions that Excel, LibreOffice 7.4 and the workbench's grid calculate alike are used.
 */
/** The factor of the listed id; empty where no id is named, #N/A where the id is not listed: a native look-up of a blank would give 0. */
export const factorLookup: Formula = (c) => guardedLookup(c, 'value', 'ISNUMBER');
export const factorUnitLookup: Formula = (c) => guardedLookup(c, 'unit', 'ISTEXT');

function guardedLookup(c: FormulaContext, key: string, test: string): string {
  const found = `INDEX(${c.column('KmcFactors', key)},MATCH(${c.cell('factorId')},${c.column('KmcFactors', 'id')},0))`;
  return `IF(${c.cell('factorId')}="","",IF(${test}(${found}),${found},NA()))`;
}

export const unitRatioFormula: Formula = (c) =>
  `IF(OR(${c.cell('unit')}="",${c.cell('factorUnit')}=""),"",KMC.UNIT_RATIO(${c.cell('unit')},${c.cell('factorUnit')}))`;

/**
 * kg-CO2e of the line, for what its amount is per; #N/A unless amount, factor and ratio are numbers. An untouched row shows nothing. In a
 * workbook with factor paths the factor is the one the line counts with.
 */
export const emissionFormula: Formula = (c) => {
  const numbers = [c.cell('amount'), c.cell('unitRatio'), c.cell(c.has('KmcFactorPaths') ? 'pathFactor' : 'factor')];
  const product = `IF(COUNT(${numbers.join(',')})=3,${numbers.join('*')},NA())`;
  return `IF(COUNTA(${c.cells('id', 'amount')})=0,"",${product})`;
};

/** Every other cell of a line follows its emission: nothing where that shows nothing, an error where it is one. */
export const lineCell = (c: FormulaContext, formula: string): string => `IF(${c.cell('emission')}="","",${formula})`;

/** kg-CO2e of the line per functional unit, mix weight included; #N/A for a credit that adds and for a segment nobody declares. */
export const perFunctionalUnitFormula: Formula = (c) => {
  const [emission, multiplier] = [c.cell('emission'), c.cell('toFunctionalUnit')];
  const subtracts = `OR(${c.cell('flow')}<>${c.choice('flow', 'recycling-credit')},${emission}<=0)`;
  const sound = [`ISNUMBER(${multiplier})`, subtracts, ...(c.has('KmcSegments') ? [knownSegment(c)] : [])];
  return lineCell(c, `IF(AND(${sound.join(',')}),${emission}*${multiplier},NA())`);
};

const knownSegment = (c: FormulaContext): string =>
  `OR(${c.cell('segment')}="",COUNTIF(${c.column('KmcSegments', 'id')},${c.cell('segment')})=1)`;

/**
 * The part of it that arises outside the city; #N/A where the line's place is not known. Biogenic lines enter no total, so their place is
 * not asked.
 */
export const outsidePartFormula: Formula = (c) => {
  const place = c.cell('inCity');
  const byWord = `IF(${is(c, place, 'place', 'in')},0,IF(${is(c, place, 'place', 'out')},1,NA()))`;
  const part = `${c.cell('perFunctionalUnit')}*IF(ISNUMBER(${place}),1-${place},${byWord})`;
  return lineCell(c, `IF(${is(c, c.cell('flow'), 'flow', 'biogenic')},0,${part})`);
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

export const SALES_CELLS = ['id', 'period', 'units'];

/** Units less returns; a blank cell of returns means that there were none. */
export const netUnitsFormula: Formula = (c) => {
  const [units, returns] = [c.cell('units'), c.cell('returns')];
  const net = `IF(${returns}="",${units},IF(ISNUMBER(${returns}),${units}-${returns},NA()))`;
  return unlessBlank(c, SALES_CELLS, `IF(ISNUMBER(${units}),${net},NA())`);
};

/**
 * Net units that count: realized, outside the city, in the case's fiscal year. Two periods that are not both written as numbers and not
 * written alike cannot be told apart natively: #N/A.
 */
export const countedUnitsFormula: Formula = (c) => {
  const [period, year, net] = [c.cell('period'), 'KmcFiscalYear', c.cell('netUnits')];
  const outside = `AND(${is(c, c.cell('status'), 'salesStatus', 'realized')},${is(c, c.cell('inCity'), 'place', 'out')})`;
  const inYear = `IF(${period}=${year},${net},IF(COUNT(${period},${year})=2,0,NA()))`;
  const words = `AND(${isWord(c, 'status', 'salesStatus')},${isWord(c, 'inCity', 'place')})`;
  return unlessBlank(c, SALES_CELLS, `IF(${words},IF(${outside},IF(${soundSale(c)},${inYear},NA()),0),NA())`);
};

/** Counted in the unit sold, and of a segment that is listed. */
export function soundSale(c: FormulaContext): string {
  const unit = `OR(${c.cell('unit')}="",KmcSoldUnit="",${c.cell('unit')}=KmcSoldUnit)`;
  return `AND(${unit},${segmentListed(c)})`;
}

/** Units of a segment nobody declares, or of none where there are segments, would be lost. */
const segmentListed = (c: FormulaContext): string =>
  c.has('KmcSegments') ? `COUNTIF(${c.column('KmcSegments', 'id')},${c.cell('segment')})=1` : `${c.cell('segment')}=""`;
