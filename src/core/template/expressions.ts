import { CHOICE_SETS, type ChoiceSet } from '../case/vocabulary';
import type { FormulaContext } from './types';

/** Small native expressions that the formulas of several tables are put together from. */
export type Formula = (context: FormulaContext) => string;

/** A number that may be read only where `test` holds. */
export interface Source {
  readonly test: string;
  readonly value: string;
}

export const ifNumber = (value: string): Source => ({ test: `ISNUMBER(${value})`, value });

/** The first source whose test holds. */
export const firstOf = (sources: readonly Source[], otherwise: string): string =>
  sources.reduceRight((rest, source) => `IF(${source.test},${source.value},${rest})`, otherwise);

/** #N/A in place of a number that is missing. */
export const orNotAvailable = (value: string): string => firstOf([ifNumber(value)], 'NA()');

export const is = (c: FormulaContext, value: string, set: ChoiceSet, word: string): string =>
  `${value}=${c.choice(set, word)}`;

/** Whether a cell holds a word of its vocabulary, in the workbook's language. */
export const isWord = (c: FormulaContext, key: string, set: ChoiceSet): string =>
  `OR(${CHOICE_SETS[set].map((word) => is(c, c.cell(key), set, word)).join(',')})`;

/** An untouched row shows nothing; one entry in any of its `keys` and the row has to give a number. */
export function unlessBlank(c: FormulaContext, keys: readonly string[], formula: string): string {
  const blank = keys.map((key) => `${c.cell(key)}=""`);
  return `IF(${blank.length === 1 ? blank[0]! : `AND(${blank.join(',')})`},"",${formula})`;
}
