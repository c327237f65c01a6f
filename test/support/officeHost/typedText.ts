import { CELL_ERRORS, type CellValue } from '../../../src/core/workbook/cell';

const NUMBER = /^[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d*)?(e[-+]?\d+)?%?$/i;
const DATE = /^(\d{1,4}[-/]\d{1,2}([-/]\d{1,4})?|\d{1,2}:\d{2}|(令和|平成)?\d+年(度|\d+月(\d+日)?)?|\d+月\d+日)$/;
const SOME_DAY = 45000;

export type Typed = { readonly formula: string } | { readonly value: CellValue };

/** What Excel makes of a text that is typed into a cell or assigned to `values` and `formulas`. */
export function typed(text: string): Typed {
  if (text === '') return { value: null };
  if (text.startsWith("'")) return { value: text.slice(1) };
  // Letters inside a formula's texts stay as wide as they are.
  if (text.startsWith('=')) return { formula: text.slice(1) };
  const plain = text.normalize('NFKC').trim();
  if (NUMBER.test(plain)) return { value: numberIn(plain) };
  if (DATE.test(plain)) return { value: SOME_DAY };
  if (/^[=+\-@]/.test(plain)) return { formula: plain.replace(/^=/, '') };
  if (/^(true|false)$/i.test(plain)) return { value: plain.toLowerCase() === 'true' };
  const error = CELL_ERRORS.find((code) => code === plain.toUpperCase());
  return { value: error === undefined ? text : { error } };
}

const numberIn = (text: string): number =>
  text.endsWith('%') ? Number(text.slice(0, -1).replaceAll(',', '')) / 100 : Number(text.replaceAll(',', ''));
