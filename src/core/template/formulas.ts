import type { FormulaContext } from './types';

export type Formula = (context: FormulaContext) => string;

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

/** An untouched row shows nothing; one entry in it and the row has to give a number. */
export function unlessBlank(c: FormulaContext, formula: string): string {
  const blank = ['id', 'stage', 'process', 'amount'].map((key) => `${c.cell(key)}=""`).join(',');
  return `IF(AND(${blank}),"",${formula})`;
}

/** kg-CO2e of the line, for what its amount is per; #N/A unless amount, factor and ratio are all numbers. */
export const emissionFormula: Formula = (c) => {
  const [amount, factor, ratio] = [c.cell('amount'), c.cell('factor'), c.cell('unitRatio')];
  const numbers = `AND(ISNUMBER(${amount}),ISNUMBER(${factor}),ISNUMBER(${ratio}))`;
  return unlessBlank(c, `IF(${numbers},${amount}*${ratio}*${factor},NA())`);
};

/** kg-CO2e of the line per functional unit, mix weight included. */
export const perFunctionalUnitFormula: Formula = (c) => {
  const [emission, multiplier] = [c.cell('emission'), c.cell('toFunctionalUnit')];
  const numbers = `AND(ISNUMBER(${emission}),ISNUMBER(${multiplier}))`;
  return unlessBlank(c, `IF(${numbers},${emission}*${multiplier},NA())`);
};

/** A partner's share: its numerator over its denominator; the whole where nothing is allocated; else for the applicant to type. */
export const shareFormula: Formula = (c) => {
  const [numerator, denominator] = [c.cell('numerator'), c.cell('denominator')];
  const whole = `${c.cell('method')}=${c.choice('contributionMethod', 'unallocated')}`;
  return `IF(AND(ISNUMBER(${numerator}),ISNUMBER(${denominator})),${numerator}/${denominator},IF(${whole},1,""))`;
};
